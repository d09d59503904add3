import { isToApplicant, paperTexts, type NoticeKind, type PaperKind, type PartyContact } from '@gongkai/contracts';
import { isWhollyWithdrawn, ledgerOf, type CaseConsultation, type CaseNotice, type FactOf } from '@gongkai/lifecycle';
import type { RuleKey } from '@gongkai/statutes';
import type { Values } from '../content/places.js';
import { dayText, earlier } from './days.js';
import { feeValues } from './fee-values.js';
import { liftingValues } from './lifting-values.js';
import { workingDays } from './periods.js';
import { counted, joined } from './sentence.js';
import { saidAltogether } from './said.js';
import { consultationOf, lastFact, noticeOf, type Telling } from './telling.js';

/** What a paper can tell of the notice that it is, or is about. */
export function noticeValues(telling: Telling): Values {
  const notice = noticeOf(telling);
  return {
    ...(notice === undefined ? {} : ownValues(notice, telling)),
    ...correctionValues(telling, notice),
    ...extensionValues(telling, notice),
    ...partyValues(telling),
    ...findingValues(telling, notice),
    ...feeValues(telling, notice),
    ...liftingValues(telling, notice),
    ...postValues(notice, telling),
  };
}

const PAPER_OF: Readonly<Record<Exclude<NoticeKind, 'consultation'>, PaperKind>> = {
  correction: 'correction',
  extension: 'extension',
  explain_reasons: 'explain_reasons',
  delay: 'delay',
  fee: 'fee',
  fee_lifted: 'fee_lifted',
  third_party_disclosure: 'third_party_disclosure',
  reply: 'reply',
};
const LETTER_TO: Readonly<Record<CaseConsultation['kind'], PaperKind>> = {
  third_party: 'consult_third_party',
  joint_organ: 'consult_joint_producer',
  other_organ: 'consult_other_organ',
  secrecy_authority: 'consult_secrecy_authority',
};

/** What a notice is called. */
export function nameOf({ id, kind }: Pick<CaseNotice, 'id' | 'kind'>, { matter }: Pick<Telling, 'matter'>): string {
  if (kind !== 'consultation') return paperTexts[PAPER_OF[kind]]['zh-CN'];
  const asked = matter.reckoned.now.file.consultations.find((one) => one.id === id);
  return paperTexts[LETTER_TO[asked?.kind ?? 'other_organ']]['zh-CN'];
}

function ownValues(notice: CaseNotice, telling: Telling): Values {
  const { matter, words } = telling;
  const { kind, number, madeOn, dispatchedOn, servedOn, mode, attempts } = notice;
  return {
    'notice.kind': nameOf(notice, telling),
    'notice.number': number ?? undefined,
    'notice.madeOn': dayText(earlier(madeOn, dispatchedOn)),
    'notice.sentOn': dayText(dispatchedOn),
    'notice.servedOn': dayText(servedOn),
    'notice.mode': mode === null ? undefined : words.mode[mode],
    'notice.trackingNumber': attempts.at(-1)?.trackingNumber ?? undefined,
    ...leftBefore(notice, telling),
    'notice.servedHow': servedHow(notice, telling),
    'notice.addressee': isToApplicant(kind) ? matter.head.applicant.name : partyOf(notice, telling),
  };
}

/** Before whom it was left at the address, and how many photos or films there are of it (CPL 89). */
function leftBefore({ attempts, proofs }: CaseNotice, { words }: Telling): Values {
  const last = attempts.at(-1);
  if (last?.mode !== 'left_at_address') return {};
  return {
    'notice.witness': last.witness ?? undefined,
    'notice.recorded': proofs.length === 0 ? undefined : counted(words.counts.recordings, proofs.length),
  };
}

/** The consultation that a notice to somebody else than the applicant is of. */
function askedBy({ id, kind }: Pick<CaseNotice, 'id' | 'kind'>, { matter }: Pick<Telling, 'matter'>) {
  const { consultations } = matter.reckoned.now.file;
  return consultations.find((one) =>
    kind === 'consultation' ? one.id === id : one.setAside.some(({ noticeId }) => noticeId === id),
  );
}

/** Whom a notice to somebody else than the applicant is for. */
export const partyOf = (notice: Pick<CaseNotice, 'id' | 'kind'>, telling: Pick<Telling, 'matter'>): string | undefined =>
  askedBy(notice, telling)?.party;

/** On the envelope: what is not known is written in by hand. What is not about a notice goes to the applicant. */
function postValues(notice: CaseNotice | undefined, { matter }: Telling): Values {
  const { contacts, applicant } = matter.head;
  if (notice === undefined || isToApplicant(notice.kind)) return postTo(applicant);
  const asked = askedBy(notice, { matter });
  return asked === undefined ? {} : postTo({ name: asked.party, ...contacts[asked.id] });
}

const postTo = ({ name, phone, address }: PartyContact & { readonly name: string }): Values => ({
  'post.name': name,
  'post.phone': phone,
  ...addressParts(address),
});

const POSTCODE = /[，,、\s（(]*(?:邮编|邮政编码)?[：:\s]*(?<!\d)(\d{6})(?!\d)[）)，,、\s]*/u;

/** An address, and apart from it its postcode where it has one. */
function addressParts(address: string | undefined): Values {
  const code = address === undefined ? undefined : POSTCODE.exec(address)?.[1];
  return code === undefined
    ? { 'post.address': address }
    : { 'post.address': address?.replace(POSTCODE, ''), 'post.postcode': code };
}

