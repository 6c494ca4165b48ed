'use client';

import { CodeXml, Link2, type LucideIcon, Mail } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { CopyText } from '@/components/survey/copy-text';
import { describeRules, MODE_NAMES } from '@/components/survey/widget-rules';
import { WidgetRulesDialog } from '@/components/survey/widget-rules-dialog';
import { Button, buttonClass } from '@/components/ui/button';
import { Chip } from '@/components/ui/chip';
import { Notice } from '@/components/ui/notice';
import { useText } from '@/components/ui/text';
import { useToast } from '@/components/ui/toast';
import { formatInstant } from '@/lib/format';
import type { ActionResult } from '@/lib/gates/reply';
import type { PlacementKind, PlacementView } from '@/lib/survey/model';
import { DEFAULT_WIDGET_RULES, type SiteSettings, type WidgetRules } from '@/lib/survey/model/widget-rules';
import { msg } from '@/lib/translate';
import { matchesPage } from '../../widget/matches-page';
import { closePlace, openPlace, reopenPlace, savePlaceChannel, saveRules } from '../actions';
import { LinkPlace } from './link-place';

const KINDS: Record<PlacementKind, { icon: LucideIcon; name: string; ask: string; closed: string }> = {
  link: {
    icon: Link2,
    name: msg('Link'),
    ask: msg('Ask by link'),
    closed: msg('Link closed. Whoever opens it is told so.'),
  },
  email: {
    icon: Mail,
    name: msg('Mail'),
    ask: msg('Ask in a campaign'),
    closed: msg('Mail closed. Whoever opens it is told so.'),
  },
  widget: {
    icon: CodeXml,
    name: msg('Widget'),
    ask: msg('Ask with the widget'),
    closed: msg('Widget closed. Whoever opens it is told so.'),
  },
};

