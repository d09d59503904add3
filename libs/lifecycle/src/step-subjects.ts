import type { LocalDate } from '@gongkai/calendar';
import type { CommandType } from '@gongkai/contracts';
import {
  consultationsHere,
  type EntryToConfirm,
  type CaseFile,
  type CaseItem,
  type CaseNotice,
  type CaseRemedy,
} from './case-file.js';
import { openingFor, type Opening } from './chart.js';
import { cameBack, isOnItsWay } from './case-notice.js';
import { deliveryOwed } from './delivery.js';
import { lacksOf } from './delivery-lacks.js';
import { otherWaysFailed } from './last-resort.js';
import { serviceFactOf } from './establish-delivery.js';
import { servedAs } from './served-in-vain.js';
import type { FactType } from './facts.js';
import { selvesOf, waysFor } from './approval.js';
import { handsOf, mayConfirm, type Actor } from './permissions.js';
import { asksReview } from './situation.js';
import { lastDayToSend, type Today } from './step-limits.js';
import { ordersAnswerable, ordersOpen } from './supervision-orders.js';
import { refusalsStanding } from './third-parties.js';
import { unsentLetters } from './unsent-letters.js';
import { withheldItems } from './withheld.js';

/** One of several things a step can be about: the field that names it. */
export type StepSubject = {
  readonly field: 'itemId' | 'noticeId' | 'consultationId' | 'remedyId' | 'entryId' | 'requestId' | 'orderId' | 'items';
  readonly id: string;
  /** The last day the law takes for this one. */
  readonly until?: LocalDate;
  /** That day rests on a calendar that is not published. */
  readonly provisional?: true;
};

/** Where the case stands, for what waits in it. */
export type Waiting = Today & { readonly openings: ReadonlyMap<FactType, Opening>; readonly actor: Actor };
type Subjects = (waiting: Waiting) => readonly StepSubject[];

const named =
  (field: StepSubject['field'], those: (file: CaseFile) => readonly { readonly id: string }[]): Subjects =>
  ({ file }) =>
    those(file).map(({ id }) => ({ field, id }));

/** What has not been decided comes first; a decision can be changed until the reply is submitted. */
const items = ({ items: all }: CaseFile): readonly CaseItem[] => [
  ...all.filter(({ decision }) => decision === null),
  ...all.filter(({ decision }) => decision !== null),
];
const inReview = ({ items: all }: CaseFile): readonly CaseItem[] => all.filter(({ review }) => review?.status === 'pending');
/** What lacks a proof comes first. */
const sentOnes = ({ notices }: CaseFile): readonly CaseNotice[] => {
  const sent = notices.filter(({ attempts }) => attempts.length > 0);
  const isProven = (notice: CaseNotice): boolean => lacksOf(notice).length === 0;
  return [...sent.filter((one) => !isProven(one)), ...sent.filter(isProven)];
};
const openRemedies =
  (isMeant: (remedy: CaseRemedy) => boolean) =>
  ({ remedies }: CaseFile): readonly CaseRemedy[] =>
    remedies.filter((remedy) => remedy.closedOn === null && isMeant(remedy));

/** The last day of a step or a notice, marked where it is an estimate. */
export const untilOf = (until: LocalDate, { calendar }: Today['law']): { until: LocalDate; provisional?: true } => ({
  until,
  ...(calendar.isProvisional(until) ? { provisional: true } : {}),
});

const unsent: Subjects = (now) =>
  now.file.notices
    .filter((notice) => (notice.dispatchedOn === null || cameBack(notice)) && notice.kind !== 'reply')
    .map((notice) => {
      const { id, kind } = notice;
      const until = cameBack(notice) ? deliveryOwed(notice, now.law)?.due : lastDayToSend[kind]?.(now);
      return { field: 'noticeId', id, ...(until ? untilOf(until, now.law) : {}) };
    });

/** Sent and not served, where the chart takes their service now; the reply is named by that word. */
const unserved: Subjects = (waiting) =>
  waiting.file.notices
    .filter((notice) => isUnderWay(notice, waiting))
    .map(({ id, kind }): StepSubject =>
      kind === 'consultation' ? { field: 'consultationId', id } : { field: 'noticeId', id: kind === 'reply' ? 'reply' : id },
    );

/** What came back and can be served in no other way: the reply first where it is back. */
const publishable: Subjects = ({ file, law, today }) => {
  const failed = (notice: CaseNotice): boolean =>
    cameBack(notice) && otherWaysFailed(notice.attempts, law.statute, today) === null;
  const { noticeId } = file.round.reply;
  const those = file.notices.filter((notice) => failed(notice) && (notice.kind !== 'reply' || notice.id === noticeId));
  return those.map(({ id, kind }) => ({ field: 'noticeId', id: kind === 'reply' ? 'reply' : id }));
};

