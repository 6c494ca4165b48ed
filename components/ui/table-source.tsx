'use client';

import { type ChangeEvent, useId } from 'react';
import { Button } from './button';
import { TextArea } from './field';
import { useText } from './text';

/** A table as text: from a file of the reader's disk, or pasted; and the button that reads its columns. */
export function TableSource({
  text,
  onText,
  onRefused,
  mostBytes,
  placeholder,
  hint,
  read,
  pending,
}: {
  text: string;
  onText: (text: string) => void;
  /** Told why a file is not taken. */
  onRefused: (why: string) => void;
  mostBytes: number;
  /** A table as an example. */
  placeholder: string;
  hint: string;
  /** Its columns were read already. */
  read: boolean;
  pending: boolean;
}) {
  const t = useText();
  const id = useId();

  async function takeFile(event: ChangeEvent<HTMLInputElement>) {
    const file = event.target.files?.[0];
    if (!file) return;
    onText('');
    if (file.size > mostBytes) return onRefused(t('The file is over 5 MB: split it.'));
    onText(decode(await file.arrayBuffer()));
  }

  return (
    <>
      <div className="flex flex-col gap-1.5">
        <label htmlFor={id} className="text-sm font-medium">
          {t('CSV file')}
        </label>
        <input
          id={id}
          type="file"
          accept=".csv,.txt,.tsv,text/csv,text/plain"
          onChange={takeFile}
          className="text-sm file:mr-3 file:min-h-9 file:rounded-lg file:border file:border-line-strong file:bg-panel file:px-3 file:text-ink"
        />
      </div>
      <TextArea
        label={t('Or paste the table')}
        rows={6}
        value={text}
        onChange={(event) => onText(event.target.value)}
        placeholder={placeholder}
        hint={hint}
      />
      <div>
        <Button
          type="submit"
          variant={read ? 'secondary' : 'primary'}
          disabled={pending || text.trim() === ''}
        >
          {t('Read the columns')}
        </Button>
      </div>
    </>
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
