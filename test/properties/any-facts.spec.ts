import { Refusal } from '@gongkai/contracts';
import fc from 'fast-check';
import { calendarDaysAfter } from '../support/days.js';
import type { Event } from '../support/facts.js';
import { atCounter, play } from '../support/play.js';

const T = '2025-07-01';

/** Few days, so that much happens on the same one; some before T. */
const day = fc.integer({ min: -1, max: 45 }).map((n) => calendarDaysAfter(T, n < 25 ? n % 5 : n - 10));
const perhaps = fc.option(day, { nil: undefined });
const workingDays = fc.integer({ min: 1, max: 20 });
const period = fc.integer({ min: 1, max: 6 });

/** Facts thrown together without any sense. */
const anyEvent: fc.Arbitrary<Event> = fc.oneof(
  fc.record({
    type: fc.constant('correction_notice_received' as const),
    on: day,
    period,
    periodUnit: fc.constantFrom('working_day' as const, 'calendar_day' as const),
    dispatchedOn: perhaps,
  }),
  fc.record({
    type: fc.constantFrom('correction_received' as const, 'fee_notice_received' as const, 'fee_paid' as const),
    on: day,
  }),
  fc.record({ type: fc.constantFrom('correction_not_received' as const, 'fee_not_paid' as const) }),
  fc.record({ type: fc.constant('extension' as const), dispatchedOn: day, workingDays }),
  fc.record({ type: fc.constant('delay_set' as const), until: day, on: perhaps }),
  fc.record({ type: fc.constant('withdrawn' as const), on: day }),
  fc.record({
    type: fc.constant('consultation' as const),
    id: fc.constantFrom('a', 'b', 'c', '__proto__'),
    kind: fc.constantFrom('third_party' as const, 'joint_organ' as const, 'secrecy_authority' as const),
    dispatchedOn: day,
    receivedByConsultedOn: perhaps,
    answeredOn: perhaps,
  }),
);
const anyEvents = fc.array(anyEvent, { minLength: 1, maxLength: 6 });

/** The answer as text, or that there is none. */
function outcome(events: readonly Event[], asOf: string | undefined): string {
  try {
    return JSON.stringify(play({ receipt: atCounter(T), events }, { asOf }));
  } catch (problem) {
    if (problem instanceof Refusal && problem.code === 'invalid-request' && problem.fields.length > 0) return 'refused';
    throw problem;
  }
}

describe('facts of any kind', () => {
  test('are answered or refused with the fields at fault, and their order is irrelevant even within a day', () => {
    const shuffled = anyEvents.chain((events) =>
      fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
    );
    fc.assert(
      fc.property(shuffled, perhaps, ([told, retold], asOf) => {
        expect(outcome(retold, asOf)).toBe(outcome(told, asOf));
      }),
      { numRuns: 2500 },
    );
  });
});
