import type { ReactNode } from 'react';
import { Mark } from '@/components/ui/mark';

export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-md flex-col justify-center gap-6 px-4 py-10">
      <div className="flex items-center gap-3">
        <Mark size={36} />
        <span className="text-lg font-semibold tracking-tight">Milepost</span>
      </div>
      <div className="flex flex-col gap-5 rounded-xl border border-line bg-panel p-6 shadow-card sm:p-8">
        {children}
      </div>
    </main>
  );
}
