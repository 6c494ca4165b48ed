'use client';

import { Download, Plus, Upload, X } from 'lucide-react';
import { type ReactNode, useId, useRef, useState } from 'react';
import {
  offerLanguages,
  putFirst,
  type Standing,
  standingOf,
  standings,
  withdrawLanguage,
  withText,
} from '@/components/survey/content-edits';
import { PipeField } from '@/components/survey/pipe-field';
import { pathName } from '@/components/survey/survey-words';
import { mostOf, translationsCsv, withTranslations } from '@/components/survey/translations';
import { Button } from '@/components/ui/button';
import { Chip } from '@/components/ui/chip';
import { SelectField, TextField } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { useText } from '@/components/ui/text';
import { useToast } from '@/components/ui/toast';
import type { SurveyContent } from '@/lib/survey/model/content';
import type { Language } from '@/lib/survey/model/language';
import { type TextPath, textAt, textPaths } from '@/lib/survey/rules/changes';
import type { StockTexts } from '@/lib/survey/rules/stock-texts';
import type { Translate } from '@/lib/translate';
import type { Editing } from './editing';
import { LanguagePicker } from './language-picker';

/** The languages a survey is offered in, and what the author writes in each, beside the first one. */
export function LanguagesEditor({
  editing,
  surveyTitle,
  chosen,
  choose,
}: {
  editing: Editing;
  surveyTitle: string;
  chosen: Language;
  choose: (tag: Language) => void;
}) {
  const t = useText();
  const toast = useToast();
  const { content, change, first, names, stock, canEdit } = editing;
  const [picking, setPicking] = useState(false);
  const hasTopic = first.topic !== null;
  const nameOf = (tag: Language) => names.find((one) => one.tag === tag)?.name ?? tag;

  function withdraw(tag: Language) {
    const before = content;
    change(withdrawLanguage(content, tag));
    if (chosen === tag) choose(first.tag);
    toast(t('{language} is no longer offered. What you wrote in it is kept.', { language: nameOf(tag) }), {
      label: t('Undo'),
      run: () => change(before),
    });
  }

  return (
    <div className="flex flex-col gap-5">
      <section aria-labelledby="offered" className="rounded-xl border border-line bg-panel p-4 sm:p-5">
        <div className="flex flex-wrap items-start justify-between gap-3">
          <div className="min-w-0 flex-1 basis-64">
            <h2 id="offered" className="text-base font-semibold">
              {t('Languages it is offered in')}
            </h2>
            <p className="mt-1 text-sm text-soft">
              {t(
                'Customers are asked in their own language where it is offered, else in the first one. Question, labels and buttons come translated; you translate only what you wrote yourself.',
              )}
            </p>
          </div>
          {canEdit ? (
            <Button onClick={() => setPicking(true)}>
              <Plus aria-hidden="true" className="size-4" />
              {t('Add languages')}
            </Button>
          ) : null}
        </div>
        <ul className="mt-3 divide-y divide-line">
          {content.languages.map((tag, place) => (
            <li key={tag} className="flex flex-wrap items-center gap-x-3 gap-y-1.5 py-2.5">
              <div className="min-w-0 flex-1 basis-44">
                <p className="font-medium">
                  {nameOf(tag)}{' '}
                  {stock[tag] && stock[tag].own !== nameOf(tag) ? (
                    <span lang={tag} className="font-normal text-soft">
                      {stock[tag].own}
                    </span>
                  ) : null}
                </p>
                <StandingChips t={t} editing={editing} tag={tag} hasTopic={hasTopic} first={place === 0} />
              </div>
              <div className="flex flex-wrap gap-1">
                {place === 0 || !canEdit ? null : (
                  <Button size="small" variant="quiet" onClick={() => change(putFirst(content, tag))}>
                    {t('Make first')}
                  </Button>
                )}
                {place === 0 ? null : (
                  <Button
                    size="small"
                    aria-pressed={chosen === tag}
                    aria-label={t('Translate into {language}', { language: nameOf(tag) })}
                    onClick={() => choose(tag)}
                  >
                    {canEdit ? t('Translate') : t('Show')}
                  </Button>
                )}
                {content.languages.length === 1 || !canEdit ? null : (
                  <Button
                    icon
                    size="small"
                    variant="quiet"
                    aria-label={t('No longer offer {language}', { language: nameOf(tag) })}
                    onClick={() => withdraw(tag)}
                  >
                    <X aria-hidden="true" className="size-4" />
                  </Button>
                )}
              </div>
            </li>
          ))}
        </ul>
        {canEdit ? (
          <TranslationFiles editing={editing} surveyTitle={surveyTitle} hasTopic={hasTopic} />
        ) : null}
      </section>
      {content.languages.length > 1 ? (
        <SideBySide editing={editing} tag={chosen} choose={choose} nameOf={nameOf} hasTopic={hasTopic} />
      ) : null}
      <LanguagePicker
        open={picking}
        onClose={() => setPicking(false)}
        names={names}
        offered={content.languages}
        onOffer={(tags) => {
          change(offerLanguages(content, tags));
          const [added] = tags;
          if (added) choose(added);
        }}
      />
    </div>
  );
}

