import type { CaseDeadlines, CaseView, Language, LedgerView, PersonRef, Turn } from '@gongkai/contracts';
import {
  deliveryOwed,
  handFor,
  lacksOf,
  draftOf,
  isAsSentBack,
  isUnproven,
  underDelivery,
  unitDue,
  stepOfPost,
  waysFor,
  noRemedyOf,
  stepsOf,
  standingAttribute,
  stepsOfChain,
  stoppingLetters,
  waitsAtCounter,
  type Actor,
  type Approval,
  type CaseFile,
  type CaseItem,
  type CaseNow,
  type LegalStanding,
  type Standing,
  type Steps,
  type UnitRequest,
} from '@gongkai/lifecycle';
import type { CaseLedger } from '@gongkai/contracts';
import { plainJson, sha256 } from '@gongkai/platform';
import { receiptDay, reconsiderationFirst, type Decision, type OtherDeadline } from '@gongkai/statutes';
import { maskedApplicant, type Applicant } from '../applicants.js';
import { remedyView, type AppearingLists } from '../desk/appearing.js';
import type { PartyContacts } from '../desk/party-contact.js';
import type { Reckoned } from '../desk/columns.js';
import { mayLook } from '../looks/may-look.js';
import type { Person } from '../person.js';
import { checklistsView } from './checklists-view.js';
import { consultationView } from './consultation-view.js';
import { orderView } from './order-view.js';
import { reportRows } from './report-row-view.js';
import { stepsWhereTied, type Tied } from './tied-cases.js';
import { besides, turnDue } from './turn-due.js';
import { noticeView } from './notice-view.js';

type ApprovalGiven = NonNullable<CaseView['approval']>['steps'][number]['given'];

/** What of a case is not made of its facts. */
export type CaseHead = {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly organCode: string;
  readonly applicant: Applicant;
  readonly assignee: PersonRef | null;
  readonly openedOn: CaseView['openedOn'];
  readonly closedOn: string | null;
  /** Names by id, of those whom the case knows. */
  readonly people: CaseView['people'];
  /** Those that are answered by its reply, and parts of its application that are not over. */
  readonly tied: Tied;
  /** Who appears at its hearings, list by list. */
  readonly appearing: AppearingLists;
  /** Where whoever is consulted is reached, by the id of the consultation. */
  readonly contacts: PartyContacts;
};

/** Who looks, and in which language the reasons are told. */
export type Looking = { readonly actor: Person | 'clock'; readonly language: Language };

/** A person as permissions see them. */
export const actorOf = ({ id, roles, ogiHead, titles, standsFor, substituteFor }: Person): Actor => ({
  ...{ id, roles, ogiHead, titles, substituteFor },
  standsFor: standsFor.map(({ name: _, until: _until, ...hand }) => ({ ...hand, roles: ['approver'] })),
});

/** Under which law, on which day; the ledger where it is known already. */
type Asked = Pick<Reckoned, 'law' | 'today'> & { readonly ledger?: CaseLedger };

const NO_STEPS: Steps = { permitted: [], refused: [] };

/** Every step with its answer for who looks; the clock takes none of them. */
export function stepsFor(now: CaseNow, { law, today, ledger }: Asked, { actor, language }: Looking, tied: Tied): Steps {
  if (actor === 'clock') return NO_STEPS;
  const steps = stepsOf(
    now,
    { actor: actorOf(actor), entryId: '', today, law, newId: () => '', digest: sha256 },
    language,
    ledger,
  );
  return stepsWhereTied(steps, tied, language, today);
}

function unitRequestView(one: UnitRequest, { law: { calendar } }: Reckoned) {
  const { workingDays: _, ...asked } = one;
  const due = unitDue(one, calendar);
  return { ...asked, due, provisional: calendar.isProvisional(due) };
}

/** What waits for a second person, and whether it is proven. */
const toConfirmView = (
  { noticeId: _notice, proven: _proven, ...entry }: CaseFile['toConfirm'][number],
  file: CaseFile,
): CaseView['toConfirm'][number] => ({ ...entry, unproven: isUnproven({ noticeId: _notice, proven: _proven, ...entry }, file) });

