'use client';

/** Tabs with their usual keys: arrows move, Tab leaves. */
export { Tabs } from 'radix-ui';
