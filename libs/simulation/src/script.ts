import type { LocalDate } from '@gongkai/calendar';
import type { CaseView } from '@gongkai/contracts';
import { inForce } from '@gongkai/statutes';
import { arrivalOf, type Arrival } from './arrival.js';
import { Diary, type Script } from './diary.js';
import { answerDays, countedDay, latest, type Stop } from './reckoning.js';
import { aboutConsultation, aboutEntry, aboutNotice, type Scripted } from './scripted.js';
import { writeReply } from './script-reply.js';
import { UNSCANNED } from './homeward.js';
import { FEE_AFTER, FEE_EACH, type Course } from './course.js';

/**
 * Writes down who does what on which day, so that a course comes about. The days are reckoned here in a simple way; what they are
 * worth the desk says, by the law.
 */
export function scriptOf(scripted: Scripted): Script {
  const arrival = arrivalOf(scripted);
  const diary = new Diary();
  const acceptedOn = writeAcceptance(diary, arrival, scripted);
  writeHandling(diary, acceptedOn, scripted);
  return { loggedOn: arrival.loggedOn, body: arrival.body, steps: diary.steps() };
}

function writeAcceptance(
  diary: Diary,
  { loggedOn, attemptsOn, confirmOn, lookedAtOn }: Arrival,
  { course, law, voice }: Scripted,
): LocalDate {
  for (const day of attemptsOn)
    diary.note(day, 'clerk', { type: 'logContactAttempt', how: '电话', result: voice.say('attempts') });
  if (confirmOn !== null)
    diary.note(confirmOn, 'clerk', { type: 'confirmReceipt', confirmedBy: '申请人本人', confirmedHow: '电话' });
  const looked = aboutEntry((entryId) => ({ type: 'confirmFact', entryId }));
  if (lookedAtOn !== null) diary.about(lookedAtOn, 'caseworker', 'confirmFact', looked);
  const begun = latest(loggedOn, course.receivedOn);
  if (course.registered) diary.note(begun, 'clerk', { type: 'register' });
  const acceptedOn = law.calendar.add(begun, course.acceptedAfter);
  diary.note(acceptedOn, 'caseworker', { type: 'accept' });
  diary.note(acceptedOn, 'caseworker', { type: 'claim' });
  return acceptedOn;
}

/** From acceptance to the end, whichever end it is. */
function writeHandling(diary: Diary, acceptedOn: LocalDate, scripted: Scripted): void {
  const { course, law, voice } = scripted;
  if (course.withdrawnAfter !== null) {
    const on = law.calendar.add(acceptedOn, course.withdrawnAfter);
    diary.note(on, 'caseworker', { type: 'withdraw', how: voice.say('withdrawals') });
    writeFiling(diary, on, scripted);
    return;
  }
  const corrected = writeCorrection(diary, acceptedOn, scripted);
  const base = corrected && writeFee(diary, latest(acceptedOn, corrected), corrected, scripted);
  if (base === null) return;
  const from = latest(base, acceptedOn);
  const stops = inOrder(course).map((asked, i) => writeConsultation(diary, { asked, i, from }, scripted));
  const budget = inForce(law.statute, 'reply.days', course.receivedOn);
  const free = stops.length === 0 ? from : latest(from, ...stops.map(({ upTo }) => upTo));
  const planned = countedDay(law.calendar, base, course.replyAfter, stops);
  const leavesOn = latest(planned, law.calendar.add(free, LEAST_WORK));
  writeExtension(diary, { due: countedDay(law.calendar, base, budget, stops), leavesOn }, scripted);
  writeReply(diary, { from: free, leavesOn }, scripted);
}

/** Working days from the last answer to the reply: decide, review, submit, sign. */
const LEAST_WORK = 3;

function writeFiling(diary: Diary, endedOn: LocalDate, { course, law }: Scripted): void {
  diary.note(law.calendar.add(endedOn, course.filedAfter), 'archivist', { type: 'file', unproven: UNSCANNED, unkept: UNSCANNED });
}

/** @returns the day the period runs from; null where nothing is handled any more */
function writeCorrection(diary: Diary, acceptedOn: LocalDate, scripted: Scripted): LocalDate | null {
  const {
    course: { correction, receivedOn, tooLate },
    law: { calendar, statute },
    voice,
  } = scripted;
  const missing = voice.say('missing');
  if (tooLate === 'correction') {
    const after = calendar.add(receivedOn, inForce(statute, 'correction.notice_days', receivedOn) + 1);
    diary.note(latest(after, acceptedOn), 'caseworker', { type: 'sendCorrectionNotice', missing });
  }
  if (correction === null) return receivedOn;
  const sentOn = latest(acceptedOn, calendar.add(receivedOn, correction.after));
  diary.note(sentOn, 'caseworker', { type: 'sendCorrectionNotice', missing });
  const servedOn = calendar.add(sentOn, correction.served);
  const served = aboutNotice('correction', (noticeId) => ({ type: 'recordService', noticeId, how: 'EMS签收' }));
  diary.about(servedOn, 'clerk', 'recordService', served);
  if (correction.answered !== null) {
    const correctedOn = calendar.add(servedOn, correction.answered);
    diary.note(correctedOn, 'clerk', { type: 'receiveCorrection', content: voice.say('corrected') });
    return correctedOn;
  }
  const due = calendar.add(servedOn, inForce(statute, 'correction.applicant_period', sentOn));
  // It may be closed on the day before; somebody comes to it on the next.
  const closedOn = calendar.add(due, inForce(statute, 'correction.mail_grace', due) + 2);
  diary.note(closedOn, 'caseworker', { type: 'closeAbandoned', cause: 'correction', unproven: UNSCANNED });
  writeFiling(diary, closedOn, scripted);
  return null;
}

