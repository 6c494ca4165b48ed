'use client';

import { Download, ExternalLink, Printer } from 'lucide-react';
import { CopyText } from '@/components/survey/copy-text';
import { buttonClass } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { rich } from '@/components/ui/rich';
import { useText } from '@/components/ui/text';

/** A link with what leads people to it: the address, a QR code, a poster, and the page for a shared screen. */
export function LinkPlace({ path, address, open }: { path: string; address: string; open: boolean }) {
  const t = useText();
  return (
    <div className="flex flex-col gap-2">
      <CopyText label={t('Public address')} labelHidden text={address} />
      {open ? (
        <>
          <a
            href={address}
            target="_blank"
            rel="noreferrer"
            className="flex min-h-6 items-center self-start text-sm text-accent underline underline-offset-2"
          >
            {t('Open the page in a new tab')}
          </a>
          <Disclosure title={t('QR code and poster')}>
            <QrCode path={path} address={address} />
          </Disclosure>
          <Disclosure title={t('Shared screen in a shop or office')}>
            <Kiosk address={`${address}/kiosk`} />
          </Disclosure>
        </>
      ) : null}
    </div>
  );
}

const SMALL = buttonClass({ size: 'small' });

function QrCode({ path, address }: { path: string; address: string }) {
  const t = useText();
  return (
    <div className="flex flex-wrap gap-4">
      {/* biome-ignore lint/performance/noImgElement: a small picture of our own that no optimizer makes smaller */}
      <img
        src={`${path}/qr/svg`}
        alt={t('QR code of {address}', { address })}
        width={152}
        height={152}
        loading="lazy"
        className="size-38 rounded-lg border border-line"
      />
      <div className="flex min-w-0 flex-1 basis-60 flex-col gap-2.5 text-sm">
        <p className="text-soft">
          {t(
            'Put it where the touchpoint happens: on the receipt, at the counter, in the parcel. Print it at least 2 cm wide and leave the white edge around it.',
          )}
        </p>
        <div className="flex flex-wrap gap-2">
          <a href={`${path}/qr/svg?save`} download className={SMALL}>
            <Download aria-hidden="true" className="size-4" />
            {t('SVG for print')}
          </a>
          <a href={`${path}/qr/png?save`} download className={SMALL}>
            <Download aria-hidden="true" className="size-4" />
            PNG
          </a>
          <a href={`${path}/poster`} target="_blank" rel="noreferrer" className={SMALL}>
            <Printer aria-hidden="true" className="size-4" />
            {t('Poster to print')}
          </a>
        </div>
      </div>
    </div>
  );
}

function Kiosk({ address }: { address: string }) {
  const t = useText();
  return (
    <div className="flex flex-col gap-2.5 text-sm">
      <p className="text-soft">
        {t(
          'This page asks one person after another. After each answer it says thank you and starts afresh; when nobody touches it for a minute, it sends what is there and starts afresh, too. It has no link that leads away.',
        )}
      </p>
      <CopyText label={t('Address for the shared screen')} text={address} />
      <a href={address} target="_blank" rel="noreferrer" className={`${SMALL} self-start`}>
        <ExternalLink aria-hidden="true" className="size-4" />
        {t('Open it in a new tab')}
      </a>
      <h4 className="mt-1 font-medium">{t('So that nobody leaves the page')}</h4>
      <ul className="flex list-disc flex-col gap-1 pl-5">
        <li>
          {t(
            'iPad or iPhone: turn on Guided Access in Settings, Accessibility. Open the address, then press the side or home button three times.',
          )}
        </li>
        <li>
          {t(
            'Android: turn on app pinning in the security settings. Open the address, then pin the browser in the overview of apps.',
          )}
        </li>
        <li>
          {rich(
            t,
            'Windows, Linux or Mac: start Chrome or Edge with <b>--kiosk {address}</b>, or Firefox with <c>--kiosk</c> and the address.',
            {
              address,
              b: (inside) => <code className="break-all">{inside}</code>,
              c: (inside) => <code>{inside}</code>,
            },
          )}
        </li>
        <li>{t('Turn off sleep and the screen saver, and keep the device on power.')}</li>
      </ul>
    </div>
  );
}
