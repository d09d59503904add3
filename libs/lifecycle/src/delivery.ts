import type { LocalDate } from '@gongkai/calendar';
import { inForce } from '@gongkai/statutes';
import { consultationsHere, type CaseFile, type CaseNotice } from './case-file.js';
import type { CaseLaw } from './case-law.js';
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

/**
 * The documents of the present round whose service is still worth finding out about: not a reply that is served by public notice, no
 * letter that was answered or gave way to a later one.
 */
export function underDelivery(file: CaseFile): readonly CaseNotice[] {
  const { notices, round } = file;
  const asked = consultationsHere(file);
  const waits = ({ id, kind }: CaseNotice): boolean => {
    if (kind === 'reply') return id === round.reply.noticeId && round.reply.publicNoticeOn === null;
    const letter = asked.find((one) => one.id === id);
    return kind !== 'consultation' || (letter?.answeredOn === null && !givesWay(letter, asked));
  };
  return notices.filter((notice) => notice.round === round.number && notice.servedOn === null && waits(notice));
}
