import { randomUUID } from 'node:crypto';
import type { LocalDate } from '@gongkai/calendar';
import { Refusal, type NewApplication, type Receipt } from '@gongkai/contracts';
import { openCase, type FactOf } from '@gongkai/lifecycle';
import { arrivalDay, receiptDay } from '@gongkai/statutes';
import type { Sealer } from '@gongkai/platform';
import { drawQueryCode } from '../enquiries/query-code.js';
import type { LawOfCase } from '../law-shelf.js';
import type { Person } from '../person.js';
import { actorOf } from '../views/case-view.js';
import { arrivalProblems, type Arrival } from './arrival-days.js';
import { findableBy, reckon, type Reckoned } from './columns.js';
import { NO_HASH } from './journal-entry.js';
import { NOTHING_BESIDE } from './rows-beside.js';
import { openedRow, settle, type Moment, type NewCase } from './settle.js';
import type { Writing } from './write.js';

type Application = FactOf<'APPLICATION_RECEIVED'>;

/** A case that is about to be opened. */
export type Birth = {
  readonly caseId: string;
  readonly entryId: string;
  readonly actor: Person;
  readonly fact: Application;
  readonly head: NewCase;
  readonly law: LawOfCase;
  readonly moment: Moment;
  readonly sealer: Sealer;
};

export type Born = { readonly reckoned: Reckoned; readonly writing: Partial<Writing> };

/** A new case with all its rows. @throws Refusal `invalid-request` when the days of its arrival do not fit */
export function bear({ caseId, entryId, actor, fact, head, law, moment, sealer }: Birth): Born {
  const { today } = moment;
  const { after, ledger } = openCase(fact, { actor: actorOf(actor), entryId, today, law, newId: randomUUID });
  const reckoned = reckon(after, ledger, law, today);
  const { row, ...others } = settle({
    caseId,
    organId: head.organ_id,
    named: null,
    beside: NOTHING_BESIDE,
    version: 1,
    last: { seq: 0, hash: NO_HASH },
    entryId,
    actorId: actor.id,
    fact,
    reckoned,
    moment,
    turnBefore: null,
  });
  const opened = openedRow({ ...row, ...findableBy(head.number, head.applicant_name, reckoned) }, head, today);
  return { reckoned, writing: { opened: [opened], codes: [drawQueryCode(sealer, caseId)], ...others } };
}

/** The fact of an application as it was logged. The number a fax came from stays with the person. */
export function applicationFact(body: NewApplication, applicantId: string, law: LawOfCase, today: LocalDate): Application {
  const { faxNumber: _, ...receipt } = body.receipt;
  const { items, wantedForm, delivery, fileIds, lateReason, suggestion } = body;
  return {
    type: 'APPLICATION_RECEIVED',
    receipt,
    items: items.map((item) => ({ id: randomUUID(), ...item })),
    applicantId,
    wantedForm,
    delivery,
    ...(fileIds === undefined ? {} : { fileIds }),
    ...(suggestion === undefined ? {} : { suggestion }),
    ...(lateReason === undefined ? {} : { lateReason }),
    ...(isLoggedLate(arrivalDay(receipt), today, law) ? lateness(body, today, law) : {}),
  };
}

/** What an application that was logged late waits for: a reason nobody gave, and a second person where a date rests on what was typed. */
const lateness = ({ lateReason, receipt }: NewApplication, today: LocalDate, law: LawOfCase): Partial<Application> => ({
  ...(lateReason === undefined ? { loggedLate: true } : {}),
  ...(settlesLate(receipt, today, law) ? { settledByArrival: true } : {}),
});

/** Whether what is typed in late settles a date that has long begun: then a second person looks at it. */
export function settlesLate(receipt: Receipt, today: LocalDate, law: LawOfCase): boolean {
  const ofArrival = { ...receipt, confirmedOn: undefined, misaddressed: undefined } as Receipt;
  const days = [receipt, ofArrival].flatMap((told) => receiptDay(law.statute, told).on ?? []);
  return days.some((day) => isLoggedLate(day, today, law));
}

const IN_GOOD_TIME = 1;

/** Whether more than one working day has passed since the arrival. */
export function isLoggedLate(arrivedOn: LocalDate, today: LocalDate, { calendar }: LawOfCase): boolean {
  return calendar.covers(arrivedOn) && calendar.covers(today) && calendar.count(arrivedOn, today) > IN_GOOD_TIME;
}

/** @throws Refusal `invalid-request` naming each day of the arrival that has not come yet, or a postmark after it */
export function checkDays(receipt: Arrival, today: LocalDate): void {
  const problems = arrivalProblems(receipt, today).map((problem) => ({ ...problem, path: `receipt.${problem.path}` }));
  if (problems.length > 0) throw new Refusal('invalid-request', problems);
}
