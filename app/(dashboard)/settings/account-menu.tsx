import { LogOut } from 'lucide-react';
import { signOutAction } from '@/app/(auth)/actions';
import { readText } from '@/lib/gates/language';
import type { SignedIn } from '@/lib/gates/session';

/** Signs out; its tooltip says who is signed in. */
export async function AccountMenu({ user }: { user: SignedIn }) {
  const t = await readText();
  return (
    <form action={signOutAction} className="w-full">
      <button
        type="submit"
        title={t('Signed in as {email}', { email: user.email })}
        className="flex min-h-11 w-full items-center justify-center gap-1.5 rounded-[10px] px-1 text-[0.65625rem] hover:bg-rail-active hover:text-white focus-visible:outline-white md:min-h-13 md:flex-col md:gap-1"
      >
        <LogOut aria-hidden="true" className="size-[1.1875rem]" strokeWidth={1.75} />
        {t('Sign out')}
      </button>
    </form>
  );
}
