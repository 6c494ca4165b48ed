'use client';

import { type ReactNode, useState } from 'react';
import { CustomerFrame } from '@/components/survey/customer-frame';

const WIDTHS = [390, 320] as const;

/** The customer's page with the saved draft, as wide as a phone. */
export function Preview({
  surveyId,
  revision,
  example,
}: {
  surveyId: string;
  revision: number;
  /** What stands in for a topic that is not written yet. */
  example: string | null;
}) {
  const [scheme, setScheme] = useState<'light' | 'dark'>('light');
  const [width, setWidth] = useState<(typeof WIDTHS)[number]>(390);
  return (
    <section aria-labelledby="preview" className="flex min-w-0 flex-col gap-3 lg:sticky lg:top-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 id="preview" className="text-base font-semibold">
          Preview
        </h2>
        <div className="flex flex-wrap gap-2">
          <Switch label="Colours">
            {(['light', 'dark'] as const).map((one) => (
              <Choice key={one} chosen={scheme === one} choose={() => setScheme(one)}>
                {one === 'light' ? 'Light' : 'Dark'}
              </Choice>
            ))}
          </Switch>
          <Switch label="Width">
            {WIDTHS.map((one) => (
              <Choice key={one} chosen={width === one} choose={() => setWidth(one)}>
                {one} px
              </Choice>
            ))}
          </Switch>
        </div>
      </div>
      <div className="overflow-x-auto">
        <div
          className="mx-auto overflow-hidden rounded-[1.75rem] border-[6px] border-rail bg-rail dark:border-line-strong dark:bg-line-strong shadow-card"
          style={{ width: width + 12 }}
        >
          <CustomerFrame
            src={`/preview/surveys/${surveyId}?scheme=${scheme}`}
            title="The survey as customers see it"
            revision={revision}
            className="h-[40rem] w-full rounded-[1.375rem]"
          />
        </div>
      </div>
      <p className="text-xs text-soft">
        The real page with your saved draft, without its script: tap around, nothing is recorded.
        {example === null ? null : ` “${example}” stands in until you say what it is about.`}
      </p>
    </section>
  );
}

function Switch({ label, children }: { label: string; children: ReactNode }) {
  return (
    <fieldset className="flex rounded-lg border border-line-strong bg-panel p-0.5">
      <legend className="sr-only">{label}</legend>
      {children}
    </fieldset>
  );
}

function Choice({ chosen, choose, children }: { chosen: boolean; choose: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      aria-pressed={chosen}
      onClick={choose}
      className="min-h-7 rounded-md px-2.5 text-xs font-medium text-soft aria-pressed:bg-primary aria-pressed:text-on-primary"
    >
      {children}
    </button>
  );
}
