'use client';

import { useRouter } from 'next/navigation';
import { type ChangeEvent, type FormEvent, useEffect, useRef, useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { TextArea } from '@/components/ui/field';
import { Refusal } from '@/components/ui/notice';
import { Table, Td, Th } from '@/components/ui/table';
import { useText } from '@/components/ui/text';
import { useToast } from '@/components/ui/toast';
import { formatCount } from '@/lib/format';
import { addListAction, previewListAction } from '../actions';
import { useReady } from '../use-ready';

type Preview = Extract<Awaited<ReturnType<typeof previewListAction>>, { ok: true }>['value'];

const MOST_BYTES = 5_000_000;

/** Takes a pasted list or a file, shows what it would do, and applies it on a second press. */
export function ListForm() {
  const t = useText();
  const [text, setText] = useState('');
  const [preview, setPreview] = useState<Preview | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [pending, startTransition] = useTransition();
  const ready = useReady();
  const heading = useRef<HTMLHeadingElement>(null);
  const router = useRouter();
  const say = useToast();

  useEffect(() => {
    if (preview) heading.current?.focus();
  }, [preview]);

  function change(to: string) {
    setText(to);
    setPreview(null);
    setRefusal(null);
  }

  async function readFile(event: ChangeEvent<HTMLInputElement>) {
    const file = event.target.files?.[0];
    if (!file) return;
    if (file.size > MOST_BYTES) return setRefusal(t('Split the list: it is over 5 MB.'));
    change(decode(await file.arrayBuffer()));
  }

  function look(event: FormEvent) {
    event.preventDefault();
    startTransition(async () => {
      const result = await previewListAction(text);
      if (result.ok) setPreview(result.value);
      else setRefusal(result.problem.errors?.[0]?.message ?? result.problem.title);
    });
  }

  function apply() {
    startTransition(async () => {
      const result = await addListAction(text);
      if (!result.ok) return setRefusal(result.problem.title);
      say(
        t('{added} added, {updated} updated.', {
          added: formatCount(result.value.added, t.tongue),
          updated: formatCount(result.value.updated, t.tongue),
        }),
      );
      router.push('/contacts');
    });
  }

  return (
    <div className="flex flex-col gap-6">
      <form onSubmit={look}>
        <fieldset disabled={!ready} className="flex min-w-0 max-w-3xl flex-col gap-4">
          <TextArea
            label={t('Addresses')}
            required
            rows={8}
            value={text}
            onChange={(event) => change(event.target.value)}
            placeholder={'ana@example.com\nBo Lind <bo@example.com>'}
            hint={t(
              'One a line, or a table with a header: email, name, persona. Other columns are kept beside the contact.',
            )}
          />
          <div className="flex flex-col gap-1.5">
            <label htmlFor="list-file" className="text-sm font-medium">
              {t('Or a CSV file')}
            </label>
            <input
              id="list-file"
              type="file"
              accept=".csv,.txt,.tsv,text/csv,text/plain"
              onChange={readFile}
              className="text-sm file:mr-3 file:min-h-9 file:rounded-lg file:border file:border-line-strong file:bg-panel file:px-3 file:text-ink"
            />
          </div>
          <Refusal>{refusal}</Refusal>
          <div>
            <Button
              type="submit"
              variant={preview ? 'secondary' : 'primary'}
              disabled={pending || text.trim() === ''}
            >
              {t('Show what would happen')}
            </Button>
          </div>
        </fieldset>
      </form>
      {preview ? (
        <section aria-labelledby="preview-title" className="flex flex-col gap-3">
          <h2
            id="preview-title"
            ref={heading}
            tabIndex={-1}
            className="text-lg font-semibold tracking-tight outline-none"
          >
            {t('{added} would be added, {updated} updated, {refused} refused.', {
              added: formatCount(preview.added, t.tongue),
              updated: formatCount(preview.updated, t.tongue),
              refused: formatCount(preview.refusedCount, t.tongue),
            })}
          </h2>
          {preview.repeated > 0 ? (
            <p className="text-soft">
              {t(
                '{n, plural, one {{count} line repeats an address; the last one counts.} other {{count} lines repeat an address; the last one counts.}}',
                { n: preview.repeated, count: formatCount(preview.repeated, t.tongue) },
              )}
            </p>
          ) : null}
          {preview.sample.length > 0 ? (
            <p className="text-sm break-words text-soft">
              {preview.sample.map(({ email, name }) => (name ? `${name} <${email}>` : email)).join(', ')}
              {preview.added + preview.updated > preview.sample.length ? ', …' : ''}
            </p>
          ) : null}
          {preview.refused.length > 0 ? (
            <Table
              label={t('Refused lines')}
              head={
                <tr>
                  <Th>{t('Line')}</Th>
                  <Th>{t('Text')}</Th>
                  <Th>{t('Why it is refused')}</Th>
                </tr>
              }
            >
              {preview.refused.map((line, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two entries of one line may be equal, and the list never changes
                <tr key={index}>
                  <Td>{line.line}</Td>
                  <Td className="max-w-80 break-all">{line.text}</Td>
                  <Td>{line.why}</Td>
                </tr>
              ))}
            </Table>
          ) : null}
          {preview.refusedCount > preview.refused.length ? (
            <p className="text-soft">
              {t('… and {n} more.', {
                n: formatCount(preview.refusedCount - preview.refused.length, t.tongue),
              })}
            </p>
          ) : null}
          <div>
            <Button
              variant="primary"
              disabled={pending || preview.added + preview.updated === 0}
              onClick={apply}
            >
              {t('{n, plural, one {Add {count} contact} other {Add {count} contacts}}', {
                n: preview.added + preview.updated,
                count: formatCount(preview.added + preview.updated, t.tongue),
              })}
            </Button>
          </div>
        </section>
      ) : null}
    </div>
  );
}

/** Spreadsheets still save in the old western code page; what is not UTF-8 is read as that. */
function decode(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
