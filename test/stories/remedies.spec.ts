import { readCalendar, readFeeTariffs, readGrounds, readStatute } from '@gongkai/platform';
import { feePerItems, feePerPages, OtherFact, otherDeadlines, remediesOf, type Decision } from '@gongkai/statutes';
import type { z } from 'zod';
import { localDate } from '@gongkai/calendar';

const [statute, calendar, grounds] = [readStatute(), readCalendar(), readGrounds()];

type Written = z.input<typeof OtherFact>;

/** The deadlines that these facts start beside the clock, by name. */
function deadlinesAfter(...facts: Written[]): Record<string, string | null> {
  const known = facts.map((fact) => OtherFact.parse(fact));
  return Object.fromEntries(otherDeadlines(known, statute, calendar, grounds).map(({ deadline, due }) => [deadline, due]));
}

/** What an applicant may do against a reply, and by when; what the organ then owes. */
describe('remedies', () => {
  test('a reply posted on the last day: sixty days run from the signature of the applicant, not from the posting', () => {
    const served: Written = {
      type: 'reply_served',
      on: '2025-10-16',
      madeOn: '2025-10-11',
      decisions: [{ code: 'not_existing' }],
    };
    expect(deadlinesAfter(served)).toMatchObject({ reconsiderationUntil: '2025-12-15', suitUntil: '2026-04-16' });
  });

  test('a refusal served on 10 March 2026 can be taken to reconsideration until a worked Saturday', () => {
    const decisions = [{ code: 'refused', ground: 'process_information' }] as const;
    const deadlines = deadlinesAfter({ type: 'reply_served', on: '2026-03-10', madeOn: '2026-03-09', decisions: [...decisions] });
    expect(deadlines).toMatchObject({ reconsiderationUntil: '2026-05-09' });
    expect(deadlines).not.toHaveProperty('suitUntil');
  });

  test.each([
    ['summary', '2026-04-27', '2026-05-18'],
    ['ordinary', '2026-05-07', '2026-06-15'],
  ] as const)(
    '%s procedure: our answer by %s, the decision by %s',
    (track, reconsiderationAnswerDue, reconsiderationDecisionDue) => {
      const accepted = { type: 'reconsideration_accepted', on: '2026-04-16', track } as const;
      const copy = { type: 'reconsideration_copy_received', on: '2026-04-20', track } as const;
      expect(deadlinesAfter(accepted, copy)).toMatchObject({ reconsiderationAnswerDue, reconsiderationDecisionDue });
    },
  );

  test('the ordinary procedure may be prolonged by thirty days', () => {
    const accepted = { type: 'reconsideration_accepted', on: '2026-04-16', track: 'ordinary' } as const;
    const extended = { type: 'reconsideration_extended', on: '2026-06-10' } as const;
    expect(deadlinesAfter(accepted, extended)).toMatchObject({ reconsiderationDecisionDue: '2026-07-15' });
  });

  test('ordered to decide anew on 18 May: twenty working days, and a suit until 2 June', () => {
    expect(deadlinesAfter({ type: 'redo_ordered', on: '2026-05-18' })).toMatchObject({ redoDue: '2026-06-15' });
    const decided = { type: 'reconsideration_decided', on: '2026-05-18' } as const;
    expect(deadlinesAfter(decided)).toMatchObject({ suitAfterReconsiderationUntil: '2026-06-02' });
  });

  test.each<[string, Decision, boolean]>([
    ['what is public already', { code: 'already_public' }, false],
    ['the part withheld', { code: 'partly_granted', ground: 'third_party_rights' }, true],
    ['process information', { code: 'refused', ground: 'process_information' }, true],
    ['what does not exist', { code: 'not_existing' }, false],
    ['not handled after an unpaid fee', { code: 'abandoned_fee' }, false],
  ])('%s: reconsideration first is decided item by item (ARL 23)', (_, decision, isFirst) => {
    expect(remediesOf(decision, localDate('2026-03-10'), grounds).reconsiderationFirst).toBe(isFirst);
  });
});

describe('which tariff: the 35th item of the month, with 150 pages', () => {
  const tariffs = readFeeTariffs();

  test('by items it costs the rate of its tier', () => {
    expect(feePerItems({ earlierItemsThisMonth: 34, items: 1 }, tariffs).yuan).toBe(200);
  });

  test('by pages it costs the sum of the tiers; one of the two, never both', () => {
    expect(feePerPages({ pages: 150 }, tariffs).yuan).toBe(1700);
  });
});
