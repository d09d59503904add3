import { isReleased } from '@gongkai/lifecycle';
import { addDays, type LocalDate } from '@gongkai/calendar';
import type { Command, CommandOf } from '@gongkai/contracts';
import type { Course } from './course.js';
import type { Diary } from './diary.js';
import { ORIGINAL, UNSCANNED } from './homeward.js';
import { latest } from './reckoning.js';
import { aboutItem, aboutRemedy, type Scripted } from './scripted.js';

/** From when on the reply can be worked at, and when it is to leave the organ. */
export type ReplyDays = { readonly from: LocalDate; readonly leavesOn: LocalDate };

/** Search, decisions, review, approval, dispatch, service, remedies, filing. */
export function writeReply(diary: Diary, { from, leavesOn }: ReplyDays, scripted: Scripted): void {
  const { calendar } = scripted.law;
  const before = (days: number): LocalDate => latest(from, calendar.add(leavesOn, -days));
  writeDecisions(diary, { searchedOn: before(4), decidedOn: before(3), reviewedOn: before(2) }, scripted);
  writeApproval(diary, { submittedOn: before(2), approvedOn: before(1) }, scripted);
  const servedOn = writeDelivery(diary, leavesOn, scripted);
  if (scripted.course.suggested) diary.note(servedOn, 'caseworker', { type: 'suggestPublication' });
  const settledOn = scripted.course.remedies.map((remedy) => writeRemedy(diary, servedOn, remedy, scripted));
  if (settledOn.includes(null)) return;
  const free = latest(servedOn, ...settledOn.flatMap((day) => day ?? []));
  diary.note(calendar.add(free, scripted.course.filedAfter), 'archivist', {
    type: 'file',
    unproven: UNSCANNED,
    unkept: UNSCANNED,
  });
}

type DecisionDays = { readonly searchedOn: LocalDate; readonly decidedOn: LocalDate; readonly reviewedOn: LocalDate };

function writeDecisions(diary: Diary, { searchedOn, decidedOn, reviewedOn }: DecisionDays, scripted: Scripted): void {
  const { course, voice } = scripted;
  const where = voice.say('searchedIn');
  const found = course.decisions.some(({ code }) => code === 'not_existing') ? '未检索到' : '检索到相关材料';
  diary.note(searchedOn, 'caseworker', { type: 'recordSearch', where, words: '申请内容关键词', result: found });
  if (course.decisions.some(({ code }) => code === 'excessive_no_reason')) writeExcess(diary, { searchedOn, decidedOn }, voice);
  course.decisions.forEach((decision, i) => {
    const details = detailsOf(decision, scripted);
    diary.about(
      decidedOn,
      'caseworker',
      'decideItem',
      aboutItem(i, (itemId) => ({ type: 'decideItem', itemId, ...details })),
    );
  });
  course.decisions.forEach(({ code }, i) => {
    // What is given out has its record reviewed (REG 17).
    if (!isReleased({ code })) return;
    diary.about(
      decidedOn,
      'caseworker',
      'submitReview',
      aboutItem(i, (itemId) => ({ type: 'submitReview', itemId, ...ORIGINAL })),
    );
    diary.about(
      reviewedOn,
      'reviewer',
      'passReview',
      aboutItem(i, (itemId) => ({ type: 'passReview', itemId })),
    );
  });
}

/** What was said does not bear the number (REG 35). */
function writeExcess(
  diary: Diary,
  { searchedOn, decidedOn }: Pick<DecisionDays, 'searchedOn' | 'decidedOn'>,
  voice: Scripted['voice'],
): void {
  diary.note(searchedOn, 'caseworker', { type: 'askReasons', reason: voice.say('excesses') });
  diary.note(decidedOn, 'approver', { type: 'rejectReasons', answer: voice.say('explanations'), reason: voice.say('reasons') });
}

type Details = Omit<CommandOf<'decideItem'>, 'type' | 'itemId'>;

/** Answers that tell where it can be had. */
const TELLS_WHERE: ReadonlySet<string> = new Set(['already_public', 'publication']);

/** Days after which somebody asks for the same again. */
const ASKED_AGAIN_AFTER = 90;

/** A withheld item has its ground, article and what a court looks for, another organ its name, a repeated one the earlier reply, a rule of its own that rule; the others have their reasons (REG 36, 37). */
function detailsOf({ code, ground }: Course['decisions'][number], { course, law, voice }: Scripted): Details {
  const withheld = ground === undefined ? {} : { ground, article: law.grounds.grounds[ground].article, ...foundIn(code, voice) };
  const elsewhere = code === 'not_this_organ' ? { otherOrgan: voice.say('otherOrgans') } : {};
  const earlier =
    code === 'repeated'
      ? { earlierNumber: voice.say('earlierReplies'), earlierDay: addDays(course.receivedOn, -ASKED_AGAIN_AFTER) }
      : {};
  const ruled = code === 'special_rule' ? { article: voice.say('otherRules') } : {};
  const told = TELLS_WHERE.has(code) ? { otherOrgan: voice.say('locations') } : { reasons: voice.say('reasons') };
  return { code, ...told, ...withheld, ...unaskedIn({ code, ground }, { course, voice }), ...elsewhere, ...earlier, ...ruled };
}

