import { personalFindings, wordsOfApplicant, type PaperMatter, type Passage, type PersonalWord } from '@gongkai/casework';
import { isToApplicant, Refusal, type Command, type PersonalFinding } from '@gongkai/contracts';
import { noticeKindOf } from '@gongkai/lifecycle';
import { sentWith } from './previews.js';
import { passagesOf, type BroughtTools } from './read-brought.js';

/** What is to be read on the files that go out with a letter; nothing where somebody has said why it may. */
export async function passagesSentWith(command: Command, tools: BroughtTools): Promise<readonly Passage[]> {
  if (!('particulars' in command ? command.particulars === undefined : isLetter(command))) return [];
  const found: Passage[] = [];
  for (const id of sentWith(command)) found.push(...(await passagesOf(id, tools)));
  return found;
}

const isLetter = ({ type }: Command): boolean => noticeKindOf[type] !== undefined || type === 'addStamped';

/** So many are named; the others are found where these are. */
const NAMED = 5;

/**
 * Numbers of identity cards, phones and addresses in files that go out with a letter, of somebody else than whom it is for: of who asks, in a
 * letter to somebody else, and whoever's number looks like one. A letter may have to tell them, so that it only has to be said why (PIPL 6).
 * @throws Refusal `invalid-request` with what was found, of numbers only the last places
 */
export function checkParticulars(passages: readonly Passage[], command: Command, matter: PaperMatter): void {
  if (passages.length === 0) return;
  const own = wordsOfApplicant(matter.head.applicant);
  const contacts = contactsIn(matter);
  const found = personalFindings(passages, [...own, ...contacts]).filter(({ what }) => what !== 'name');
  const addressee = new Set(
    personalFindings(
      [{ where: 'file', page: null, text: wordsTo(command, matter, { own, contacts }) }],
      [...own, ...contacts],
    ).map(keyOf),
  );
  const others = [...new Map(found.filter((one) => !addressee.has(keyOf(one))).map((one) => [keyOf(one), one.text])).values()];
  if (others.length === 0) return;
  throw new Refusal('invalid-request', [
    { path: 'particulars', code: 'letter-particulars', facts: { found: others.slice(0, NAMED).join('、') } },
  ]);
}

const keyOf = ({ what, text }: PersonalFinding): string => `${what} ${text}`;

/** Where those are reached who are consulted. */
const contactsIn = ({ head }: PaperMatter): readonly PersonalWord[] =>
  Object.values(head.contacts).flatMap(({ address, phone }) => [
    ...(address === undefined ? [] : [{ what: 'contact' as const, text: address }]),
    ...(phone === undefined ? [] : [{ what: 'phone' as const, text: phone }]),
  ]);

type Known = { readonly own: readonly PersonalWord[]; readonly contacts: readonly PersonalWord[] };

/** What whom the letter is for knows anyway, as a text. */
function wordsTo(command: Command, { reckoned }: PaperMatter, { own, contacts }: Known): string {
  const { notices } = reckoned.now.file;
  const named = 'noticeId' in command ? notices.find(({ id }) => id === command.noticeId)?.kind : undefined;
  const kind = noticeKindOf[command.type] ?? named;
  return (kind === undefined || isToApplicant(kind) ? own : contacts).map(({ text }) => text).join('\n');
}
