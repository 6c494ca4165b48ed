import type { Metadata } from 'next';
import { Button } from '@/components/ui/button';
import { Mark } from '@/components/ui/mark';
import { requireUser } from '@/lib/gates/member';
import { signOutAction } from '../(auth)/actions';
import { timeZones } from '../time-zones';
import { WelcomeForm } from './welcome-form';

export const metadata: Metadata = { title: 'Your workspace' };

export default async function WelcomePage() {
  const user = await requireUser();
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-lg flex-col justify-center gap-6 px-4 py-10">
      <div className="flex items-center gap-3">
        <Mark size={36} />
        <span className="text-lg font-semibold tracking-tight">Milepost</span>
      </div>
      <div className="flex flex-col gap-5 rounded-xl border border-line bg-panel p-6 shadow-card sm:p-8">
        <div className="flex flex-col gap-1.5">
          <h1 className="text-xl font-semibold tracking-tight">Set up your workspace</h1>
          <p className="text-soft">It holds your journeys and answers. Next you choose a first journey.</p>
        </div>
        <WelcomeForm zones={timeZones()} />
      </div>
      <form action={signOutAction} className="flex flex-wrap items-center gap-2 text-sm text-soft">
        <span className="min-w-0 break-all">Signed in as {user.email}.</span>
        <Button type="submit" size="small">
          Sign out
        </Button>
      </form>
    </main>
  );
}
