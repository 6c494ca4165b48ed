'use client';

import { Table, Td, Th } from './table';
import { useText } from './text';

/** What of a table is not taken, value by value, and how much more there is. */
export function RefusedValues({
  refused,
  count,
}: {
  /** `column` is empty where the whole row is refused. */
  refused: readonly { row: number; column: string; value: string; why: string }[];
  /** Of all, also those that are not listed. */
  count: number;
}) {
  const t = useText();
  if (refused.length === 0) return null;
  return (
    <>
      <Table
        label={t('Refused values')}
        head={
          <tr>
            <Th>{t('Line')}</Th>
            <Th>{t('Column')}</Th>
            <Th>{t('Value##in a table')}</Th>
            <Th>{t('Why it is refused')}</Th>
          </tr>
        }
      >
        {refused.map(({ row, column, value, why }) => (
          <tr key={`${row} ${column}`}>
            <Td className="tabular">{row}</Td>
            <Td className="break-all">{column === '' ? t('whole row') : column}</Td>
            <Td className="max-w-60 break-all">{value}</Td>
            <Td>{t.knows(why) ? t(why) : why}</Td>
          </tr>
        ))}
      </Table>
      {count > refused.length ? (
        <p className="text-soft">
          {t('… and {n} more.', { n: (count - refused.length).toLocaleString(t.tongue) })}
        </p>
      ) : null}
    </>
  );
}
