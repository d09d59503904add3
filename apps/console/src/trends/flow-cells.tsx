import type { TrendsView } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { NumberLink } from '../overview/number-link.js';
import { TableHead } from '../parts/table-head.js';
import { percentOf } from './figures.js';

export type Flow = TrendsView['whole'];

/** What the columns of a flow are called, from the second. */
export const FLOW_COLUMNS = [
  'received',
  'replied',
  'in-time',
  'late',
  'in-time.rate',
  'extended',
  'extended.rate',
  'corrected',
  'corrected.rate',
] as const;

export function FlowHead({ first }: { readonly first: string }): ReactNode {
  const t = useWords('trends');
  return <TableHead columns={[first, ...FLOW_COLUMNS.map((name) => t(name))]} />;
}

/** How many turned out to be in time or late: answered, or due and never answered in that round. */
export const turnedOut = ({ inTime, late }: Pick<Flow, 'inTime' | 'late'>): number => inTime.total + late.total;

/** What came in and was answered, each number the way to its list; and the shares of what was answered. */
export function FlowCells({ flow }: { readonly flow: Flow }): ReactNode {
  const { received, replied, inTime, late, extended, corrected } = flow;
  return (
    <>
      <Count of={received} />
      <Count of={replied} />
      <Count of={inTime} />
      <Count of={late} />
      <Share part={inTime.total} whole={turnedOut(flow)} />
      <Count of={extended} />
      <Share part={extended.total} whole={replied.total} />
      <Count of={corrected} />
      <Share part={corrected.total} whole={replied.total} />
    </>
  );
}

/** A number of a table, which opens its list; of nothing there is none. */
export const Count = ({ of: { total, filters } }: { readonly of: Flow['received'] }): ReactNode => (
  <td>{total === 0 ? 0 : <NumberLink filters={filters}>{total}</NumberLink>}</td>
);

function Share({ part, whole }: { readonly part: number; readonly whole: number }): ReactNode {
  const t = useWords('trends');
  const percent = percentOf(part, whole);
  return <td className="muted">{percent === null ? t('none') : t('rate', { percent })}</td>;
}
