import Link from 'next/link';
import { buttonClass } from '@/components/ui/button';
import { Mark } from '@/components/ui/mark';

export const metadata = { title: 'Nothing here' };

export default function NotFound() {
  return (
    <main className="mx-auto flex min-h-dvh max-w-md flex-col justify-center gap-4 p-6">
      <Mark />
      <h1 className="text-2xl font-semibold tracking-tight">There is nothing here</h1>
      <p className="text-soft">
        The address may be mistyped, or what was here belongs to another workspace or was removed.
      </p>
      <p>
        <Link href="/journeys" className={buttonClass({ variant: 'primary' })}>
          Go to your journeys
        </Link>
      </p>
    </main>
  );
}
