import fc from 'fast-check';
import { calendarDaysAfter } from './days.js';
import type { Event } from './facts.js';

const gap = (max: number, min = 0): fc.Arbitrary<number> => fc.integer({ min, max });

/** Up to three extensions, early and late, short and too long, and up to two delays. */
export const diceOfExtensions = fc.record({
  extensions: fc.array(fc.record({ at: gap(90), workingDays: gap(20, 1) }), { maxLength: 3 }),
  delays: fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    { weight: 2, arbitrary: fc.array(fc.record({ at: gap(60), ahead: gap(70) }), { minLength: 1, maxLength: 2 }) },
  ),
  /** One delay that does not say when it was set; then nothing else lengthens the period. */
  undated: fc.oneof({ weight: 7, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: gap(120, 20) }),
});

type Dice = {
  readonly extensions: readonly { at: number; workingDays: number }[];
  readonly delays: readonly { at: number; ahead: number }[];
  readonly undated: number | undefined;
};

/** At most one of them a day, and none on a day on which a notice is served or the application withdrawn: the order would decide. */
export function playExtensions(t: string, taken: ReadonlySet<string>, dice: Dice): Event[] {
  if (dice.undated !== undefined) return [{ type: 'delay_set', until: calendarDaysAfter(t, dice.undated) }];
  const free = new Set(taken);
  const take = (day: string): boolean => !free.has(day) && Boolean(free.add(day));
  const extensions = dice.extensions.flatMap(({ at, workingDays }): Event[] => {
    const dispatchedOn = calendarDaysAfter(t, at);
    return take(dispatchedOn) ? [{ type: 'extension', dispatchedOn, workingDays }] : [];
  });
  const delays = dice.delays.flatMap(({ at, ahead }): Event[] => {
    const on = calendarDaysAfter(t, at);
    return take(on) ? [{ type: 'delay_set', on, until: calendarDaysAfter(on, ahead) }] : [];
  });
  return [...extensions, ...delays];
}
