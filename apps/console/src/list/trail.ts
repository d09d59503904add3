const KEPT_AS = 'gongkai.trail';

/** A case of the list a person came from, and where that list leads for it. */
export type TrailStop = { readonly id: string; readonly address: string };

/** Remembers the list, in its order, for "next" and "previous" on the page of a case. */
export function keepTrail(stops: readonly TrailStop[]): void {
  sessionStorage.setItem(KEPT_AS, JSON.stringify({ from: location.pathname + location.search, stops }));
}

/** Where a case stands in the list that was left for it; undefined where it was reached otherwise. */
export type Trail = {
  /** The address of the list. */
  readonly from: string;
  /** From 1. */
  readonly place: number;
  readonly total: number;
  readonly previous: string | undefined;
  readonly next: string | undefined;
};

/** The trail of a case. */
export function trailOf(id: string): Trail | undefined {
  const { from, stops } = kept();
  const at = stops.findIndex((stop) => stop.id === id);
  if (at === -1) return undefined;
  return { from, place: at + 1, total: stops.length, previous: stops[at - 1]?.address, next: stops[at + 1]?.address };
}

type Kept = { readonly from: string; readonly stops: readonly TrailStop[] };

function kept(): Kept {
  const text = sessionStorage.getItem(KEPT_AS);
  return text === null ? { from: '', stops: [] } : (JSON.parse(text) as Kept);
}
