import { weekday, type LocalDate, type WorkingDays } from '@gongkai/calendar';
import { deadlineTexts, isOrganNews, type Light, type OrganNewsName } from '@gongkai/contracts';
import { OTHER_DEADLINES, type OtherDeadlineName } from '@gongkai/statutes';

type Letter = { readonly subject: string; readonly text: string };

/** What a letter tells of a reminder: the number and the subject of the case, and no more of whom it is about. */
export type LetterAbout = {
  readonly number: string;
  /** null where it is about no case but what an organ owes: then it is the organ that has a name in place of a number. */
  readonly caseSubject: string | null;
  readonly deadline: keyof typeof deadlineTexts;
  readonly due: LocalDate;
  readonly provisional: boolean;
  readonly light: Light;
  /** Whose turn it is, e.g. 承办人 周知行; null where nobody holds the case. */
  readonly turn: string | null;
  /** Whom it was meant for, where somebody stands in. */
  readonly inSteadOf: string | null;
  readonly attempt: number;
  readonly mustAcknowledge: boolean;
  readonly url: string;
};

type LetterDue = Pick<LetterAbout, 'deadline' | 'due'>;

const LIGHTS: Readonly<Record<Light, string>> = {
  green: '绿灯',
  yellow: '黄灯',
  red: '红灯',
  overdue: '逾期',
  stopped: '停计',
  none: '未起算',
};
const WEEKDAYS = '日一二三四五六';

/** The words of a reminder by mail, as officials write them. */
export function letterOf(about: LetterAbout, today: LocalDate, calendar: WorkingDays): Letter {
  const lines = [...linesOf(about, today, calendar), '', ...endOf(about)];
  const name = deadlineTexts[about.deadline]['zh-CN'];
  const subject = `${lightSign(about)}${about.number} ${name}${stateOf(about, today, calendar)}（${shortDate(about.due)}）`;
  return { subject, text: `${lines.join('\n').trimEnd()}\n` };
}

/** The words of several reminders in one letter. @param abouts the most urgent first */
export function digestLetter(abouts: readonly LetterAbout[], today: LocalDate, calendar: WorkingDays): Letter {
  const [first] = abouts;
  const urgent = first === undefined ? '' : letterOf(first, today, calendar).subject;
  const parts = abouts.map((about, i) => {
    const [number = '', ...lines] = linesOf(about, today, calendar);
    return [`${String(i + 1)}. ${number}`, ...lines, ...ownEndOf(about)].join('\n');
  });
  const acknowledge = abouts.some(({ mustAcknowledge }) => mustAcknowledge) ? [ACKNOWLEDGE] : [];
  const text = [`以下${String(abouts.length)}项，按期限先后排列。`, ...parts, ...acknowledge].join('\n\n');
  return { subject: `${urgent}等${String(abouts.length)}项提醒`, text: `${text}\n` };
}

const isReply = ({ deadline }: LetterAbout): boolean => deadline === 'finalDue';
const lightSign = (about: LetterAbout): string => (isReply(about) ? `【${LIGHTS[about.light]}】` : '');

const linesOf = (about: LetterAbout, today: LocalDate, calendar: WorkingDays): string[] => [
  about.number,
  ...(about.caseSubject === null ? [] : [`事项：${about.caseSubject}`]),
  dueLine(about, today, calendar),
  ...(about.provisional ? ['日历未公布，日期为暂定'] : []),
  ...(isReply(about) ? [`灯：${LIGHTS[about.light]}`] : []),
  ...(about.turn === null ? [] : [`现在轮到：${about.turn}`]),
  `${about.caseSubject === null ? '办理' : '办件'}：${about.url}`,
];

const ACKNOWLEDGE = '须在办件系统中点“知悉”，否则再次提醒。';

const ownEndOf = (about: LetterAbout): string[] => [
  ...(about.inSteadOf === null ? [] : [`本提醒原送${about.inSteadOf}，因其不在岗或未确认知悉，改送代办人。`]),
  ...(about.attempt > 0 ? [`此前已提醒${about.attempt}次，未确认知悉。`] : []),
];
const endOf = (about: LetterAbout): string[] => [...ownEndOf(about), ...(about.mustAcknowledge ? [ACKNOWLEDGE] : [])];

