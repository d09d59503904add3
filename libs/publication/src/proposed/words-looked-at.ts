import { personalFindings, type Passage, type PersonalWord } from '@gongkai/casework';
import { Refusal, type FieldProblem, type NewCatalogueEntry, type PersonalFinding } from '@gongkai/contracts';

type Words = Pick<NewCatalogueEntry, 'indexNumber' | 'title' | 'summary'>;

export const passagesOf = ({ title, summary, indexNumber }: Words): readonly Passage[] => [
  { where: 'title', page: null, text: title },
  { where: 'summary', page: null, text: summary },
  { where: 'index-number', page: null, text: indexNumber },
];

/**
 * What of people stands in something that came from no case. A name that somebody who once asked bears as well keeps nothing from being
 * public, and a second person looks at it: of thousands who asked some are called as those are whom a rule or a penalty names.
 */
export const findingsIn = (passages: readonly Passage[], personal: readonly PersonalWord[]): readonly PersonalFinding[] =>
  personalFindings(passages, personal).map((finding) => (finding.what === 'name' ? { ...finding, blocks: false } : finding));

const PATHS = { title: 'title', summary: 'summary', 'index-number': 'indexNumber' } as const;
type WordProblem = FieldProblem & { readonly path: (typeof PATHS)[keyof typeof PATHS] };

/** The words of an entry by their fields that keep it from being public. */
export const wordProblems = (words: Words, personal: readonly PersonalWord[]): readonly WordProblem[] =>
  findingsIn(passagesOf(words), personal)
    .filter(({ blocks }) => blocks)
    .map(({ where, text }) => ({ path: PATHS[where as keyof typeof PATHS], code: 'personal-words', facts: { text } }));

/** @throws Refusal `invalid-request` where the words of an entry tell of a person what is not published */
export function refuseWords(words: Words, personal: readonly PersonalWord[]): void {
  const wrong = wordProblems(words, personal);
  if (wrong.length > 0) throw new Refusal('invalid-request', wrong);
}
