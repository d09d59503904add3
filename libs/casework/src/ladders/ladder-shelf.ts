import type { ReminderLadders, ReminderRung } from '@gongkai/statutes';

/** The rungs that hold in an organ instead of the standard ones. */
export type OwnRungs = { readonly organ: string; readonly ladder: string; readonly rungs: readonly ReminderRung[] };

/** The ladders of an installation: those it was shipped with, and over them what organs have changed. */
export class LadderShelf {
  #edition = 0;
  readonly #byOrgan = new Map<string, ReminderLadders>();

  constructor(readonly standard: ReminderLadders) {}

  /** Which edition is in use; 0 where no organ has ever changed one. */
  get edition(): number {
    return this.#edition;
  }

  /** From now on these hold. One edition that is older than that in use came late and changes nothing. */
  adopt(edition: number, own: readonly OwnRungs[]): void {
    if (edition <= this.#edition) return;
    this.#edition = edition;
    this.#byOrgan.clear();
    for (const { organ, ladder, rungs } of own) this.#byOrgan.set(organ, withRungs(this.of(organ), ladder, rungs));
  }

  /** The ladders of an organ, by its id. */
  of(organId: string): ReminderLadders {
    return this.#byOrgan.get(organId) ?? this.standard;
  }
}

/** The ladders with other rungs on one of them; a name that the configuration has lost is passed over. */
function withRungs(ladders: ReminderLadders, name: string, rungs: readonly ReminderRung[]): ReminderLadders {
  const ladder = ladders.ladders[name];
  if (ladder === undefined) return ladders;
  return { ...ladders, ladders: { ...ladders.ladders, [name]: { ...ladder, rungs: [...rungs] } } };
}