/** Where a published survey is asked, and the ways to ask it in one more place. */
export function Placements({
  surveyId,
  placements,
  site,
  channels,
  held,
  timeZone,
  canEdit,
}: {
  surveyId: string;
  placements: PlacementView[];
  site: SiteSettings;
  /** Channels of what is asked about; with several, each place may name its own. */
  channels: readonly { key: string; label: string }[];
  /** Answers that are held back as suspect. */
  held: number;
  timeZone: string;
  canEdit: boolean;
}) {
  const t = useText();
  const router = useRouter();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [ruling, setRuling] = useState<PlacementView | 'new' | null>(null);
  const first = placements.length === 0;

  /** Runs one change; resolves to its value, or to null after saying why not. */
  async function run<T>(change: () => Promise<ActionResult<T>>): Promise<T | null> {
    setBusy(true);
    setRefusal(null);
    const result = await change().catch(() => null);
    setBusy(false);
    if (result?.ok) {
      router.refresh();
      return result.value;
    }
    setRefusal(
      result?.problem.title ?? t('The server could not be reached. Nothing was changed; try again.'),
    );
    return null;
  }

  async function open(kind: 'link' | 'email') {
    const opened = await run(() => openPlace({ surveyId, kind }));
    if (opened && kind === 'link') toast(t('The link works now.'));
    if (opened && kind === 'email') router.push(`/campaigns/new?placement=${opened.id}`);
  }

  async function close({ id, kind }: PlacementView) {
    if (await run(() => closePlace(id))) {
      toast(t(KINDS[kind].closed), { label: t('Undo'), run: () => void reopen(id) });
    }
  }

  async function reopen(id: string) {
    if (await run(() => reopenPlace(id))) toast(t('Open again, under the same key.'));
  }

  async function saveWidget(rules: WidgetRules): Promise<string | null> {
    const target = ruling;
    const result = await (target === null || target === 'new'
      ? openPlace({ surveyId, kind: 'widget', rules })
      : saveRules({ id: target.id, rules }));
    if (!result.ok) return result.problem.title;
    router.refresh();
    toast(target === 'new' ? t('The widget asks this now.') : t('Saved. Sites follow within five minutes.'));
    return null;
  }

  return (
    <section aria-labelledby="placements" className="rounded-xl border border-line bg-panel p-4 sm:p-5">
      <h2 id="placements" className="text-base font-semibold">
        {first ? t('Published. Now ask your customers') : t('Where it is asked')}
      </h2>
      {first ? (
        <p className="mt-1 text-sm text-soft">
          {t(
            'A link is the quickest: send it, print it, or put it behind a button. Answers appear on the map at once.',
          )}
        </p>
      ) : (
        <ul className="mt-2 divide-y divide-line">
          {placements.map((placement) => (
            <li key={placement.id} className="flex flex-col gap-2.5 py-4">
              <div className="flex flex-wrap items-start justify-between gap-2">
                <Heading placement={placement} timeZone={timeZone} />
                {canEdit ? (
                  <Button
                    size="small"
                    disabled={busy}
                    onClick={() => (placement.closedAt ? reopen(placement.id) : close(placement))}
                  >
                    {placement.closedAt ? t('Open again') : t('Close##a place')}
                  </Button>
                ) : null}
              </div>
              <Body
                surveyId={surveyId}
                placement={placement}
                site={site}
                canEdit={canEdit}
                edit={() => setRuling(placement)}
              />
              {channels.length > 1 || placement.channel !== '' ? (
                <ChannelOf
                  {...{ placement, channels, busy, canEdit }}
                  save={(channel) => run(() => savePlaceChannel({ id: placement.id, channel }))}
                />
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {held > 0 ? (
        <p className="mb-3 text-sm">
          <Link
            href={`/held?survey=${surveyId}`}
            className="inline-flex min-h-6 items-center text-accent underline underline-offset-2"
          >
            {t('{n, plural, one {# answer is held back} other {# answers are held back}}', { n: held })}
          </Link>
        </p>
      ) : null}
      {refusal ? (
        <div className="mt-3">
          <Notice tone="bad" live>
            {refusal}
          </Notice>
        </div>
      ) : null}
      {canEdit ? (
        <div className={`flex flex-wrap gap-2 ${first ? 'mt-4' : 'border-t border-line pt-4'}`}>
          <Button
            variant={first ? 'primary' : 'secondary'}
            size={first ? 'large' : 'medium'}
            disabled={busy}
            onClick={() => open('link')}
          >
            <Link2 aria-hidden="true" className="size-4" />
            {first
              ? t('Get the link')
              : placements.some(({ kind }) => kind === 'link')
                ? t('One more link')
                : t(KINDS.link.ask)}
          </Button>
          <Button size={first ? 'large' : 'medium'} disabled={busy} onClick={() => open('email')}>
            <Mail aria-hidden="true" className="size-4" />
            {t(KINDS.email.ask)}
          </Button>
          <Button size={first ? 'large' : 'medium'} disabled={busy} onClick={() => setRuling('new')}>
            <CodeXml aria-hidden="true" className="size-4" />
            {t(KINDS.widget.ask)}
          </Button>
        </div>
      ) : null}
      <WidgetRulesDialog
        open={ruling !== null}
        onClose={() => setRuling(null)}
        rules={ruling !== null && ruling !== 'new' && ruling.rules ? ruling.rules : DEFAULT_WIDGET_RULES}
        site={site}
        matches={matchesPage}
        saveText={ruling === 'new' ? t('Ask with the widget') : t('Save')}
        onSave={saveWidget}
      />
    </section>
  );
}

/** In which of its channels a touchpoint is asked about here: its answers are counted there from now on. */
function ChannelOf({
  placement,
  channels,
  busy,
  canEdit,
  save,
}: {
  placement: PlacementView;
  channels: readonly { key: string; label: string }[];
  busy: boolean;
  canEdit: boolean;
  save: (channel: string) => Promise<unknown>;
}) {
  const t = useText();
  const known = channels.some(({ key }) => key === placement.channel);
  return (
    <label className="flex flex-wrap items-center gap-2 text-sm">
      <span className="text-soft">{t('Channel')}</span>
      <select
        value={placement.channel}
        disabled={busy || !canEdit}
        onChange={(event) => void save(event.target.value)}
        className="min-h-9 rounded-lg border border-field bg-panel px-2"
      >
        <option value="">{t('None in particular')}</option>
        {known || placement.channel === '' ? null : (
          <option value={placement.channel}>{placement.channel}</option>
        )}
        {channels.map(({ key, label }) => (
          <option key={key} value={key}>
            {label}
          </option>
        ))}
      </select>
      <span className="text-soft">{t('Answers from now on are counted there.')}</span>
    </label>
  );
}

function Heading({
  placement: { kind, closedAt, openedAt, answers, rules },
  timeZone,
}: {
  placement: PlacementView;
  timeZone: string;
}) {
  const { icon: Icon, name } = KINDS[kind];
  const t = useText();
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
      <h3 className="flex items-center gap-2 font-medium">
        <Icon aria-hidden="true" className="size-4 text-soft" />
        {t(name)}
        {rules ? <Chip>{t(MODE_NAMES[rules.mode])}</Chip> : null}
      </h3>
      {closedAt ? (
        <Chip tone="quiet">{t('Closed##of a survey')}</Chip>
      ) : (
        <Chip tone="good">{t('Open##of a survey')}</Chip>
      )}
      <span className="tabular text-sm">
        {t('{n, plural, =0 {No answers yet} one {# answer} other {# answers}}', { n: answers })}
      </span>
      <span className="text-sm text-soft">
        {t('since {day}', { day: formatInstant(openedAt, timeZone, t.tongue) })}
      </span>
    </div>
  );
}

function Body({
  surveyId,
  placement: { id, kind, key, address, rules, closedAt },
  site,
  canEdit,
  edit,
}: {
  surveyId: string;
  placement: PlacementView;
  site: SiteSettings;
  canEdit: boolean;
  edit: () => void;
}) {
  const t = useText();
  if (kind === 'link' && address) {
    return (
      <LinkPlace path={`/surveys/${surveyId}/places/${id}`} address={address} open={closedAt === null} />
    );
  }
  if (kind === 'email') {
    if (closedAt) return null;
    return canEdit ? (
      <div>
        <Link href={`/campaigns/new?placement=${id}`} className={buttonClass({ size: 'small' })}>
          {t('Write to customers')}
        </Link>
      </div>
    ) : null;
  }
  if (!rules) return null;
  return (
    <div className="flex flex-col gap-2 text-sm">
      <p className="break-words text-soft">{describeRules(t, rules, site)}</p>
      {rules.mode === 'inline' ? (
        <CopyText
          label={t('Element for its place in the page')}
          text={`<div data-milepost-survey="${key}"></div>`}
        />
      ) : null}
      <div className="flex flex-wrap gap-2">
        {canEdit ? (
          <Button size="small" onClick={edit}>
            {t('Change when it shows')}
          </Button>
        ) : null}
        <Link href="/widget" className={buttonClass({ size: 'small' })}>
          {t('Install it')}
        </Link>
        <Link href={`/widget/why?survey=${key}`} className={buttonClass({ size: 'small' })}>
          {t('Why was somebody not asked?')}
        </Link>
      </div>
    </div>
  );
}