/** What stands in a language, counted, and what is missing in it. */
function StandingChips({
  t,
  editing: { content },
  tag,
  hasTopic,
  first,
}: {
  t: Translate;
  editing: Editing;
  tag: Language;
  hasTopic: boolean;
  first: boolean;
}) {
  const { own, stock, plain, first: borrowed, missing } = standings(content, tag, hasTopic);
  return (
    <p className="mt-1 flex flex-wrap items-center gap-1.5 text-xs text-soft">
      {first ? <Chip tone="quiet">{t('First')}</Chip> : null}
      {missing.length > 0 ? (
        <Chip tone="warn">
          {t('{n, plural, one {# text missing} other {# texts missing}}', { n: missing.length })}
        </Chip>
      ) : null}
      {plain.length > 0 ? <Chip tone="plain">{t('Plain question')}</Chip> : null}
      <span>
        {t('{n, plural, =0 {None of your own texts} one {# text of your own} other {# texts of your own}}', {
          n: own.length,
        })}
      </span>
      <span>· {t('{n, plural, one {# stock text} other {# stock texts}}', { n: stock.length })}</span>
      {borrowed.length > 0 ? (
        <span>· {t('{n} as in the first language', { n: borrowed.length })}</span>
      ) : null}
    </p>
  );
}

function SideBySide({
  editing,
  tag,
  choose,
  nameOf,
  hasTopic,
}: {
  editing: Editing;
  tag: Language;
  choose: (tag: Language) => void;
  nameOf: (tag: Language) => string;
  hasTopic: boolean;
}) {
  const t = useText();
  const toast = useToast();
  const { content, change, first, stock, canEdit } = editing;
  const others = content.languages.filter((one) => one !== first.tag);
  const here = others.find((one) => one === tag) ?? others[0];
  const own = here && stock[here];
  const paths = textPaths(content).filter((path) => hasTopic || path !== 'topic');
  const copyable = here
    ? paths.filter(
        (path) =>
          textAt(content.texts[first.tag], path) !== '' && textAt(content.texts[here], path).trim() === '',
      )
    : [];

  function copyAll() {
    if (!here) return;
    const before = content;
    change(
      copyable.reduce(
        (next, path) => withText(next, here, path, textAt(content.texts[first.tag], path)),
        content,
      ),
    );
    toast(t('Copied into the empty fields. Now translate them.'), {
      label: t('Undo'),
      run: () => change(before),
    });
  }

  return (
    <section aria-labelledby="translate" className="rounded-xl border border-line bg-panel p-4 sm:p-5">
      <div className="flex flex-wrap items-end justify-between gap-3">
        <h2 id="translate" className="text-base font-semibold">
          {t('Your texts, side by side')}
        </h2>
        <div className="flex flex-wrap items-end gap-2">
          <div className="w-52">
            <SelectField
              label={t('Translate into')}
              value={here}
              onChange={(event) => choose(event.target.value as Language)}
            >
              {others.map((one) => (
                <option key={one} value={one}>
                  {nameOf(one)}
                </option>
              ))}
            </SelectField>
          </div>
          {canEdit ? (
            <Button className="min-h-10" disabled={copyable.length === 0} onClick={copyAll}>
              {t('Copy from {language}', { language: nameOf(first.tag) })}
            </Button>
          ) : null}
        </div>
      </div>
      {here && own ? (
        <ul className="mt-4 flex flex-col divide-y divide-line">
          {paths.map((path) => (
            <Row key={`${here} ${path}`} editing={editing} path={path} tag={here} own={own} nameOf={nameOf} />
          ))}
        </ul>
      ) : (
        <p role="status" className="mt-4 text-sm text-soft">
          {t('Loading the texts of this language…')}
        </p>
      )}
    </section>
  );
}

/** One text in the first language and in another one. */
function Row({
  editing,
  path,
  tag,
  own,
  nameOf,
}: {
  editing: Editing;
  path: TextPath;
  tag: Language;
  own: StockTexts;
  nameOf: (tag: Language) => string;
}) {
  const t = useText();
  const { content, published, change, metric, first, fields, canEdit, errorOf } = editing;
  const written = textAt(content.texts[first.tag], path);
  const name = `content.texts.${tag}.${path}`;
  const reason = path.startsWith('reasons.') ? written : '';
  const standing = standingOf(content, tag, path);
  const id = useId();
  const field = {
    label: t('In {language}', { language: nameOf(tag) }),
    name,
    value: textAt(content.texts[tag], path),
    placeholder: stockAt(own, path),
    hint: hintOf(t, standing, path, own),
    error: errorOf(name),
    maxLength: mostOf(path),
    lang: tag,
    dir: own.dir,
    disabled: !canEdit,
  };
  const put = (value: string) => change(withText(content, tag, path, value));
  return (
    <li>
      <fieldset aria-labelledby={id} className="grid gap-x-5 gap-y-2 py-4 sm:grid-cols-2">
        <div className="min-w-0">
          <p id={id} className="text-sm font-medium">
            {pathName(t, metric, path, reason)}
          </p>
          <p lang={first.tag} dir={first.dir} className={`mt-1.5 break-words ${written ? '' : 'text-soft'}`}>
            {written || stockAt(first, path) || t('Nothing')}
          </p>
          {outdated(content, published, first.tag, tag, path) ? (
            <p className="mt-1 text-xs text-on-warn">
              <span className="rounded-sm bg-warn px-1.5 py-0.5">
                {t('Changed since the last version: look at the translation again.')}
              </span>
            </p>
          ) : null}
          {written ? null : <p className="text-xs text-soft">{t('Stock text, translated already.')}</p>}
        </div>
        {path.startsWith('reasons.') ? (
          <TextField {...field} onChange={(event) => put(event.target.value)} />
        ) : (
          <PipeField {...field} fields={fields} onChange={put} />
        )}
      </fieldset>
    </li>
  );
}

