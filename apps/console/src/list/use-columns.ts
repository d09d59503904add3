import { useAddress } from './use-address.js';

const keyOf = (list: string): string => `gongkai.columns.${list}`;

/**
 * The columns of a list: as the address says, else as this person left them, else as given.
 * @param list what the list is called in the browser's memory
 * @param all every column there is
 */
export function useColumns<Name extends string>(list: string, given: readonly Name[], all: readonly Name[]) {
  const [get, set] = useAddress();
  const wished = (get('cols') ?? localStorage.getItem(keyOf(list)) ?? '').split(',');
  const chosen = all.filter((name) => wished.includes(name));
  const choose = (columns: readonly Name[]): void => {
    localStorage.setItem(keyOf(list), columns.join(','));
    set({ cols: columns.join(',') });
  };
  const isChosen = chosen.length > 0;
  return { columns: isChosen ? chosen : given, chosen: isChosen, choose } as const;
}