/** What of the application is not answered here, who helps with the rest, and what is demanded of it. */
const besideItems = (reckoned: Reckoned) => {
  const { withdrawnItems, itemsElsewhere, itemsApart, partOf, inapplicable, unitRequests, orders } = reckoned.now.file;
  const { calendar } = reckoned.law;
  return {
    ...{ withdrawnItems, itemsElsewhere, itemsApart, partOf, inapplicable },
    unitRequests: unitRequests.map((one) => unitRequestView(one, reckoned)),
    orders: orders.map((order) => orderView(order, { calendar, today: reckoned.today })),
  };
};

/** What waits for approval or signature, and what was approved, by their fingerprints. */
const draftsOf = ({ standing, now: { file } }: Reckoned) => ({
  draft: standing.state === 'approving' ? draftOf(file, sha256) : null,
  approvedDraft: file.round.reply.approvedDraft,
  asSentBack: isAsSentBack(file, sha256),
  approval: approvalOf(file.round.reply),
  attribute: { standing: standingAttribute(file.round.reply.attribute), ...file.round.reply.attribute },
});

/** Every step of the chain, with its approval where it was given. */
function approvalOf({ submittedBy, chain, approvals, legal }: CaseFile['round']['reply']): CaseView['approval'] {
  if (submittedBy === null) return null;
  return { steps: stepsOfChain(chain).map((by, i) => ({ by, given: givenOf(approvals[i]) })), legal: legalOf(legal) };
}

function legalOf({ asked, review }: LegalStanding): NonNullable<CaseView['approval']>['legal'] {
  if (!asked) return null;
  if (review === null) return { given: null };
  const { draft: _, ...given } = review;
  return { given };
}

function givenOf(approval: Approval | undefined): ApprovalGiven {
  if (approval === undefined) return null;
  const { draft: _, ...given } = approval;
  return given;
}

/**
 * The case with everything a person needs to take the next step. Without `undefined`, as it goes over the wire, so that an answer kept
 * for a repetition is the same as the first.
 */
export function caseView(head: CaseHead, reckoned: Reckoned, looking: Looking): CaseView {
  const { now, standing } = reckoned;
  const { file } = now;
  const { permitted, refused } = stepsFor(now, reckoned, looking, head.tied);
  return plainJson({
    id: head.id,
    number: head.number,
    version: head.version,
    organ: head.organCode,
    state: standing.state,
    links: standing.links,
    receipt: receiptView(reckoned, head.applicant),
    applicant: maskedApplicant(head.applicant, mayLook(looking.actor)),
    ...decidedView(reckoned, looking.language),
    ...besideItems(reckoned),
    checklists: checklistsView(reckoned, looking.language),
    wantedForm: file.wantedForm,
    delivery: file.delivery,
    round: file.round.number,
    notices: noticesView(reckoned),
    consultations: file.consultations.map((asked) => consultationView(asked, reckoned, head.contacts[asked.id])),
    remedies: reckoned.now.file.remedies.map((remedy) => remedyView(remedy, head.appearing)),
    deadlines: deadlinesView(reckoned),
    ...shineOf(standing),
    ...draftsOf(reckoned),
    turn: turnView(reckoned, head.assignee, looking.actor),
    outcome: standing.outcome,
    assignee: head.assignee,
    extensionProposed: file.round.extensionProposed,
    voided: file.ending?.voided === true,
    publication: file.publication,
    linkedCaseIds: file.linkedCaseIds,
    toConfirm: file.toConfirm.map((entry) => toConfirmView(entry, file)),
    lateReasonMissing: file.lateReasonMissing,
    openedOn: head.openedOn,
    closedOn: head.closedOn,
    ...{ permitted, refused },
    people: { ...head.people, ...nameOf(head.assignee) },
  }) as CaseView;
}

/** What is asked for and decided, and where that counts in the annual report. */
function decidedView(reckoned: Reckoned, language: Language) {
  const rows = reportRows(reckoned, language);
  const { items } = reckoned.now.file;
  return {
    items: items.map((item) => ({ ...item, remedy: remedyAgainst(item, reckoned), reportRow: rows.ofItem(item) })),
    reportRow: rows.ofCase,
  };
}