/** Whether the first language says something new while the translation is as it was. */
function outdated(
  content: SurveyContent,
  published: SurveyContent | null,
  first: Language,
  tag: Language,
  path: TextPath,
): boolean {
  const same = (one: Language) =>
    textAt(content.texts[one], path).trim() === textAt(published?.texts[one], path);
  return published !== null && textAt(content.texts[tag], path) !== '' && !same(first) && same(tag);
}

function hintOf(t: Translate, standing: Standing, path: TextPath, own: StockTexts): string {
  if (standing === 'missing') return t('Missing: it cannot be published without.');
  if (standing === 'first') return t('Empty: the name in the first language is shown.');
  const form =
    path === 'topic' && own.topic
      ? t('{form}, like “{example}”.', { form: own.topic.form, example: own.topic.example })
      : '';
  if (standing === 'plain')
    return `${t('Empty: the plain question is asked, “{question}”', { question: own.plain })} ${form}`;
  if (standing === 'stock') return t('Empty: the stock text is shown.');
  return form;
}

/** The stock text that stands at a path where the author wrote nothing; '' where there is none. */
function stockAt(stock: StockTexts, path: TextPath): string {
  const [part, group] = path.split('.');
  if (part === 'why') return stock.why[group as keyof StockTexts['why']];
  return part === 'thanks' ? stock.thanks : '';
}

/** Takes the texts to a translator and back. */
function TranslationFiles({
  editing: { content, change },
  surveyTitle,
  hasTopic,
}: {
  editing: Editing;
  surveyTitle: string;
  hasTopic: boolean;
}) {
  const t = useText();
  const toast = useToast();
  const file = useRef<HTMLInputElement>(null);
  const [refusal, setRefusal] = useState<ReactNode>(null);

  function download() {
    const url = URL.createObjectURL(
      new Blob(['\ufeff', translationsCsv(content, hasTopic)], { type: 'text/csv' }),
    );
    const link = document.createElement('a');
    link.href = url;
    link.download = `${surveyTitle.trim().replace(/[^\p{L}\p{N}]+/gu, '-') || 'survey'}-texts.csv`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  }

  async function upload(chosen: File) {
    const read = withTranslations(content, await chosen.text(), hasTopic);
    if ('refusal' in read) {
      setRefusal(
        {
          'no table': t(
            'This is no table of texts. Download the table here, fill in the columns, and bring it back as CSV.',
          ),
          'no language': t('None of its columns is a language: {where}. Name columns like de or pt-BR.', {
            where: read.where,
          }),
          'too long': t('A text is too long: {where}. Shorten it and bring the table again.', {
            where: read.where,
          }),
        }[read.refusal],
      );
      return;
    }
    setRefusal(null);
    const before = content;
    change(read.content);
    toast(
      t('{n, plural, =0 {The table changes nothing.} one {# text taken over.} other {# texts taken over.}}', {
        n: read.texts,
      }),
      { label: t('Undo'), run: () => change(before) },
    );
  }

  return (
    <div className="mt-3 border-t border-line pt-3">
      <div className="flex flex-wrap items-center gap-2">
        <Button size="small" onClick={download}>
          <Download aria-hidden="true" className="size-4" />
          {t('Download the texts')}
        </Button>
        <Button size="small" onClick={() => file.current?.click()}>
          <Upload aria-hidden="true" className="size-4" />
          {t('Bring translations back')}
        </Button>
        <input
          ref={file}
          type="file"
          accept=".csv,text/csv,text/plain"
          className="sr-only"
          tabIndex={-1}
          aria-label={t('Table of translations')}
          onChange={({ currentTarget }) => {
            const chosen = currentTarget.files?.[0];
            currentTarget.value = '';
            if (chosen) void upload(chosen);
          }}
        />
        <span className="text-xs text-soft">
          {t('One table for a translator, a column per language (CSV).')}
        </span>
      </div>
      {refusal ? (
        <div className="mt-2">
          <Notice tone="bad" live>
            {refusal}
          </Notice>
        </div>
      ) : null}
    </div>
  );
}
