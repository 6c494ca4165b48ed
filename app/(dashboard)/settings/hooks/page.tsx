import type { Metadata } from 'next';
import { Chip } from '@/components/ui/chip';
import { Disclosure } from '@/components/ui/disclosure';
import { Refresh } from '@/components/ui/refresh';
import { rich } from '@/components/ui/rich';
import { Table, Td, Th } from '@/components/ui/table';
import { listRuleChanges } from '@/db/queries/rule-changes';
import type { DeliveryState, HookDelivery, HookEvent, HookInput, HookShape } from '@/lib/cases/model/hook';
import { loadHooks } from '@/lib/cases/views';
import { formatInstant } from '@/lib/format';
import { readText } from '@/lib/gates/language';
import { requireMember } from '@/lib/gates/member';
import { msg, type Translate } from '@/lib/translate';
import { ChangeHistory } from '../change-history';
import { Section } from '../section';
import { ChangeHook, HookForm } from './hook-form';
import { HookMenu } from './hook-menu';

export async function generateMetadata(): Promise<Metadata> {
  const t = await readText();
  return { title: t('Hooks') };
}

const STATES: Record<DeliveryState, { text: string; tone: 'good' | 'bad' | 'quiet' }> = {
  queued: { text: msg('Waits##of a message'), tone: 'quiet' },
  delivered: { text: msg('Delivered'), tone: 'good' },
  failed: { text: msg('Failed##of a message'), tone: 'bad' },
};

const SHAPES: Record<HookShape, string> = {
  milepost: msg('Signed JSON'),
  slack: msg('Text for a chat'),
};

const EVENTS: Record<HookEvent, string> = {
  'case.opened': msg('Case opened'),
  'case.closed': msg('Case closed'),
  'case.reopened': msg('Case opened again'),
  'alert.raised': msg('Alert raised'),
};

export default async function HooksPage() {
  const t = await readText();
  const { scope, role, workspace } = await requireMember();
  if (role !== 'owner') {
    return (
      <Section title={t('Hooks')}>
        <p className="text-soft">{t('Only owners add and remove hooks. Ask one of them.')}</p>
      </Section>
    );
  }
  const now = new Date();
  const hooks = await loadHooks(scope);
  const changes = await listRuleChanges<HookInput>(
    scope,
    hooks.map(({ id }) => id),
  );
  const events = Object.entries(EVENTS).map(([id, text]) => ({ id, text: t(text) }));
  const eventText = (event: string) =>
    event === 'test' ? t('Test') : event in EVENTS ? t(EVENTS[event as HookEvent]) : event;
  return (
    <Section
      title={t('Hooks')}
      hint={t(
        'Tell another system of cases and alerts. Messages hold scores and links, and never a customer’s words, name or address.',
      )}
    >
      {hooks.length === 0 ? <p className="text-sm text-soft">{t('There is no hook yet.')}</p> : null}
      {hooks.map((hook) => (
        <article
          key={hook.id}
          aria-label={hook.name}
          className="flex flex-col gap-3 rounded-lg border border-line p-4"
        >
          <div className="flex flex-wrap items-start justify-between gap-3">
            <div className="min-w-0">
              <h3 className="font-medium break-words">{hook.name}</h3>
              <p className="text-sm break-all text-soft">{hook.url}</p>
              <p className="mt-1 text-xs text-soft">
                {[t(SHAPES[hook.shape]), ...hook.events.map(eventText)].join(' · ')}
              </p>
            </div>
            <div className="flex flex-wrap items-center gap-1">
              <ChangeHook
                hook={{ id: hook.id, name: hook.name, url: hook.url, shape: hook.shape, events: hook.events }}
                events={events}
              />
              <HookMenu id={hook.id} name={hook.name} signed={hook.shape === 'milepost'} />
            </div>
          </div>
          {hook.shape === 'milepost' && hook.key ? (
            <Disclosure title={t('Its signing key')}>
              <p className="text-sm">
                {rich(
                  t,
                  'Each message carries <code>Milepost-Signature</code>, made with this key. Keep it secret.',
                  { code: (inside) => <code>{inside}</code> },
                )}
              </p>
              <code className="mt-1 block text-sm break-all select-all">{hook.key}</code>
            </Disclosure>
          ) : null}
          <ChangeHistory
            changes={changes
              .filter(({ ruleId }) => ruleId === hook.id)
              .map((one) => ({
                ...one,
                before: [
                  one.before.name,
                  one.before.url,
                  t(SHAPES[one.before.shape]),
                  ...one.before.events.map(eventText),
                ].join(' · '),
              }))}
            timeZone={workspace.timeZone}
            t={t}
          />
          {hook.deliveries.some((one) => isUnderWay(one, now)) ? (
            <Refresh text={t('A message is on its way…')} />
          ) : null}
          {hook.deliveries.length > 0 ? (
            <Table
              label={t('Last messages of {hook}', { hook: hook.name })}
              head={
                <tr>
                  <Th>{t('When')}</Th>
                  <Th>{t('Event##of a hook')}</Th>
                  <Th>{t('State')}</Th>
                  <Th>{t('Attempts')}</Th>
                  <Th>{t('What came back')}</Th>
                </tr>
              }
            >
              {hook.deliveries.map((one) => (
                <tr key={one.id}>
                  <Td className="whitespace-nowrap">
                    {formatInstant(one.createdAt, workspace.timeZone, t.tongue)}
                  </Td>
                  <Td>{eventText(one.event)}</Td>
                  <Td>
                    <Chip tone={STATES[one.state].tone}>{t(STATES[one.state].text)}</Chip>
                  </Td>
                  <Td className="tabular">{one.attempts}</Td>
                  <Td className="min-w-40">{backText(one, t)}</Td>
                </tr>
              ))}
            </Table>
          ) : (
            <p className="text-sm text-soft">{t('No message was sent yet.')}</p>
          )}
        </article>
      ))}
      <HookForm events={events} />
    </Section>
  );
}

/** A message that nobody tried to deliver yet is on its way for so long; then something else keeps it. */
const UNDER_WAY_MS = 60_000;

const isUnderWay = ({ state, attempts, createdAt }: HookDelivery, now: Date) =>
  state === 'queued' && attempts === 0 && now.getTime() - createdAt.getTime() < UNDER_WAY_MS;

/** What came back from the other system, or why nothing did. */
function backText({ failure, status }: HookDelivery, t: Translate) {
  if (failure === null) return status ?? '–';
  if (status === null) return t.knows(failure) ? t(failure) : failure;
  return status >= 300 && status < 400
    ? t('It answered {status} and wants to lead elsewhere, which is not followed.', { status })
    : t('It answered {status}.', { status });
}
