import { useSearchParams } from 'react-router';

/** What is being done with the row that is chosen, beside the lists. */
export const PANEL_ACTS = ['confirm', 'contact', 'attach', 'dismiss', 'answer'] as const;
export type BesideAct = (typeof PANEL_ACTS)[number];

type Row = { readonly id: string };

/** Which row is chosen, of which list, and what is being done with it. */
export type Choice<Name extends string> = {
  readonly id: string | undefined;
  /** The list it is in. */
  readonly list: Name | undefined;
  readonly act: BesideAct | null;
  /** A row by its id, or the next in a direction. */
  readonly choose: (to: string | 1 | -1) => void;
  readonly start: (act: BesideAct | null, id?: string) => void;
};

/**
 * The choice over several lists, one below the other: it stands in the address, so that the way back leads there. What `look` names in the
 * address is looked at beside the lists without standing in one.
 * @param lookedAt the list it would stand in
 */
export function useChoice<Name extends string>(
  lists: Readonly<Record<Name, readonly Row[] | undefined>>,
  lookedAt: Name,
): Choice<Name> {
  const rows = (Object.entries(lists) as [Name, readonly Row[] | undefined][]).flatMap(([list, found = []]) =>
    found.map(({ id }) => ({ id, list })),
  );
  const [params, setParams] = useSearchParams();
  const place = Math.max(
    0,
    rows.findIndex(({ id }) => id === params.get('id')),
  );
  const looked = params.get('look');
  const chosen = looked === null ? rows[place] : { id: looked, list: lookedAt };
  const start = (act: BesideAct | null, id = chosen?.id): void => {
    if (id === undefined) return;
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        if (id !== looked) {
          next.set('id', id);
          next.delete('look');
        }
        if (act === null) next.delete('act');
        else next.set('act', act);
        return next;
      },
      { replace: true },
    );
  };
  const choose = (to: string | 1 | -1): void =>
    start(null, typeof to === 'string' ? to : rows[Math.max(0, Math.min(rows.length - 1, place + to))]?.id);
  return {
    id: chosen?.id,
    list: chosen?.list,
    act: PANEL_ACTS.find((act) => act === params.get('act')) ?? null,
    choose,
    start,
  };
}
