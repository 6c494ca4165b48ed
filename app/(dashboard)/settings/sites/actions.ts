'use server';

import { revalidatePath } from 'next/cache';
import { formAction, formOf, textOf } from '@/app/form-state';
import { AppError, notFound } from '@/lib/errors';
import { type Member, memberAction } from '@/lib/gates/member';
import { replaceIdentityKey } from '@/lib/identity/commands/replace-identity-key';
import { settleSite } from '@/lib/identity/commands/settle-site';
import { loadIdentityKey, loadSiteSettings } from '@/lib/identity/views';
import { originPatternSchema, type SiteSettings } from '@/lib/survey/model/widget-rules';
import { msg } from '@/lib/translate';

/** Replaces a part of the settings; what is no part of it stays. */
async function settle({ scope }: Member, change: (site: SiteSettings) => Partial<SiteSettings>) {
  const { site } = await loadSiteSettings(scope);
  await settleSite(scope, { ...site, ...change(site) });
  revalidatePath('/settings/sites');
}

export const settleMannersAction = formAction(
  memberAction(async (member, fields: FormData) => {
    await settle(member, () => ({
      restDays: wholeNumber(textOf(fields, 'restDays')),
      touchpointRestDays: wholeNumber(textOf(fields, 'touchpointRestDays')),
      respectDnt: formOf(fields).has('respectDnt'),
      askConsent: formOf(fields).has('askConsent'),
    }));
    return true as const;
  }),
);

export const addOriginAction = formAction(
  memberAction(async (member, fields: FormData) => {
    const read = originPatternSchema.safeParse(textOf(fields, 'origin').replace(/\/+$/, ''));
    if (!read.success) {
      const message = read.error.issues[0]?.message ?? '';
      throw new AppError('invalid', 'Some fields need correcting.', {
        errors: [{ path: 'origin', message }],
      });
    }
    await settle(member, ({ origins }) => ({ origins: [...new Set([...origins, read.data])] }));
    return read.data;
  }),
);

export const allowOriginAction = memberAction(async (member, origin: string) => {
  await settle(member, ({ origins }) => ({ origins: [...new Set([...origins, origin])] }));
});

export const removeOriginAction = memberAction(async (member, origin: string) => {
  await settle(member, ({ origins }) => {
    if (!origins.includes(origin)) throw notFound();
    return { origins: origins.filter((one) => one !== origin) };
  });
});

export const requireIdentityAction = memberAction(async (member, required: boolean) => {
  await settle(member, () => ({ identityRequired: required }));
});

export const showIdentityKeyAction = memberAction(({ scope }) => loadIdentityKey(scope));

/** Replaces the key of that number; another owner may have done so a moment ago. */
export const replaceIdentityKeyAction = memberAction(async ({ scope }, version: number) => {
  if ((await loadIdentityKey(scope)).version !== version) {
    throw new AppError(
      'conflict',
      msg('The key was replaced meanwhile. Load the page again to see which one is good.'),
    );
  }
  await replaceIdentityKey(scope, {});
  revalidatePath('/settings/sites');
  return loadIdentityKey(scope);
});

/** The number that the text is; NaN, which the schema refuses, for anything but digits. */
const wholeNumber = (text: string): number => (/^\d{1,9}$/.test(text.trim()) ? Number(text) : Number.NaN);
