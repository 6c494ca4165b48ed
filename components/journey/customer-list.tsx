import Link from 'next/link';
import { Chip } from '@/components/ui/chip';
import { Table, Td, Th } from '@/components/ui/table';
import { formatCount, formatDay } from '@/lib/format';
import type { CustomerView } from '@/lib/insights/model/people';
import type { Translate } from '@/lib/translate';

/** People with several answers; each leads to that person's way. */
export function CustomerList({
  customers,
  hrefOf,
  dayOf,
  t,
}: {
  customers: CustomerView[];
  hrefOf: (person: string) => string;
  dayOf: (instant: Date) => string;
  t: Translate;
}) {
  return (
    <Table
      label={t('Customers with several answers')}
      head={
        <tr>
          <Th>{t('Customer##who answered')}</Th>
          <Th title={t('Answers in the lowest group of their scale, such as 0–6 of NPS')}>
            {t('Frictions')}
          </Th>
          <Th>{t('Touchpoints')}</Th>
          <Th>{t('Answers')}</Th>
          <Th>{t('Last answer')}</Th>
        </tr>
      }
    >
      {customers.map((one) => (
        <tr key={one.person}>
          <Td className="min-w-44">
            <Link
              href={hrefOf(one.person)}
              className="inline-flex min-h-6 items-center font-medium break-all underline-offset-2 hover:underline"
            >
              {one.label}
            </Link>
            {one.note ? <span className="block text-xs break-all text-soft">{one.note}</span> : null}
            {one.sure ? null : <NotVerified t={t} />}
          </Td>
          <Td className="tabular">
            {one.frictions > 0 ? (
              <Chip tone={one.frictions > 1 ? 'bad' : 'plain'}>{one.frictions}</Chip>
            ) : (
              <span className="text-soft">0</span>
            )}
          </Td>
          <Td className="tabular">{one.touchpoints}</Td>
          <Td className="tabular">{formatCount(one.answers, t.tongue)}</Td>
          <Td className="whitespace-nowrap">{formatDay(dayOf(one.lastAt), t.tongue)}</Td>
        </tr>
      ))}
    </Table>
  );
}

/** A site said who it is, and did not sign it. */
export function NotVerified({ t }: { t: Translate }) {
  return (
    <span className="block text-xs text-soft" title={t('A site said who this is, without a signature')}>
      {t('not verified')}
    </span>
  );
}