function servedHow({ id, kind }: CaseNotice, { matter }: Telling): string | undefined {
  if (kind === 'reply') return lastFact(matter, 'REPLY_SERVED')?.how;
  const served = matter.journal.findLast(
    ({ fact }) =>
      ('noticeId' in fact && fact.noticeId === id && 'how' in fact) ||
      (fact.type === 'CONSULTATION_RECEIVED' && fact.consultationId === id),
  )?.fact;
  return served !== undefined && 'how' in served ? served.how : undefined;
}

function correctionValues({ matter, words }: Telling, notice: CaseNotice | undefined): Values {
  const made = notice?.kind === 'correction' ? lastFact(matter, 'CORRECTION_NOTICE_MADE', notice.id) : undefined;
  if (made === undefined) return {};
  return {
    'correction.missing': made.missing,
    'correction.period': counted(words.period[made.periodUnit], made.period),
  };
}

/** The date is that of the day it leaves: of one that is made and not sent, of today. */
function extensionValues({ matter }: Telling, notice: CaseNotice | undefined): Values {
  const made = notice?.kind === 'extension' ? lastFact(matter, 'EXTENSION', notice.id) : undefined;
  if (made === undefined || notice === undefined) return {};
  const { now, law, today } = matter.reckoned;
  const notices = now.file.notices.map((one) =>
    one.id === notice.id ? { ...one, dispatchedOn: one.dispatchedOn ?? today } : one,
  );
  const ledger = ledgerOf({ ...now.file, notices }, law, { asOf: today, derivation: false });
  return {
    'extension.days': String(made.workingDays),
    'extension.reason': lastFact(matter, 'EXTENSION_PROPOSED')?.reason,
    'extension.due': dayText(ledger.finalDue ?? ledger.provisionalFinalDue),
  };
}

const PERIOD_OF: Readonly<Partial<Record<CaseConsultation['kind'], RuleKey>>> = {
  third_party: 'consult.third_party.days',
  joint_organ: 'consult.joint.days',
  other_organ: 'consult.related.days',
};

function partyValues(telling: Telling): Values {
  const asked = consultationOf(telling);
  if (asked === undefined) return {};
  const { matter } = telling;
  const rule = PERIOD_OF[asked.kind];
  return {
    'party.name': asked.party,
    'party.address': matter.head.contacts[asked.id]?.address,
    'party.period': rule === undefined ? undefined : workingDays(rule, telling),
    'party.deemedConsent': asked.kind === 'joint_organ' ? asked.party : undefined,
    'party.grounds': groundsOf(asked, telling),
    'party.saidByLink': saidAltogether(telling),
    'party.endedOn': endedOn(asked, telling),
    'party.answerLink': answerLink(asked, telling),
    'override.publicInterest': lastFact(matter, 'THIRD_PARTY_OVERRIDDEN')?.publicInterest,
  };
}

function groundsOf({ id }: CaseConsultation, { matter }: Telling): string | undefined {
  const answers = matter.journal.flatMap(({ fact }) => (fact.type === 'CONSULTATION_ANSWERED' ? [fact] : []));
  return answers.findLast(({ consultationId }) => consultationId === id)?.grounds;
}

/** Since when a letter that nobody answered is waited for no more: its items are gone, the case has ended, or its reply has left. */
function endedOn(letter: CaseConsultation, { matter }: Telling): string | undefined {
  const { file } = matter.reckoned.now;
  const { answeredOn, elsewhereFrom } = letter;
  // What a split has taken along is still asked there.
  if (answeredOn !== null || (elsewhereFrom !== null && !isWhollyWithdrawn(letter, file))) return undefined;
  const { ending, round } = file;
  return dayText(elsewhereFrom ?? ending?.on ?? round.reply.dispatchedOn);
}

/** Questions of secrecy go over no public line. */
function answerLink({ id, kind }: CaseConsultation, { matter, links, letters = [] }: Telling): string | undefined {
  const written = matter.journal.findLast(({ fact }) => fact.type === 'CONSULTATION' && fact.consultationId === id);
  const letter = written ?? letters.find((entry) => entry.consultation_id === id);
  return letter === undefined || kind === 'secrecy_authority' ? undefined : links?.addressOf(letter.id);
}

function findingValues(telling: Telling, notice: CaseNotice | undefined): Values {
  const { matter, words } = telling;
  const asked = notice?.kind === 'explain_reasons' ? lastFact(matter, 'REASONS_ASKED', notice.id) : undefined;
  const set = notice?.kind === 'delay' ? lastFact(matter, 'DELAY_SET', notice.id) : undefined;
  return {
    ...(asked === undefined
      ? {}
      : { 'reasons.found': foundIn(asked, words), 'reasons.period': workingDays('reasons.applicant_period', telling) }),
    'delay.until': dayText(set?.until),
    'delay.reason': set?.reason,
  };
}

const COUNTS = ['requestsThisMonth', 'requestsThisYear', 'itemsThisMonth'] as const;

/** In numbers, where they are on record, and in words. */
function foundIn(asked: FactOf<'REASONS_ASKED'>, { counts }: Telling['words']): string | undefined {
  return joined([...COUNTS.map((name) => counted(counts[name], asked[name])), asked.reason]);
}
