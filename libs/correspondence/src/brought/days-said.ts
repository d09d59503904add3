import { textsOf, type Paper } from '../content/paper.js';
import type { Check, Finding } from './finding.js';
import { figured } from './squeezed.js';

const DAY = String.raw`\d{4}年\d{1,2}月\d{1,2}日`;
const DAYS = new RegExp(DAY, 'gu');
/** 2026-03-09, 2026.3.9, 2026/3/9. */
const IN_FIGURES = /(?<!\d)(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?!\d)/gu;
/** A day of which is said that the application was received. */
const RECEIVED = new RegExp(`(${DAY})[^。\\d]{0,12}收到`, 'gu');
/** A day that is called that of the reply. */
const CALLED = new RegExp(`(?:签发|印发|制发|作出|落款|答复)(?:日期|时间|日)[:为是]?(${DAY})`, 'gu');
/** What may follow the day of a signature, where lines have been lost: whom to ask, copies, or nothing. */
const AFTER = '(?=$|〔|联系|地址|电话|抄送|附件|印发)';

/** A text without lines, each day of it as 2026年3月9日. */
export const plain = (text: string): string => figured(text.normalize('NFKC').replace(IN_FIGURES, '$1年$2月$3日'));

/**
 * The days that a text bears as that of its signature: behind the name of the organ, else the last that has a line of its own, else the
 * last of all; and each that is called so.
 */
function signedIn(text: string, organ: string): readonly string[] {
  const whole = plain(text);
  const named = plain(organ).replaceAll(/[\\^$.*+?()[\]{}|]/gu, String.raw`\$&`);
  const behind = [...whole.matchAll(new RegExp(`${named}(?:〔[^〔〕]{0,8}〕)?(${DAY})${AFTER}`, 'gu'))].map(
    ([, day = '']) => day,
  );
  const called = [...whole.matchAll(CALLED)].map(([, day = '']) => day);
  if (behind.length > 0) return [...called, ...behind];
  const alone = text
    .split('\n')
    .map(plain)
    .findLast((line) => new RegExp(`^${DAY}$`, 'u').test(line));
  return [...called, ...[alone ?? whole.match(DAYS)?.at(-1)].flatMap((day) => day ?? [])];
}

/** The day of receipt and that of the signature (REG 31, 33, 36). */
export const days: Check = (text, { paper }) => {
  const [said, told] = [plain(text), plain(textsOf(paper).join('\n'))];
  const receipts = [...told.matchAll(RECEIVED)].map(([, day = '']) => day);
  const due = paper.sealed === null ? [] : [plain(paper.sealed.day)];
  const wrong = [...said.matchAll(RECEIVED)].flatMap(([, day = '']) =>
    receipts.includes(day) || receipts.length === 0 ? [] : [day],
  );
  return [
    ...wrong.map((day) => ({ code: 'reply-says-day', text: day, told: receipts.join('、') }) as const),
    ...signatures(text, paper, due),
    ...[...receipts, ...due].filter((day) => !said.includes(day)).map((day) => ({ code: 'reply-lacks-day', text: day }) as const),
  ];
};

const signatures = (text: string, { organ }: Paper, due: readonly string[]): readonly Finding[] =>
  due.flatMap((told) =>
    [...new Set(signedIn(text, organ))]
      .filter((day) => day !== told)
      .map((day) => ({ code: 'reply-says-signed', text: day, told })),
  );
