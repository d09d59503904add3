import type { AnswerLinks, LetterEntry, PaperMatter, SaidByLink } from '@gongkai/casework';
import type { Guide, PaperKind } from '@gongkai/contracts';
import type { CaseConsultation, CaseItem, CaseNotice, FactOf, FactType } from '@gongkai/lifecycle';
import type { Words } from '../content/source.js';

/** The organ of a paper, with the guide that it has announced. */
export type Organ = { readonly name: string; readonly guide: Guide | null };

/** A file that the journal names, as a folder lists it. */
export type FileListed = { readonly id: string; readonly name: string };

/** Everything that a paper is told from. */
export type Telling = {
  readonly kind: PaperKind;
  readonly matter: PaperMatter;
  readonly organ: Organ;
  readonly words: Words;
  readonly files: readonly FileListed[];
  /** The notice or the consultation it is about; without it the last one. */
  readonly about?: string | undefined;
  /** Of files, by their ids, where they are bound. */
  readonly pages?: ReadonlyMap<string, string> | undefined;
  /** Where a letter can be answered, and a web application is corrected; without it nowhere but by letter. */
  readonly links?: Pick<AnswerLinks, 'addressOf' | 'followed'>;
  /** The entries that tell of its letters, also in the case that it was taken out of. */
  readonly letters?: readonly LetterEntry[];
  /** What was answered by link to the letter that it is about, oldest first. */
  readonly said?: readonly SaidByLink[];
};

/** Which paper of which case, and which of several. */
export type About = Pick<Telling, 'kind' | 'matter' | 'about'>;

/** The journal of the present round. */
export const ofThisRound = ({ journal }: Pick<PaperMatter, 'journal'>): PaperMatter['journal'] =>
  journal.slice(journal.findLastIndex(({ fact }) => fact.type === 'ROUND_ORDERED') + 1);

const CONSULTED = {
  consult_third_party: 'third_party',
  consult_joint_producer: 'joint_organ',
  consult_other_organ: 'other_organ',
  consult_secrecy_authority: 'secrecy_authority',
} as const satisfies Partial<Record<PaperKind, CaseConsultation['kind']>>;

/** The letter to somebody who is asked, of which kind; null for other papers. */
const consultedBy = (kind: PaperKind): CaseConsultation['kind'] | null =>
  kind in CONSULTED ? CONSULTED[kind as keyof typeof CONSULTED] : null;

/** The consultation that the paper is about. */
export function consultationOf({ kind, matter, about }: About): CaseConsultation | undefined {
  const { consultations } = matter.reckoned.now.file;
  const overridden = kind === 'third_party_disclosure' ? lastFact(matter, 'THIRD_PARTY_OVERRIDDEN')?.consultationId : undefined;
  const id = about ?? overridden;
  const asked = consultedBy(kind);
  return consultations.findLast((one) => (id === undefined ? asked === null || one.kind === asked : one.id === id));
}

/** Others that list what somebody is asked about, and no more. */
const ASKED_ITEMS: ReadonlySet<PaperKind> = new Set(['consultation_answer', 'answer_by_link', 'third_party_disclosure']);

/** What a paper lists: to somebody who is asked only what they are asked about, or what is given out over their refusal. */
export function itemsOf(telling: Telling): readonly CaseItem[] {
  const { kind, matter } = telling;
  const { items } = matter.reckoned.now.file;
  const asked = consultedBy(kind) !== null || ASKED_ITEMS.has(kind) ? consultationOf(telling) : undefined;
  if (asked === undefined) return items;
  const itemIds = kind === 'third_party_disclosure' ? (asked.setAside.at(-1)?.itemIds ?? []) : asked.itemIds;
  return items.filter(({ id }) => itemIds.includes(id));
}

/** Papers that are a notice of the same name. */
const IS_NOTICE: ReadonlySet<PaperKind> = new Set([
  'correction',
  'explain_reasons',
  'extension',
  'fee',
  'fee_lifted',
  'delay',
  'third_party_disclosure',
]);

/** Slips that go along with a notice, and what is written about one on another day. */
export const IS_ABOUT_NOTICE: ReadonlySet<PaperKind> = new Set([
  'service_proof',
  'delivery_slip',
  'envelope',
  'ems_slip',
  'consultation_ended',
  'answer_by_link',
]);

/** Papers to or of who is asked that go by their letter. */
const ABOUT_LETTER: ReadonlySet<PaperKind> = new Set(['consultation_answer', 'consultation_ended', 'answer_by_link']);

/** The notice that the paper is, or is about. */
export function noticeOf(telling: About): CaseNotice | undefined {
  const { kind, matter, about } = telling;
  const { notices, round } = matter.reckoned.now.file;
  // What was answered in an earlier round is another reply.
  if (kind === 'reply' || kind === 'approval_sheet') return notices.find(({ id }) => id === round.reply.noticeId);
  if (consultedBy(kind) !== null || ABOUT_LETTER.has(kind)) return notices.find(({ id }) => id === consultationOf(telling)?.id);
  if (IS_NOTICE.has(kind)) return ofKind(notices, kind, about);
  if (!IS_ABOUT_NOTICE.has(kind)) return undefined;
  return about === undefined ? notices.at(-1) : notices.find(({ id }) => id === about);
}

/** The one that is meant, else the last of its kind: what one goes by may be a consultation. */
function ofKind(notices: readonly CaseNotice[], kind: PaperKind, about: string | undefined): CaseNotice | undefined {
  const all = notices.filter((notice) => notice.kind === kind);
  return all.find(({ id }) => id === about) ?? all.at(-1);
}

/** The last fact of a type; where one is named, the one about that notice. */
export function lastFact<T extends FactType>(
  { journal }: Pick<PaperMatter, 'journal'>,
  type: T,
  noticeId?: string,
): FactOf<T> | undefined {
  const isMeant = (fact: object): boolean => noticeId === undefined || ('noticeId' in fact && fact.noticeId === noticeId);
  return journal.findLast(({ fact }) => fact.type === type && isMeant(fact))?.fact as FactOf<T> | undefined;
}
