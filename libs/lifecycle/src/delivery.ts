import { addDays, type LocalDate } from '@gongkai/calendar';
import { inForce } from '@gongkai/statutes';
import { consultationsHere, type Attempt, type CaseFile, type CaseNotice } from './case-file.js';
import type { CaseLaw } from './case-law.js';
import type { Judgement } from './judgements.js';
import { givesWay } from './third-parties.js';

/** What the delivery of a document waits for, until a day of the organ's own: word of its service, or another try. */
export type DeliveryOwed = {
  readonly deadline: 'serviceProofDue' | 'serviceAgainDue';
  readonly due: LocalDate;
};

/**
 * By when somebody looks up what became of a document that was sent, or sends again what came back (G235); null where neither is owed.
 * Working days by the rules `service.proof_days` and `service.again_days`, from the day it left or came back.
 */
export function deliveryOwed(
  { attempts, servedOn }: CaseNotice,
  { statute, calendar }: Pick<CaseLaw, 'statute' | 'calendar'>,
): DeliveryOwed | null {
  const last = attempts.at(-1);
  if (last === undefined || servedOn !== null) return null;
  const { on, cameBackOn } = last;
  return cameBackOn === null
    ? { deadline: 'serviceProofDue', due: calendar.add(on, inForce(statute, 'service.proof_days', on)) }
    : { deadline: 'serviceAgainDue', due: calendar.add(cameBackOn, inForce(statute, 'service.again_days', cameBackOn)) };
}

/** How it is said to have left, into whose hands, and with which files. */
type Leaving = {
  readonly mode?: Attempt['mode'] | undefined;
  readonly witness?: string | undefined;
  readonly fileIds?: readonly string[] | undefined;
};

/** What is left at the address is served before a witness, or where a photo or film records it; without either it is not (CPL 89). */
export function leftWithProof({ mode, witness, fileIds = [] }: Leaving, proofs: readonly string[] = []): Judgement {
  if (mode !== 'left_at_address' || witness !== undefined || fileIds.length > 0 || proofs.length > 0) return null;
  return { code: 'left-unproven', article: 'CPL 89' };
}

/** The tries to deliver a document; without its id, the reply. */
export const triesOf = ({ notices, round }: CaseFile, id: string | null = round.reply.noticeId): readonly Attempt[] =>
  notices.find((notice) => notice.id === id)?.attempts ?? [];

/** Whether a document is out by public notice, and not served yet. */
export const isPublished = ({ attempts, servedOn }: CaseNotice): boolean => {
  const last = attempts.at(-1);
  return servedOn === null && last?.mode === 'public_notice' && last.cameBackOn === null;
};

/**
 * The documents whose public notice is still waited for. On the service of a correction or fee notice nothing hangs but the wait that it
 * begins, and none begins once the reply of its round is signed: whether it ever counts as served decides nothing then, and nobody is told.
 * Every other document has its effect whatever becomes of the reply: the notice of an extension or a delay, a letter to a third party.
 */
export function publicNoticesRunning({ notices, round }: CaseFile): readonly CaseNotice[] {
  const isWorthIt = ({ id, kind, round: made }: CaseNotice): boolean =>
    kind === 'reply'
      ? id === round.reply.noticeId
      : (kind !== 'correction' && kind !== 'fee') || (made === round.number && round.reply.signedOn === null);
  return notices.filter((notice) => isPublished(notice) && isWorthIt(notice));
}

/** The day on which a document counts as served by its public notice (CPL 95); null where none is out. */
export function publicNoticeOver(notice: CaseNotice, { statute }: Pick<CaseLaw, 'statute'>): LocalDate | null {
  const last = notice.attempts.at(-1);
  if (last === undefined || !isPublished(notice)) return null;
  return addDays(last.on, inForce(statute, 'service.public_notice_days', last.on));
}

/**
 * The documents of the present round whose service is still worth finding out about: nothing that is served by public notice, no
 * letter that was answered or gave way to a later one, no fee notice that a payment has overtaken, and nothing that only led to a reply
 * which has left.
 */
export function underDelivery(file: CaseFile): readonly CaseNotice[] {
  const { notices, round } = file;
  const asked = consultationsHere(file);
  const waits = ({ id, kind, overtakenOn }: CaseNotice): boolean => {
    if (overtakenOn !== undefined) return false;
    if (kind === 'reply') return id === round.reply.noticeId;
    if (round.reply.dispatchedOn !== null) return false;
    const letter = asked.find((one) => one.id === id);
    return kind !== 'consultation' || (letter?.answeredOn === null && !givesWay(letter, asked));
  };
  return notices.filter(
    (notice) => notice.round === round.number && notice.servedOn === null && !isPublished(notice) && waits(notice),
  );
}
