import type { Derivation, Ledger } from '@gongkai/contracts';
import fc from 'fast-check';
import { calendarDaysAfter, calendarDaysBetween, kindOfDay } from '../support/days.js';
import { eventsOf, type Facts } from '../support/facts.js';
import { play } from '../support/play.js';
import { randomCase } from '../support/random-case.js';

const RUNS = { numRuns: 300 };

/** Every field of the answer that is a deadline, in the order of the answer; the days it starts from are no deadlines. */
function deadlinesOf(ledger: Ledger): [string, string][] {
  const { correctionNoticeDeadline, replyDueAtRegistration, replyDue, extendedDue, finalDue, consultations } = ledger;
  const { correctionDueFromApplicant, feePaymentDue, provisionalReplyDue, provisionalFinalDue, cautiousFinalDue } = ledger;
  const fields: Record<string, string | null | undefined> = {
    correctionNoticeDeadline,
    replyDueAtRegistration,
    replyDue,
    extendedDue,
    finalDue,
    ...Object.fromEntries(consultations.map(({ id, answerDue }) => [`answerDue:${id}`, answerDue])),
    correctionDueFromApplicant,
    feePaymentDue,
    provisionalReplyDue,
    provisionalFinalDue,
    cautiousFinalDue,
  };
  return Object.entries(fields).filter((field): field is [string, string] => typeof field[1] === 'string');
}

const NO_DEADLINES: readonly string[] = ['receivedOn', 'restartedOn', 'feeLiftedOn'];
const isDeadline = ({ deadline }: Derivation): boolean => !NO_DEADLINES.includes(deadline);
const daysIn = (from: string, due: string): string[] =>
  Array.from({ length: Math.max(0, calendarDaysBetween(from, due)) }, (_, i) => calendarDaysAfter(from, i + 1));

/** A court must be able to read why a date is what it is. */
describe('the derivation', () => {
  test('has one entry for every deadline given, in the order of the answer, with the same date', () => {
    fc.assert(
      fc.property(randomCase(), ({ facts, asOf }) => {
        const ledger = play(facts, { asOf });
        expect(ledger.derivation.filter(isDeadline).map(({ deadline, due }) => [deadline, due])).toEqual(deadlinesOf(ledger));
      }),
      RUNS,
    );
  });

  test('accounts for every day of the period: counted or skipped, each skipped day once and in order', () => {
    fc.assert(
      fc.property(randomCase(), ({ facts, asOf }) => {
        for (const { counted, skipped, from, due } of play(facts, { asOf }).derivation) {
          const dates = skipped.map(({ date }) => date);
          expect(dates).toEqual([...new Set(dates)].sort());
          expect(dates.every((date) => from < date && date <= due)).toBe(true);
          if (counted === null) expect(skipped).toEqual([]);
          else expect(counted + skipped.length).toBe(calendarDaysBetween(from, due));
        }
      }),
      RUNS,
    );
  });

  test('of a period in working days skips exactly the days off and the days a letter stopped', () => {
    fc.assert(
      fc.property(randomCase(), ({ facts, asOf }) => {
        const ledger = play(facts, { asOf });
        for (const entry of ledger.derivation.filter(({ deadline }) => deadline === 'replyDue' || deadline === 'extendedDue')) {
          expect(entry.skipped).toEqual(daysIn(entry.from, entry.due).flatMap((date) => skippedDay(date, facts, ledger)));
        }
      }),
      RUNS,
    );
  });

  test('can be left out, and nothing else changes', () => {
    fc.assert(
      fc.property(randomCase(), ({ facts, asOf }) => {
        const { derivation, ...dates } = play(facts, { asOf });
        expect(Array.isArray(derivation)).toBe(true);
        expect({ ...play(facts, { asOf, derivation: false }), derivation: undefined }).toEqual({
          ...dates,
          derivation: undefined,
        });
      }),
      { numRuns: 200 },
    );
  });

  test('names the calendar of a date that was set for a day before the period began anew', () => {
    const events = [
      { type: 'fee_notice_received', on: '2021-12-16' },
      { type: 'fee_paid', on: '2022-01-01' },
      { type: 'delay_set', until: '2021-12-22' },
    ];
    const { derivation } = play({ receipt: { channel: 'in_person', submittedOn: '2021-12-02' }, events } as Parameters<
      typeof play
    >[0]);
    expect(derivation.map(({ calendarVersion }) => calendarVersion)).not.toContain('');
  });

  test('names article, rule and the versions of law and calendar', () => {
    fc.assert(
      fc.property(randomCase(), ({ facts, asOf }) => {
        for (const { article, rule, statuteVersion, calendarVersion } of play(facts, { asOf }).derivation) {
          for (const text of [article, rule, statuteVersion, calendarVersion]) expect(text).not.toBe('');
        }
      }),
      { numRuns: 200 },
    );
  });
});

/** Why a day does not count: a holiday, else a weekend, else the letters that stopped it in order of dispatch. */
function skippedDay(date: string, facts: Facts, ledger: Ledger): { date: string; reason: string }[] {
  const kind = kindOfDay(date);
  if (kind !== 'working') return [{ date, reason: kind }];
  const ids = eventsOf(facts.events, 'consultation')
    .filter(({ id, dispatchedOn }) => dispatchedOn < date && date <= lastStoppedDay(id, ledger))
    .sort((a, b) => (a.dispatchedOn < b.dispatchedOn ? -1 : a.dispatchedOn > b.dispatchedOn ? 1 : a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
  return ids.length === 0 ? [] : [{ date, reason: `consultation:${ids.join(',')}` }];
}

/** Closed, or open with the forecast that silence lasts; a letter that was not served stops nothing. */
function lastStoppedDay(id: string, { consultations }: Ledger): string {
  const one = consultations.find((consultation) => consultation.id === id);
  if (one === undefined) return '';
  if (one.kind === 'secrecy_authority' && one.closedOn === null) return '9999-12-31';
  return one.closedOn ?? one.answerDue ?? '';
}
