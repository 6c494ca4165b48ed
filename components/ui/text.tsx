'use client';

import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { Tongue } from '@/lib/identity/model';
import { type Catalog, ENGLISH, type Translate, translator } from '@/lib/translate';

const TextContext = createContext<Translate>(ENGLISH);

/** Says messages in the member's language; English where nothing above says otherwise. */
export const useText = (): Translate => useContext(TextContext);

/** Gives {@link useText} to everything below. */
export function TextProvider({
  tongue,
  catalog,
  children,
}: {
  tongue: Tongue;
  catalog?: Catalog;
  children: ReactNode;
}) {
  const t = useMemo(() => translator(tongue, catalog), [tongue, catalog]);
  return <TextContext value={t}>{children}</TextContext>;
}
