import { personalMatches, wordsOfApplicant, type PaperMatter, type Passage, type PersonalWord } from '@gongkai/casework';
import { isToApplicant, Refusal, type Command, type FieldProblem, type PartyContact } from '@gongkai/contracts';
import { noticeKindOf } from '@gongkai/lifecycle';
import { sentWith } from './previews.js';
import type { BroughtTools } from './read-brought.js';
import { NOTHING_TOLD, toldBy, type Told } from './told-by-files.js';

/** What the files that go out with a letter tell; nothing where somebody has said why it may be told. */
export async function toldWith(command: Command, tools: BroughtTools): Promise<Told> {
  const isAsked = 'particulars' in command ? command.particulars === undefined : isLetter(command);
  return isAsked ? toldBy(sentWith(command), tools) : NOTHING_TOLD;
}

const isLetter = ({ type }: Command): boolean => noticeKindOf[type] !== undefined || type === 'addStamped';

/** So many are named; the others are found where these are. */
const NAMED = 5;

/**
 * Numbers of identity cards, phones and addresses in files that go out with a letter, of somebody else than whom it is for: of who asks, in a
 * letter to somebody else, and whoever's number looks like one; and files of which not all could be read, where nobody can tell. A letter may
 * have to tell them, so that it only has to be said why (PIPL 6).
 * @throws Refusal `invalid-request` with what was found, of numbers only the last places, and with the files that could not be read
 */
export function checkParticulars({ passages, unread }: Told, command: Command, matter: PaperMatter): void {
  const others = [...new Set(ofOthers(passages, command, matter))].slice(0, NAMED);
  const problems: readonly FieldProblem[] = [
    ...problemOf('letter-particulars', 'found', others),
    ...problemOf('letter-unread', 'text', unread),
  ];
  if (problems.length > 0) throw new Refusal('invalid-request', problems);
}

const problemOf = (code: FieldProblem['code'], name: string, told: readonly (string | number)[]): readonly FieldProblem[] =>
  told.length === 0 ? [] : [{ path: 'particulars', code, facts: { [name]: told.join('、') } }];

/** What was found of others than the addressee, as it may be shown; compared by all of its places, for two numbers end alike. */
function ofOthers(passages: readonly Passage[], command: Command, matter: PaperMatter): readonly string[] {
  if (passages.length === 0) return [];
  const own = wordsOfApplicant(matter.head.applicant);
  const known = [...own, ...Object.values(matter.head.contacts).flatMap(wordsOf)];
  const theirs = wordsTo(command, matter, own)
    .map(({ text }) => text)
    .join('\n');
  const addressee = new Set(personalMatches([{ where: 'file', page: null, text: theirs }], known).map(({ plain }) => plain));
  return personalMatches(passages, known)
    .filter(({ what, plain }) => what !== 'name' && !addressee.has(plain))
    .map(({ text }) => text);
}

/** Where one who is consulted is reached. */
const wordsOf = ({ address, phone }: PartyContact): readonly PersonalWord[] => [
  ...(address === undefined ? [] : [{ what: 'contact' as const, text: address }]),
  ...(phone === undefined ? [] : [{ what: 'phone' as const, text: phone }]),
];

/** What whom the letter is for knows anyway: of one who is consulted only their own, and not that of others who are. */
function wordsTo(command: Command, matter: PaperMatter, own: readonly PersonalWord[]): readonly PersonalWord[] {
  const noticeId = 'noticeId' in command ? command.noticeId : undefined;
  const kind = noticeKindOf[command.type] ?? matter.reckoned.now.file.notices.find(({ id }) => id === noticeId)?.kind;
  return kind === undefined || isToApplicant(kind) ? own : wordsOf(contactOf(matter, noticeId));
}

/** Where that one is reached who is consulted by the step itself, or was by the letter that it is about. */
function contactOf({ head, journal }: PaperMatter, noticeId = ''): PartyContact {
  const fact = journal.at(-1)?.fact;
  const asked = fact !== undefined && 'consultationId' in fact ? fact.consultationId : noticeId;
  return head.contacts[asked] ?? {};
}
