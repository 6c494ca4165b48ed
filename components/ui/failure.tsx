import { TriangleAlert } from 'lucide-react';
import { Button } from './button';
import { useText } from './text';

/** Says that a page failed, keeps the number the log can be searched by, and offers to try again. */
export function Failure({ digest, retry }: { digest?: string | undefined; retry: () => void }) {
  const t = useText();
  return (
    <div role="alert" className="flex flex-col items-start gap-3">
      <TriangleAlert aria-hidden="true" className="size-7 text-bad" />
      <h1 className="text-xl font-semibold tracking-tight">{t('This page could not be shown')}</h1>
      <p className="text-soft">
        {t('Nothing you saved is lost. Try again; if it keeps failing, tell whoever runs Milepost.')}
      </p>
      {digest ? <p className="text-xs text-soft">{t('Number in the log: {digest}', { digest })}</p> : null}
      <Button onClick={retry}>{t('Try again')}</Button>
    </div>
  );
}
