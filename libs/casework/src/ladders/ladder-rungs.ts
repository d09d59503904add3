import type { FieldCode, FieldProblem, LadderRung, OrganLadder } from '@gongkai/contracts';
import type { ReminderLadder, ReminderLadders, ReminderRung } from '@gongkai/statutes';

/** A rung as it is shown and edited. */
export const rungView = ({ at, every, tell, by, acknowledge }: ReminderRung): LadderRung => ({
  at,
  every: every ?? null,
  tell,
  by,
  acknowledge,
});

/** Rungs as they are kept: one at the place of a standard one keeps its name, and proofs of years read alike. */
export const rungsOf = (rungs: readonly LadderRung[], standard: ReminderLadder): ReminderRung[] =>
  rungs.map(({ every, ...rung }) => ({
    ...rung,
    id: standard.rungs.find(({ at }) => at === rung.at)?.id ?? nameOf(rung.at),
    ...(every === null ? {} : { every }),
  }));

const nameOf = (at: number): string => (at < 0 ? `before_${String(-at)}` : `after_${String(at)}`);

/** Before the day, and after it. */
const SIDES: Readonly<Record<keyof OrganLadder['floor'], (rung: Pick<ReminderRung, 'at'>) => boolean>> = {
  before: ({ at }) => at < 0,
  after: ({ at }) => at > 0,
};

/**
 * What no organ may take off a ladder: where the shipped one warns before the day, somebody of those whom it warns is warned; where it
 * tells after the day, somebody of those is told. Empty where the shipped ladder has nothing on that side.
 */
export const floorOf = ({ rungs }: ReminderLadder): OrganLadder['floor'] => {
  const told = (side: keyof typeof SIDES): string[] => [...new Set(rungs.filter(SIDES[side]).flatMap(({ tell }) => tell))];
  return { before: told('before'), after: told('after') };
};

/** Who is named by what only some deadlines have: a unit that is asked, who gave an order. */
const OF_SOME: ReadonlySet<string> = new Set(['asked', 'giver']);

/** The lists that can be named on a ladder: not those of an asked unit or an order where it is about neither. */
export const recipientsOn = ({ rungs }: ReminderLadder, { recipients }: Pick<ReminderLadders, 'recipients'>): string[] => {
  const named = new Set(rungs.flatMap(({ tell }) => tell));
  return Object.entries(recipients).flatMap(([name, { of }]) => (OF_SOME.has(of) && !named.has(name) ? [] : [name]));
};

const FLOORS: Readonly<Record<keyof OrganLadder['floor'], FieldCode>> = {
  before: 'told-only-after',
  after: 'told-only-before',
};

/** What is wrong with the rungs that an administrator wishes: the same as in the file, and what is taken off below the floor. */
export function rungProblems(
  rungs: readonly LadderRung[],
  standard: ReminderLadder,
  ladders: Pick<ReminderLadders, 'recipients'>,
): FieldProblem[] {
  const known = recipientsOn(standard, ladders);
  const wrong = rungs.flatMap(({ at, tell }, i): FieldProblem[] => {
    const before = rungs[i - 1];
    const isLate = before !== undefined && before.at >= at;
    return [
      ...(isLate ? [{ path: `rungs.${String(i)}.at`, code: 'not-above' as const, facts: { minimum: before.at } }] : []),
      ...tell.flatMap((name, n): FieldProblem[] =>
        known.includes(name)
          ? []
          : [{ path: `rungs.${String(i)}.tell.${String(n)}`, code: 'unknown-option', facts: { options: known.join(', ') } }],
      ),
    ];
  });
  const floor = floorOf(standard);
  const missing = (['before', 'after'] as const).filter((side) => {
    const told = rungs.filter(SIDES[side]).flatMap(({ tell }) => tell);
    return floor[side].length > 0 && !floor[side].some((name) => told.includes(name));
  });
  return [...wrong, ...missing.map((side): FieldProblem => ({ path: 'rungs', code: FLOORS[side] }))];
}