/** On their way, the reply first where it is out: each can come back. */
const returnable: Subjects = (waiting) => {
  const { file, openings } = waiting;
  const { noticeId } = file.round.reply;
  const isReplyOut = noticeId !== null && openingFor(openings, 'REPLY_RETURNED').open;
  const others = file.notices.filter((notice) => notice.kind !== 'reply' && isOnItsWay(notice));
  return [...(isReplyOut ? ['reply'] : []), ...others.map(({ id }) => id)].map((id) => ({ field: 'noticeId', id }));
};

function isUnderWay(notice: CaseNotice, { file, ledger, law, openings }: Waiting): boolean {
  if (notice.dispatchedOn === null || notice.servedOn !== null) return false;
  if (notice.kind !== 'reply' && cameBack(notice)) return false;
  if (notice.kind === 'reply' && notice.id !== file.round.reply.noticeId) return false;
  return servedAs(serviceFactOf(notice, { file, ledger, statute: law.statute })).some((fact) => openingFor(openings, fact).open);
}

/** Entries that this person may confirm: none of their own, and none that follows another case and is confirmed there. */
export function confirmableBy(file: CaseFile, actor: Actor): CaseFile['toConfirm'] {
  const ways = waysFor(actor, 'confirmFact', file);
  const isConfirmable = (entry: EntryToConfirm, way: Actor): boolean =>
    !isOwnEntry(file, way, entry) &&
    mayConfirm(
      entry,
      handsOf(way).flatMap(({ roles }) => roles),
    );
  return file.toConfirm.filter((entry) => entry.follows === undefined && ways.some((way) => isConfirmable(entry, way)));
}

/** An entry that this person wrote, or whoever they would confirm it for. */
export const isOwnEntry = (file: CaseFile, actor: Actor, { entryId, by }: CaseFile['toConfirm'][number]): boolean =>
  selvesOf(actor, { step: 'confirmFact', entryId }, file).includes(by);

const subjects: Readonly<Partial<Record<CommandType, Subjects>>> = {
  decideItem: named('itemId', items),
  submitReview: named('itemId', ({ items: all }) => all.filter(asksReview)),
  passReview: named('itemId', inReview),
  blockReview: named('itemId', inReview),
  split: named('items', ({ items: all }) => all),
  withdrawItem: named('itemId', ({ items: all }) => all),
  dispatchNotice: unsent,
  recordService: unserved,
  recordReturn: returnable,
  serveByPublicNotice: publishable,
  addProof: named('noticeId', sentOnes),
  addStamped: named('noticeId', ({ notices }) => notices),
  recordUnitAnswer: named('requestId', ({ unitRequests }) => unitRequests.filter(({ answeredOn }) => answeredOn === null)),
  answerOrder: named('orderId', ordersAnswerable),
  repeatOrder: named('orderId', ordersOpen),
  closeOrder: named('orderId', ordersOpen),
  recordAnswer: named('consultationId', (file) =>
    consultationsHere(file).filter(({ dispatchedOn, answeredOn }) => dispatchedOn !== null && answeredOn === null),
  ),
  changePartyContact: named('consultationId', consultationsHere),
  takeBackLetter: named('consultationId', unsentLetters),
  overrideThirdParty: named('consultationId', (file) => refusalsStanding(file).map(({ letter }) => letter)),
  confirmFact: ({ file, actor }) => confirmableBy(file, actor).map(({ entryId: id }) => ({ field: 'entryId', id })),
  updateRemedy: named(
    'remedyId',
    openRemedies(({ kind }) => kind !== 'complaint'),
  ),
  answerRemedy: named(
    'remedyId',
    openRemedies(({ answeredOn }) => answeredOn === null),
  ),
  reviewWithholding: named('itemId', (file) => withheldItems(file).map(({ item }) => item)),
  recordReconsiderationDecision: named(
    'remedyId',
    openRemedies(({ kind }) => kind === 'reconsideration'),
  ),
  recordJudgment: named(
    'remedyId',
    openRemedies(({ kind }) => kind === 'litigation'),
  ),
};

/** What a step can be about now; undefined where it names nothing of the case. */
export const subjectsOf = (step: CommandType, waiting: Waiting): readonly StepSubject[] | undefined => subjects[step]?.(waiting);