/** What went out, with what its delivery still owes. */
function noticesView({ now: { file }, standing, law }: Reckoned): CaseView['notices'] {
  const isOver = standing.state === 'closed' || standing.state === 'filed';
  const under = isOver ? [] : underDelivery(file);
  return file.notices.map((notice) => ({
    ...noticeView(notice),
    lacks: [...lacksOf(notice)],
    owed: under.includes(notice) ? deliveryOwed(notice, law) : null,
  }));
}

/** A person by id, for a list of names. */
export const nameOf = (person: PersonRef | null): CaseView['people'] => (person === null ? {} : { [person.id]: person.name });

/** A refusal always has its ground: the step that decided it saw to that. */
function remedyAgainst({ decision }: CaseItem, { law }: Reckoned): CaseView['items'][number]['remedy'] {
  if (decision === null) return null;
  return reconsiderationFirst(decision as Decision, decision.decidedOn, law.grounds) ? 'reconsideration_first' : 'either';
}

/** Light, clock and days, as view and row show them. */
export const shineOf = ({ light, clock, daysLeft, budgetDays, usedDays, stoppedDays }: Standing) => ({
  light,
  clock,
  daysLeft,
  budgetDays,
  usedDays,
  stoppedDays,
});

function receiptView({ now: { file }, law, today }: Reckoned, { faxNumber }: Applicant): object {
  const { on, rule, article } = receiptDay(law.statute, file.receipt, today);
  return { ...file.receipt, ...(faxNumber === undefined ? {} : { faxNumber }), receivedOn: on, rule, article };
}

const otherView = ({ deadline, article, due, provisionalDue, about, metOn }: OtherDeadline): CaseDeadlines['others'][number] => ({
  deadline,
  article,
  due,
  ...(provisionalDue === undefined ? {} : { provisionalDue }),
  ...(about === undefined ? {} : { about }),
  ...(metOn === null ? {} : { metOn }),
});

/** Every deadline without its derivation. */
export function deadlinesView({ now: { file }, ledger, standing, others, law, today }: Reckoned): CaseDeadlines {
  const { derivation: _, ...dates } = ledger;
  const stoppedBy =
    ledger.clock === 'running' ? stoppingLetters(file, ledger, law, today).map(({ id, kind }) => ({ id, kind })) : [];
  const clock = stoppedBy.length > 0 ? 'stopped' : ledger.clock;
  const noRemedy = noRemedyOf(file, others, standing.state);
  return { ...dates, clock, stoppedBy, others: others.map(otherView), noRemedy };
}

/** Every deadline with its derivation. */
export const ledgerView = ({ ledger, others }: Pick<Reckoned, 'ledger' | 'others'>): LedgerView => ({
  ...ledger,
  others: others.map((other) => {
    const { startedBy, unit, derivation } = other;
    return { ...otherView(other), startedBy, unit, derivation };
  }),
});

/** Whose turn it is, with the name where the turn is a person's, and by when. */
export function turnView(reckoned: Reckoned, assignee: PersonRef | null, actor?: Looking['actor']): Turn {
  const { role, personId, ...held } = reckoned.standing.turn;
  const person = personId !== null && personId === assignee?.id ? assignee : null;
  const due = turnDue(reckoned);
  const daysLeft = due === null ? null : reckoned.law.calendar.count(reckoned.today, due);
  const { now, today } = reckoned;
  const isAtCounter = waitsAtCounter(now.file, today);
  return {
    who: role === null ? null : { role, person },
    ...held,
    ...{ due, daysLeft },
    ...(isAtCounter ? { onTheSpot: true } : {}),
    ...besides(reckoned),
    ...inPlaceOf(reckoned, actor),
  };
}

/** In whose place a person would take the step that is expected, where not in their own and they have not to choose. */
function inPlaceOf({ now: { file }, standing: { turn } }: Reckoned, person: Looking['actor'] = 'clock'): Pick<Turn, 'inPlaceOf'> {
  if (person === 'clock' || turn.step === null || turn.role !== 'approver') return {};
  const actor = actorOf(person);
  if (stepOfPost(actor, turn.step, file) !== null || waysFor(actor, turn.step, file).length > 1) return {};
  const { id } = handFor(actor, { step: turn.step }, file);
  const stood = person.standsFor.find((one) => one.id === id);
  return stood === undefined ? {} : { inPlaceOf: { id, name: stood.name, delegatedOn: stood.delegatedOn } };
}
