import type { Ledger } from '@gongkai/contracts';
import fc from 'fast-check';
import { calendarDaysAfter } from '../support/days.js';
import { eventsOf, type Event, type Facts } from '../support/facts.js';
import { dayOf } from '../support/oracle-course.js';
import { consultationsKnownOn } from '../support/oracle-stops.js';
import { consultation, play } from '../support/play.js';
import { randomCase, type RandomCase } from '../support/random-case.js';

const RUNS = { numRuns: 200 };
/** A case with a settled day of receipt. */
const settled = randomCase().filter((one): one is RandomCase & { t: string } => one.t !== null);
const datesOf = ({ replyDue, extendedDue, finalDue }: Ledger): (string | null)[] => [replyDue, extendedDue, finalDue];

/** What the law promises whatever happens in a case. */
describe('the statutory clock', () => {
  test('no date before T is settled', () => {
    fc.assert(
      fc.property(randomCase(), ({ facts, asOf }) => {
        const ledger = play(facts, { asOf });
        fc.pre(ledger.receivedOn === null);
        expect(ledger).toMatchObject({
          clock: 'not_started',
          correctionNoticeDeadline: null,
          replyDueAtRegistration: null,
          consultations: [],
        });
        expect(datesOf(ledger)).toEqual([null, null, null]);
      }),
      { numRuns: 60 },
    );
  });

  test('one more stop never makes a date earlier', () => {
    const letter = fc.record({
      at: fc.integer({ min: 0, max: 60 }),
      served: fc.integer({ min: 0, max: 6 }),
      answer: fc.option(fc.integer({ min: 0, max: 30 })),
    });
    fc.assert(
      fc.property(settled, letter, ({ facts, t, asOf }, { at, served, answer }) => {
        fc.pre(eventsOf(facts.events, 'extension').length < 2);
        const out = calendarDaysAfter(t, at);
        const servedOn = calendarDaysAfter(out, served);
        const more = consultation('one-more', 'third_party', {
          out,
          served: servedOn,
          ...(answer === null ? {} : { answered: calendarDaysAfter(servedOn, answer) }),
        });
        const before = datesOf(play(facts, { asOf }));
        const after = datesOf(play({ ...facts, events: [...facts.events, more] }, { asOf }));
        // Pushed behind the dispatch of a letter nobody can say the end of, a date has no forecast at all.
        const isEndless = eventsOf(facts.events, 'consultation').some(({ kind }) => kind === 'secrecy_authority');
        before.forEach((date, i) => {
          if (date !== null) expect((after[i] ?? (isEndless ? '9999-12-31' : '')) >= date).toBe(true);
        });
      }),
      RUNS,
    );
  });

  test('extensions in effect never exceed the most the law allows', () => {
    fc.assert(
      fc.property(settled, ({ facts, t, asOf }) => {
        const { derivation } = play(facts, { asOf });
        const most = t < '2019-05-15' ? 15 : 20;
        const counted = (name: string): number | null | undefined =>
          derivation.find(({ deadline }) => deadline === name)?.counted;
        expect(counted('replyDue') ?? most).toBe(most);
        expect(counted('extendedDue') ?? most + 1).toBeGreaterThan(most);
        expect(counted('extendedDue') ?? most).toBeLessThanOrEqual(2 * most);
      }),
      RUNS,
    );
  });

  test('by the postmark a correction is in time exactly as long as it is posted by the last day, and the period runs from its arrival', () => {
    const notice = { type: 'correction_notice_received', on: '2026-03-09', periodUnit: 'working_day' } as const;
    const letter = fc.record({
      period: fc.integer({ min: 1, max: 20 }),
      postedAfter: fc.integer({ min: 0, max: 40 }),
      travel: fc.integer({ min: 0, max: 12 }),
    });
    fc.assert(
      fc.property(letter, ({ period, postedAfter, travel }) => {
        const asked: Facts = { receipt: { channel: 'in_person', submittedOn: '2026-03-02' }, events: [{ ...notice, period }] };
        const last = play(asked).correctionDueFromApplicant ?? '';
        const postedOn = calendarDaysAfter(notice.on, postedAfter);
        const on = calendarDaysAfter(postedOn, travel);
        const came = { ...asked, events: [...asked.events, { type: 'correction_received', on, postedOn } as Event] };
        const readings = { received: on <= last, posted: postedOn <= last };
        for (const [rule, inTime] of Object.entries(readings)) {
          const ledger = play(came, { rules: { 'correction.in_time_by': rule as keyof typeof readings } });
          expect([ledger.clock, ledger.restartedOn]).toEqual(inTime ? ['running', on] : ['deemed_abandoned', undefined]);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('the order in which facts are told is irrelevant', () => {
    const shuffled = settled.chain((one) =>
      fc.tuple(fc.constant(one), fc.shuffledSubarray([...one.facts.events], { minLength: one.facts.events.length })),
    );
    fc.assert(
      fc.property(shuffled, ([{ facts, asOf }, events]) => {
        expect(play({ ...facts, events }, { asOf })).toEqual(play(facts, { asOf }));
      }),
      RUNS,
    );
  });

  test('T never moves backward, and the first one never moves', () => {
    fc.assert(
      fc.property(settled, ({ facts, t }) => {
        let inForce = t;
        for (let after = 0; after <= 120; after += 3) {
          const { receivedOn, restartedOn } = play(facts, { asOf: calendarDaysAfter(t, after), derivation: false });
          expect(receivedOn).toBe(t);
          expect((restartedOn ?? t) >= inForce).toBe(true);
          inForce = restartedOn ?? t;
        }
      }),
      { numRuns: 100 },
    );
  });

  test('the same question has the same answer, and asking changes no fact', () => {
    fc.assert(
      fc.property(randomCase(), randomCase(), (one, other) => {
        const told = JSON.stringify(one.facts);
        const first = play(one.facts, { asOf: one.asOf });
        play(other.facts, { asOf: other.asOf });
        expect(play(one.facts, { asOf: one.asOf })).toEqual(first);
        expect(JSON.stringify(one.facts)).toBe(told);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the day one looks', () => {
  test('facts after it are irrelevant', () => {
    fc.assert(
      fc.property(settled, ({ facts, t, asOf }) => {
        fc.pre(asOf !== undefined && asOf >= t);
        expect(play(prunedTo(facts, asOf), { asOf })).toEqual(play(facts, { asOf }));
      }),
      RUNS,
    );
  });

  test('beyond everything it makes no difference, once no letter is open and nothing is awaited', () => {
    fc.assert(
      fc.property(settled, ({ facts, t }) => {
        const ledger = play(facts);
        fc.pre(!ledger.clock.startsWith('awaiting') && ledger.consultations.every(({ closedOn }) => closedOn !== null));
        expect(play(facts, { asOf: calendarDaysAfter(t, 400) })).toEqual(ledger);
      }),
      RUNS,
    );
  });

  test('the dates a case starts with stay what they were on the first day', () => {
    fc.assert(
      fc.property(settled, ({ facts, t, asOf }) => {
        fc.pre(asOf !== undefined && asOf >= t);
        const { correctionNoticeDeadline, replyDueAtRegistration } = play(facts, { asOf });
        expect({ correctionNoticeDeadline, replyDueAtRegistration }).toEqual({
          correctionNoticeDeadline: play({ ...facts, events: [] }).correctionNoticeDeadline,
          replyDueAtRegistration: play({ ...facts, events: [] }).finalDue,
        });
      }),
      RUNS,
    );
  });
});

/** What is known on a day and nothing else. That nobody answered is known from the calendar alone. */
function prunedTo(facts: Facts, day: string): Facts {
  const isKnown = (date: string | undefined): boolean => date === undefined || date <= day;
  const events = facts.events.flatMap((event): Event[] => {
    if (event.type === 'correction_not_received' || event.type === 'fee_not_paid') return [];
    if (event.type === 'consultation')
      return consultationsKnownOn([event], day).map((letter) => JSON.parse(JSON.stringify(letter)) as Event);
    return isKnown(dayOf(event)) ? [event] : [];
  });
  return { ...facts, events };
}
