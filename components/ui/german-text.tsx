'use client';

import type { ReactNode } from 'react';
import { GERMAN } from '@/lib/messages/german';
import { TextProvider } from './text';

/** The German texts, in a file of their own: only who reads German loads them. */
export function GermanText({ children }: { children: ReactNode }) {
  return (
    <TextProvider tongue="de" catalog={GERMAN}>
      {children}
    </TextProvider>
  );
}
