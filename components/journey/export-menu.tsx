'use client';

import { Download } from 'lucide-react';
import { useSearchParams } from 'next/navigation';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Menu, MenuItem, MenuLabel, MenuLine } from '@/components/ui/menu';
import { followDownload, saveBlob } from '@/components/ui/save-file';
import { pngOf } from '@/components/ui/svg-to-png';
import { useText } from '@/components/ui/text';
import { useToast } from '@/components/ui/toast';
import { msg } from '@/lib/translate';
import { DownloadDialog } from './download-dialog';

const PICTURES = [
  { format: 'pdf', label: msg('PDF, one page') },
  { format: 'pdf-a3', label: msg('PDF, A3 pages') },
  { format: 'svg', label: 'SVG' },
] as const;

const FILES = [
  { format: 'json', label: 'Milepost JSON' },
  { format: 'csv', label: msg('CSV of the touchpoints') },
  { format: 'mermaid', label: msg('Mermaid journey') },
  { format: 'canvas', label: 'JSON Canvas' },
] as const;

/** Every counted answer. They may be many: a dialog says how far the file is. */
const ANSWERS = [
  { format: 'answers.csv', label: msg('Answers as CSV') },
  { format: 'answers.xlsx', label: msg('Answers as Excel workbook') },
  { format: 'answers.jsonl', label: msg('Answers as JSON lines') },
] as const;

/** Gives the map out as a file; its numbers and lanes are those that are shown. */
export function ExportMenu({ journeyId }: { journeyId: string }) {
  const t = useText();
  const params = useSearchParams();
  const toast = useToast();
  const button = useRef<HTMLButtonElement>(null);
  const [drawing, setDrawing] = useState(false);
  const [loading, setLoading] = useState<(typeof ANSWERS)[number] | null>(null);
  const query = params.toString();
  const hrefOf = (format: string) => `/journeys/${journeyId}/export/${format}${query ? `?${query}` : ''}`;

  async function savePng() {
    if (drawing) return;
    setDrawing(true);
    try {
      const reply = await fetch(hrefOf('svg'));
      if (!reply.ok) throw new Error(`the picture was answered with ${reply.status}`);
      const name =
        /filename="([^"]+)\.svg"/.exec(reply.headers.get('content-disposition') ?? '')?.[1] ?? 'journey';
      saveBlob(await pngOf(await reply.text()), `${name}.png`);
    } catch {
      toast(t('The picture could not be made. Try the PDF.'));
    } finally {
      setDrawing(false);
    }
  }

  return (
    <>
      <Menu
        label={t('Export this map')}
        trigger={
          <Button size="small" variant="quiet" className="no-print" ref={button} aria-busy={drawing}>
            <Download aria-hidden="true" className="size-3.5 text-soft" />
            <span className="max-sm:sr-only">{drawing ? t('Drawing…') : t('Export')}</span>
          </Button>
        }
      >
        <MenuLabel>{t('As a picture')}</MenuLabel>
        <MenuItem onSelect={() => void savePng()}>PNG</MenuItem>
        {PICTURES.map(({ format, label }) => (
          <MenuItem key={format} onSelect={() => followDownload(hrefOf(format))}>
            {t(label)}
          </MenuItem>
        ))}
        <MenuLine />
        <MenuLabel>{t('Numbers of this filter')}</MenuLabel>
        {ANSWERS.map((answers) => (
          <MenuItem key={answers.format} onSelect={() => setLoading(answers)}>
            {t(answers.label)}
          </MenuItem>
        ))}
        <MenuItem onSelect={() => followDownload(hrefOf('scores.csv'))}>{t('Scores as CSV')}</MenuItem>
        <MenuLine />
        <MenuLabel>{t('To go on with elsewhere')}</MenuLabel>
        {FILES.map(({ format, label }) => (
          <MenuItem key={format} onSelect={() => followDownload(hrefOf(format))}>
            {t(label)}
          </MenuItem>
        ))}
      </Menu>
      {loading ? (
        <DownloadDialog
          href={hrefOf(loading.format)}
          title={t(loading.label)}
          onClose={() => {
            setLoading(null);
            // While the dialog is there nothing behind it takes the focus.
            setTimeout(() => button.current?.focus());
          }}
        />
      ) : null}
    </>
  );
}
