/** How often deadlines were reckoned in this process, since it started. */
export type LedgersReckoned = {
  /** The dates alone. */
  readonly dates: number;
  /** With how each of them comes about, which takes several times as long. */
  readonly derived: number;
};

const reckoned = { dates: 0, derived: 0 };

/** One more; it changes no answer. */
export function noteReckoned(isDerived: boolean): void {
  reckoned[isDerived ? 'derived' : 'dates'] += 1;
}

/** For who watches over the process: where it rises faster than commands and looks do, something reckons the same again and again. */
export const ledgersReckoned = (): LedgersReckoned => ({ ...reckoned });
