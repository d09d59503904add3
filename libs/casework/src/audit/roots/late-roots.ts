import { addDays, type LocalDate } from '@gongkai/calendar';
import { officeDay } from '@gongkai/platform';
import type { RootRow } from './statement.js';

/** Days that may pass until a day is signed; the worker does it on the next. */
const IN_TIME = 2;

type Signed = Pick<RootRow, 'day' | 'signed_at'>;

/** Days of an organ, one after the other, that were signed late, all on one day. */
export type LateRoots = {
  /** Code of the organ. */
  readonly organ: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly signedOn: LocalDate;
};

/** Whether a day was signed long after it was over: no worker ran, or its root was thrown away and made anew. */
export const isLate = ({ day, signed_at }: Signed): boolean => officeDay(new Date(signed_at)) > addDays(day, IN_TIME);

/** Late days as they are met, organ by organ and day by day. */
export class LateDays {
  readonly #spans: LateRoots[] = [];

  get spans(): readonly LateRoots[] {
    return this.#spans;
  }

  add(organ: string, root: Signed): void {
    if (!isLate(root)) return;
    const { day } = root;
    const signedOn = officeDay(new Date(root.signed_at));
    const last = this.#spans.at(-1);
    const goesOn = last?.organ === organ && last.signedOn === signedOn && addDays(last.to, 1) === day;
    if (goesOn) this.#spans.splice(-1, 1, { ...last, to: day });
    else this.#spans.push({ organ, from: day, to: day, signedOn });
  }
}
