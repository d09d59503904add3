import type { LocalDate } from '@gongkai/calendar';
import type { ConsultationKind } from '@gongkai/contracts';
import { consultationsHere, type CaseConsultation, type CaseNotice } from './case-file.js';
import type { Establish, Establishes, Making } from './establish-step.js';
import { made } from './made-notice.js';
import { letterStanding, refusalsStanding } from './third-parties.js';

type AskStep = 'askThirdParty' | 'askJointProducer' | 'askOtherOrgan' | 'askSecrecyAuthority';
export type ConsultationStep = AskStep | 'recordAnswer' | 'changePartyContact' | 'takeBackLetter' | 'overrideThirdParty';

/** A letter to be consulted is one document: its notice and its consultation have one id. */
const ask =
  (kind: ConsultationKind): Establish<AskStep> =>
  ({ party, itemIds, ...said }, making) => {
    const about = named(
      itemIds,
      making.file.items.map(({ id }) => id),
      making,
    );
    const standing = letterStanding(making.file, { kind, party, itemIds: about });
    if (standing !== undefined)
      making.days.add({ path: 'party', code: 'letter-stands', facts: { party, letter: nameOf(standing) } });
    const sent = made(making, 'consultation', said);
    return { type: 'CONSULTATION', ...sent, consultationId: sent.noticeId, kind, party, itemIds: about };
  };

/** By its number, and where it has none by the day it left, or was made. */
const nameOf = ({ number, dispatchedOn, madeOn }: CaseNotice): string => number ?? dispatchedOn ?? madeOn;

/** The items that are meant, each once; where nobody says which, all of them. */
function named(itemIds: readonly string[] | undefined, all: readonly string[], { days }: Making): string[] {
  itemIds?.forEach((id, i) => {
    days.knows(all.includes(id), `itemIds.${String(i)}`, 'unknown-item');
  });
  return [...new Set(itemIds ?? all)];
}

/** Letters that ask somebody else, what they answer, and a refusal that is set aside (REG 11, 17, 32, 34). */
export const establishConsultation: Establishes<ConsultationStep> = {
  askThirdParty: ask('third_party'),
  askJointProducer: ask('joint_organ'),
  askOtherOrgan: ask('other_organ'),
  askSecrecyAuthority: ask('secrecy_authority'),
  recordAnswer: ({ consultationId, answeredOn, answer, grounds }, making) => {
    const consultation = consultationHere(making, consultationId);
    if (consultation?.answeredOn)
      making.days.add({ path: 'consultationId', code: 'already-answered', facts: { on: consultation.answeredOn } });
    making.days.knows(consultation?.dispatchedOn !== null, 'consultationId', 'not-dispatched');
    // Only a refusal on reasonable grounds keeps anything back (REG 32): that none were given is on record too, in words.
    making.days.knows(answer === 'agree' || grounds !== undefined, 'grounds', 'grounds-unsaid');
    return {
      type: 'CONSULTATION_ANSWERED',
      consultationId,
      answeredOn: answerDay(answeredOn, consultation, making),
      answer,
      grounds,
    };
  },
  changePartyContact: ({ consultationId, partyAddress, partyPhone }, making) => {
    const isAsked = consultationsHere(making.file).some(({ id }) => id === consultationId);
    making.days.knows(isAsked, 'consultationId', 'unknown-consultation');
    making.days.knows(partyAddress !== undefined || partyPhone !== undefined, 'partyAddress', 'required');
    return { type: 'PARTY_CONTACT_CHANGED', on: making.today, consultationId };
  },
  takeBackLetter: ({ consultationId, reason }, { file, days, today }) => {
    const letter = consultationsHere(file).find(({ id }) => id === consultationId);
    days.knows(letter !== undefined, 'consultationId', 'unknown-consultation');
    if (letter?.dispatchedOn)
      days.add({ path: 'consultationId', code: 'already-dispatched', facts: { on: letter.dispatchedOn } });
    return { type: 'CONSULTATION_TAKEN_BACK', on: today, consultationId, reason };
  },
  overrideThirdParty: ({ consultationId, itemIds, publicInterest }, making) => {
    const refusal = refusalsStanding(making.file).find(({ letter }) => letter.id === consultationId);
    const isAsked = consultationOf(making, consultationId) !== undefined;
    making.days.knows(!isAsked || refusal !== undefined, 'consultationId', 'nobody-refused');
    const about = refusal === undefined ? [] : named(itemIds, refusal.itemIds, making);
    return {
      type: 'THIRD_PARTY_OVERRIDDEN',
      ...made(making, 'third_party_disclosure', { dispatchedOn: null }),
      consultationId,
      itemIds: about,
      publicInterest,
    };
  },
};

/** What came by its link is answered on the day it came, whenever somebody takes it down. */
function answerDay(given: LocalDate | undefined, letter: CaseConsultation | undefined, { days }: Making): LocalDate {
  const came = letter?.cameOn;
  const day = days.past('answeredOn', given ?? came, letter?.servedOn ?? letter?.dispatchedOn);
  if (came !== undefined && day > came) days.add({ path: 'answeredOn', code: 'answer-came', facts: { on: came } });
  return day;
}

/** One that is about items of another case now is answered there. */
function consultationHere(making: Making, id: string): CaseConsultation | undefined {
  const found = consultationOf(making, id);
  making.days.knows(found?.elsewhereFrom === null, 'consultationId', 'unknown-consultation');
  return found;
}

/** The letter of that id. */
export function consultationOf({ file, days }: Making, id: string): CaseConsultation | undefined {
  const found = file.consultations.find((consultation) => consultation.id === id);
  days.knows(found !== undefined, 'consultationId', 'unknown-consultation');
  return found;
}
