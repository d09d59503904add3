import { CASE_COLUMNS, type ColumnName } from './case-columns.js';
import { useAddress } from './use-address.js';

const isColumn = (name: string): name is ColumnName => name in CASE_COLUMNS;
const keyOf = (list: string): string => `gongkai.columns.${list}`;

/**
 * The columns of a list: as the address says, else as this person left them, else as given.
 * @param list what the list is called in the browser's memory
 */
export function useColumns(list: string, given: readonly ColumnName[]) {
  const [get, set] = useAddress();
  const wished = get('cols') ?? localStorage.getItem(keyOf(list)) ?? '';
  const chosen = wished.split(',').filter(isColumn);
  const choose = (columns: readonly ColumnName[]): void => {
    localStorage.setItem(keyOf(list), columns.join(','));
    set({ cols: columns.join(',') });
  };
  const isChosen = chosen.length > 0;
  return { columns: isChosen ? chosen : given, chosen: isChosen, choose } as const;
}