/** @returns the day the period runs from; null while nothing is paid */
function writeFee(
  diary: Diary,
  from: LocalDate,
  base: LocalDate,
  { course: { fee }, law: { calendar } }: Scripted,
): LocalDate | null {
  if (fee === null) return base;
  const sentOn = calendar.add(from, fee.after);
  diary.note(sentOn, 'approver', {
    ...({ type: 'sendFeeNotice', basis: 'per_item', amount: fee.amount } as const),
    ...{
      finding: '本月申请数量明显超过合理范围',
      itemsBefore: FEE_AFTER,
      countedOtherwise: '含窗口当场提出的申请',
      itemsNow: fee.amount / FEE_EACH,
    },
  });
  const servedOn = calendar.add(sentOn, fee.served);
  const served = aboutNotice('fee', (noticeId) => ({ type: 'recordService', noticeId, how: 'EMS签收' }));
  diary.about(servedOn, 'clerk', 'recordService', served);
  if (fee.paid === null) return null;
  const paidOn = calendar.add(servedOn, fee.paid);
  diary.note(paidOn, 'caseworker', { type: 'recordPayment', amount: fee.amount });
  return paidOn;
}

const ASK = {
  third_party: 'askThirdParty',
  joint_organ: 'askJointProducer',
  other_organ: 'askOtherOrgan',
  secrecy_authority: 'askSecrecyAuthority',
} as const;

/** A case lists them as they were asked. */
const inOrder = ({ consultations }: Course): Course['consultations'] => consultations.toSorted((a, b) => a.after - b.after);

/** The i-th consultation of a case, and from when on it can be sent. */
type Asking = { readonly asked: Course['consultations'][number]; readonly i: number; readonly from: LocalDate };

/** Who is heeded was asked about what is withheld for its sake; everybody else about all of it. */
function concerned({ items }: CaseView, { answer, overridden }: Course['consultations'][number], { course }: Scripted): string[] {
  const isOpposed = answer === 'refuse' && !overridden;
  const withheld = items.filter((_, i) => course.decisions[i]?.ground === 'third_party_rights');
  return (isOpposed && withheld.length > 0 ? withheld : items).map(({ id }) => id);
}

/** @returns the days that will not count for it */
function writeConsultation(diary: Diary, { asked, i, from }: Asking, scripted: Scripted): Stop {
  const { law, voice } = scripted;
  const { kind, after, served, answer, answered, overridden } = asked;
  const { calendar } = law;
  const sentOn = calendar.add(from, after);
  const party = voice.consulted(kind);
  diary.about(sentOn, 'caseworker', ASK[kind], (view) => ({
    ...{ type: ASK[kind], party: voice.notAskedYet(kind, party, view.consultations) },
    itemIds: concerned(view, asked, scripted),
  }));
  if (served === null) return { after: sentOn, upTo: sentOn };
  const servedOn = calendar.add(sentOn, served);
  const arrived = aboutConsultation(i, (consultationId) => ({ type: 'recordService', consultationId, how: 'EMS签收' }));
  diary.about(servedOn, 'clerk', 'recordService', arrived);
  if (answer === null) return { after: sentOn, upTo: calendar.add(servedOn, answerDays(law, kind, servedOn) ?? answered) };
  const answeredOn = calendar.add(servedOn, answered);
  const grounds = answer === 'agree' ? {} : { grounds: voice.say('refusals') };
  const opinion = aboutConsultation(i, (consultationId) => ({ type: 'recordAnswer', consultationId, answer, ...grounds }));
  diary.about(answeredOn, 'caseworker', 'recordAnswer', opinion);
  const publicInterest = voice.say('overrides');
  const setAside = aboutConsultation(i, (consultationId) => ({ type: 'overrideThirdParty', consultationId, publicInterest }));
  if (overridden) {
    const setAsideOn = calendar.next(answeredOn);
    diary.about(setAsideOn, 'approver', 'overrideThirdParty', setAside);
    const told = aboutNotice('third_party_disclosure', (noticeId) => ({
      ...{ type: 'dispatchNotice', noticeId, mode: 'ems' },
      trackingNumber: `ED${String(scripted.course.n).padStart(9, '0')}CN`,
    }));
    diary.about(setAsideOn, 'caseworker', 'dispatchNotice', told);
  }
  return { after: sentOn, upTo: answeredOn };
}

/** When the reply is due without an extension, and when it leaves: what is answered before needs none. */
type Leaving = { readonly due: LocalDate; readonly leavesOn: LocalDate };

function writeExtension(
  diary: Diary,
  { due, leavesOn }: Leaving,
  { course: { extension, tooLate }, law: { calendar }, voice }: Scripted,
): void {
  const reason = voice.say('extensions');
  if (tooLate === 'extension')
    diary.note(calendar.next(due), 'caseworker', { type: 'proposeExtension', workingDays: 10, reason });
  if (extension === null) return;
  const { workingDays, before } = extension;
  const proposedOn = calendar.add(due, -before);
  if (proposedOn >= leavesOn) return;
  diary.note(proposedOn, 'caseworker', { type: 'proposeExtension', workingDays, reason });
  const consentedOn = before === 0 ? proposedOn : calendar.next(proposedOn);
  diary.note(consentedOn, 'approver', { type: 'approveExtension' });
  const arrived = aboutNotice('extension', (noticeId) => ({ type: 'recordService', noticeId, how: 'EMS签收' }));
  diary.about(calendar.add(consentedOn, 2), 'clerk', 'recordService', arrived);
}
