import type { Ledger } from '@gongkai/contracts';
import fc from 'fast-check';
import { oracle, type OracleDates } from '../support/clock-oracle.js';
import { calendarDaysAfter } from '../support/days.js';
import type { Facts } from '../support/facts.js';
import { atCounter, play } from '../support/play.js';
import { PUBLISHED, randomCase } from '../support/random-case.js';

type Comparable = Record<string, unknown>;

/** Both sides in one shape: consultations by id, no articles. */
function comparable(dates: OracleDates | Ledger, facts: Facts, asOf: string | undefined): Comparable {
  const { extensionRefused: refused, consultations, ...rest } = { ...dates, derivation: undefined };
  const endless = new Set(asOf === undefined && dates.clock !== 'withdrawn' ? endlessLetters(facts) : []);
  return {
    ...rest,
    extensionRefused: refused && { code: refused.code, dispatchedOn: refused.dispatchedOn, due: refused.due },
    consultations: [...consultations]
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map((one) => (endless.has(one.id) ? { ...one, excludedWorkingDays: null } : one)),
  };
}

/** Letters that stop without end and without a day to count to: how many days they have excluded is not settled. */
const endlessLetters = ({ events }: Facts): string[] =>
  events.flatMap((event) =>
    event.type === 'consultation' && event.kind === 'secrecy_authority' && event.answeredOn === undefined ? [event.id] : [],
  );

describe('the engine and a day-by-day reading of the law', () => {
  test('agree on every date of any case', () => {
    fc.assert(
      fc.property(randomCase(PUBLISHED), ({ facts, asOf }) => {
        const engine = comparable(play(facts, { asOf, derivation: false }), facts, asOf);
        expect(engine).toEqual(comparable(oracle(facts, asOf), facts, asOf));
      }),
      { numRuns: 2000 },
    );
  });

  test('agree around the day on which the terms changed', () => {
    fc.assert(
      fc.property(randomCase({ from: '2019-05-08', to: '2019-05-22' }), ({ facts, asOf }) => {
        const engine = comparable(play(facts, { asOf, derivation: false }), facts, asOf);
        expect(engine).toEqual(comparable(oracle(facts, asOf), facts, asOf));
      }),
      { numRuns: 500 },
    );
  });

  test('agree on estimates where the calendar of next year is not published', () => {
    fc.assert(
      fc.property(randomCase({ from: '2026-08-15', to: '2026-12-31' }), ({ facts, asOf }) => {
        fc.pre(facts.events.every(({ type }) => type !== 'delay_set'));
        const engine = comparable(play(facts, { asOf, derivation: false }), facts, asOf);
        expect(engine).toEqual(comparable(oracle(facts, asOf), facts, asOf));
      }),
      { numRuns: 500 },
    );
  });

  test('agree after the day of receipt was put right: everything behind it is replayed', () => {
    fc.assert(
      fc.property(randomCase(PUBLISHED), fc.integer({ min: 1, max: 12 }), ({ facts, t, asOf }, earlier) => {
        fc.pre(t !== null);
        const replaced = { ...facts, receipt: atCounter(calendarDaysAfter(t, -earlier)) };
        play(facts, { asOf });
        const engine = comparable(play(replaced, { asOf, derivation: false }), replaced, asOf);
        expect(engine).toEqual(comparable(oracle(replaced, asOf), replaced, asOf));
      }),
      { numRuns: 800 },
    );
  });
});