/** Where all of it is withheld for somebody's sake who was not asked, why not (REG 32). */
function unaskedIn(
  { code, ground }: Course['decisions'][number],
  { course, voice }: Pick<Scripted, 'course' | 'voice'>,
): Partial<Details> {
  if (code !== 'refused' || ground !== 'third_party_rights') return {};
  return course.consultations.some(({ kind }) => kind === 'third_party') ? {} : { unasked: voice.say('unasked') };
}

const foundIn = (code: Details['code'], voice: Scripted['voice']): Partial<Details> => ({
  facts: voice.say('facts'),
  harm: voice.say('harms'),
  ...(code === 'refused' ? { severability: voice.say('severability') } : {}),
});

const NOTHING_TO_CHANGE = '已逐项核对案卷，依据和表述与案卷一致，答复内容未作改动';

type ApprovalDays = { readonly submittedOn: LocalDate; readonly approvedOn: LocalDate };

function writeApproval(diary: Diary, { submittedOn, approvedOn }: ApprovalDays, { course, voice }: Scripted): void {
  diary.note(submittedOn, 'caseworker', { type: 'submitForApproval' });
  if (course.sentBack) {
    diary.note(approvedOn, 'approver', { type: 'sendBack', reason: voice.say('sentBacks') });
    diary.note(approvedOn, 'caseworker', { type: 'submitForApproval', unchanged: NOTHING_TO_CHANGE });
  }
  diary.note(approvedOn, 'approver', { type: 'approve' });
  diary.note(approvedOn, 'approver', { type: 'signReply' });
}

/** What is handed over needs no record of service (G235). */
const AT_ONCE: ReadonlySet<string> = new Set(['in_person', 'left_at_address']);
const REPLY_SERVED: Command = { type: 'recordService', noticeId: 'reply', how: '签收' };
/** Working days after which a letter comes back, and after which it is sent again. */
const COMES_BACK = 5;
const SENT_AGAIN = 2;

/** What proves each way, as far as the office writes it down; the numbers are made up. */
function sentBy({ mode, n }: Course, isAgain = false): Command {
  const trackingNumber = `${isAgain ? 'EB' : 'EA'}${String(n).padStart(9, '0')}CN`;
  const proofs: Readonly<Partial<Record<Course['mode'], object>>> = {
    ems: { trackingNumber },
    registered_mail: { trackingNumber },
    in_person: { signedBy: '申请人本人' },
    left_at_address: { witness: '社区工作人员' },
    other_organ: { throughOrgan: '申请人所在街道办事处' },
  };
  return { type: 'dispatch', mode, ...proofs[mode] };
}

/** @returns the day on which the reply is served */
function writeDelivery(diary: Diary, leavesOn: LocalDate, { course, law: { calendar }, voice }: Scripted): LocalDate {
  diary.note(leavesOn, 'caseworker', sentBy(course));
  if (AT_ONCE.has(course.mode)) return leavesOn;
  let sentOn = leavesOn;
  if (course.returned) {
    const backOn = calendar.add(leavesOn, COMES_BACK);
    diary.note(backOn, 'caseworker', { type: 'recordReturn', reason: voice.say('returns') });
    sentOn = calendar.add(backOn, SENT_AGAIN);
    diary.note(sentOn, 'caseworker', sentBy(course, true));
  }
  const servedOn = calendar.add(sentOn, course.servedAfter);
  diary.note(servedOn, 'clerk', REPLY_SERVED);
  return servedOn;
}

type Remedy = Course['remedies'][number];

const OPENED: Readonly<Record<Remedy['kind'], (content: string) => Command>> = {
  complaint: (content) => ({ type: 'recordComplaint', content }),
  reconsideration: () => ({ type: 'recordReconsiderationCopy', organ: '云川市人民政府', track: 'ordinary' }),
  litigation: () => ({ type: 'recordSuitCopy', court: '云川市中级人民法院' }),
};
const ANSWERED_AFTER = 6;
const DECIDED_AFTER = 30;

/** @returns the day on which it is settled; null where it stays open */
function writeRemedy(
  diary: Diary,
  servedOn: LocalDate,
  remedy: Remedy,
  { law: { calendar }, voice }: Scripted,
): LocalDate | null {
  const { kind, after } = remedy;
  const openedOn = calendar.add(servedOn, after);
  diary.note(openedOn, 'caseworker', OPENED[kind](voice.say('complaints')));
  if (remedy.result === null) return null;
  const answeredOn = calendar.add(openedOn, ANSWERED_AFTER);
  const answer = aboutRemedy(kind, (remedyId) => ({ type: 'answerRemedy', remedyId }));
  diary.about(answeredOn, 'caseworker', 'answerRemedy', answer);
  const decision = decisionOn(remedy);
  if (decision === null) return answeredOn;
  const decidedOn = calendar.add(openedOn, DECIDED_AFTER);
  diary.note(decidedOn, 'caseworker', decision);
  return decidedOn;
}

/** What another organ or a court decides; a complaint ends with our answer. */
function decisionOn({ kind, result }: Remedy): Command | null {
  if (result === null || kind === 'complaint') return null;
  return kind === 'reconsideration' ? { type: 'recordReconsiderationDecision', result } : { type: 'recordJudgment', result };
}
