import { LogOut } from 'lucide-react';
import { signOutAction } from '@/app/(auth)/actions';
import type { SignedIn } from '@/lib/gates/session';

/** Signs out; its tooltip says who is signed in. */
export function AccountMenu({ user }: { user: SignedIn }) {
  return (
    <form action={signOutAction} className="w-full">
      <button
        type="submit"
        title={`Signed in as ${user.email}`}
        className="flex min-h-11 w-full items-center justify-center gap-1.5 rounded-[10px] px-1 text-[0.65625rem] hover:bg-rail-active hover:text-white focus-visible:outline-white md:min-h-13 md:flex-col md:gap-1"
      >
        <LogOut aria-hidden="true" className="size-[1.1875rem]" strokeWidth={1.75} />
        Sign out
      </button>
    </form>
  );
}