/** The line of a deadline: 答复期限：2026年3月30日（周一），还剩1个工作日. */
export const dueLine = (about: LetterDue, today: LocalDate, calendar: WorkingDays): string =>
  `${deadlineTexts[about.deadline]['zh-CN']}：${longDate(about.due)}，${stateOf(about, today, calendar)}`;

/** What an organ is told that is about no case. */
const ORGAN_NEWS: Readonly<Record<OrganNewsName, string>> = {
  'entry-proposed': '有公开信息送审，待您审查',
  'rectification-demanded': '收到整改要求，请看整改清单',
  'rectification-repeated': '整改未通过，再次提出要求，请看整改清单',
  'assessment-told': '考核结果已告知，有异议可以提出',
  'assessment-settled': '考核结果已定稿',
};

/** What news say where they go out of the program, in a line. @param subject as it is kept, with its name before the first colon */
export function newsLine(subject: string): string {
  const [name = ''] = subject.split(':');
  return isOrganNews(name) ? ORGAN_NEWS[name] : '同事在备注中提到了你，请看办理经过。';
}

/** The words by mail of what an organ has to know at once: what it is, and where. */
export function organLetter({ number, url }: LetterAbout, subject: string): Letter {
  const said = newsLine(subject);
  return { subject: `${number} ${said}`, text: `${[number, said, `办理：${url}`].join('\n')}\n` };
}

/** The words by mail to whom a colleague calls upon in a note: that, and where; the note itself stays in the program. */
export function newsLetter({ number, caseSubject, turn, url }: LetterAbout): Letter {
  const lines = [
    number,
    `事项：${caseSubject}`,
    '同事在备注中提到了你，请看办理经过。',
    ...(turn === null ? [] : [`现在轮到：${turn}`]),
    `办件：${url}`,
  ];
  return { subject: `${number} 备注中提到了你`, text: `${lines.join('\n')}\n` };
}

/** What is counted from the day it began to wait. */
const WAITING: Readonly<Partial<Record<LetterAbout['deadline'], { readonly today: string; readonly since: string }>>> = {
  arrival: { today: '今日来件待确认', since: '未确认' },
  unclaimed: { today: '今日起待认领', since: '无人承办' },
};

function stateOf({ deadline, due }: LetterDue, today: LocalDate, calendar: WorkingDays): string {
  const days = calendar.count(today, due);
  const waiting = WAITING[deadline];
  if (waiting !== undefined) return days >= 0 ? waiting.today : `已${-days}个工作日${waiting.since}`;
  if (deadline === HEARING) return heardOn(due, today, days);
  if (due === today) return '今天期满';
  if (due > today) return days === 0 ? '期满前已无工作日' : `还剩${days}个工作日`;
  return isOurs(deadline) ? `已逾期${-days}个工作日` : '已届满';
}

/** It takes place on its day, and is not late after it. */
const HEARING = 'hearingOn' satisfies LetterAbout['deadline'];
function heardOn(due: LocalDate, today: LocalDate, days: number): string {
  if (due <= today) return due === today ? '就在今天' : '已过';
  return days === 0 ? '此前已无工作日' : `还有${days}个工作日`;
}

/** Days that the organ has set itself. */
const OWN_DAYS: ReadonlySet<LetterAbout['deadline']> = new Set([
  'unitDue',
  'orderDue',
  'serviceProofDue',
  'serviceAgainDue',
  'rectificationDue',
  'catalogueDue',
] as const);

/** What the organ itself owes can be overdue; what others may do is over. */
const isOurs = (deadline: LetterAbout['deadline']): boolean =>
  deadline === 'finalDue' || OWN_DAYS.has(deadline) || OTHER_DEADLINES[deadline as OtherDeadlineName] === 'organ';

const longDate = (day: LocalDate): string => {
  const [year, month, date] = day.split('-').map(Number);
  return `${String(year)}年${String(month)}月${String(date)}日（周${WEEKDAYS[weekday(day)] ?? ''}）`;
};
const shortDate = (day: LocalDate): string => {
  const [, month, date] = day.split('-').map(Number);
  return `${String(month)}月${String(date)}日 周${WEEKDAYS[weekday(day)] ?? ''}`;
};
