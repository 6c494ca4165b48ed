import type { Metadata, Viewport } from 'next';
import localFont from 'next/font/local';
import type { ReactNode } from 'react';
import { GermanText } from '@/components/ui/german-text';
import { readText, readTongue } from '@/lib/gates/language';
import './globals.css';

const inter = localFont({
  src: '../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
  variable: '--font-inter',
  weight: '100 900',
  display: 'swap',
  adjustFontFallback: 'Arial',
});

// Names from central Europe and Turkey need these letters; the file is fetched only when a page has one.
const interExt = localFont({
  src: '../node_modules/@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2',
  variable: '--font-inter-ext',
  weight: '100 900',
  display: 'swap',
  preload: false,
  adjustFontFallback: false,
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+1E00-1E9F, U+1EF2-1EFF, U+2C60-2C7F',
    },
  ],
});

// Each reply has a nonce of its own for its scripts: no page can be made beforehand.
export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  const t = await readText();
  return {
    title: { default: 'Milepost', template: '%s · Milepost' },
    description: t('Customer journeys with the answers of customers drawn onto them.'),
  };
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#1f2a3c' },
    { media: '(prefers-color-scheme: dark)', color: '#0c1016' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const tongue = await readTongue();
  return (
    <html lang={tongue} className={`${inter.variable} ${interExt.variable}`}>
      <body>{tongue === 'de' ? <GermanText>{children}</GermanText> : children}</body>
    </html>
  );
}
