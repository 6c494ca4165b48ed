import type { Metadata } from 'next';
import { Button } from '@/components/ui/button';
import { Mark } from '@/components/ui/mark';
import { readText } from '@/lib/gates/language';
import { requireUser } from '@/lib/gates/member';
import { signOutAction } from '../(auth)/actions';
import { timeZones } from '../time-zones';
import { WelcomeForm } from './welcome-form';

export async function generateMetadata(): Promise<Metadata> {
  const t = await readText();
  return { title: t('Your workspace') };
}

export default async function WelcomePage() {
  const t = await readText();
  const user = await requireUser();
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-lg flex-col justify-center gap-6 px-4 py-10">
      <div className="flex items-center gap-3">
        <Mark size={36} />
        <span className="text-lg font-semibold tracking-tight">Milepost</span>
      </div>
      <div className="flex flex-col gap-5 rounded-xl border border-line bg-panel p-6 shadow-card sm:p-8">
        <div className="flex flex-col gap-1.5">
          <h1 className="text-xl font-semibold tracking-tight">{t('Set up your workspace')}</h1>
          <p className="text-soft">
            {t('It holds your journeys and answers. Next you choose a first journey.')}
          </p>
        </div>
        <WelcomeForm zones={timeZones()} />
      </div>
      <form action={signOutAction} className="flex flex-wrap items-center gap-2 text-sm text-soft">
        <span className="min-w-0 break-all">{t('Signed in as {email}.', { email: user.email })}</span>
        <Button type="submit" size="small">
          {t('Sign out')}
        </Button>
      </form>
    </main>
  );
}
