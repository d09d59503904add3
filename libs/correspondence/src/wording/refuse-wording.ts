import { fieldMessage, paperTexts, Refusal, type FieldProblem } from '@gongkai/contracts';
import { problemsOfBrought } from '../brought/check-brought.js';
import type { Expected } from '../brought/finding.js';
import { textsOf, type Paper } from '../content/paper.js';
import { graveLack, type Lack } from './grave-lack.js';

const differing = (paper: Paper, expected: Expected): readonly FieldProblem[] =>
  problemsOfBrought({ name: paperTexts.reply['zh-CN'], text: textsOf(paper).join('\n') }, expected);

/**
 * A reply that is drawn of an organ's own wording says what the case says (REG 36, 37; ARL 23).
 * @param expected what the shipped wording makes of the same case
 * @throws Refusal `invalid-request` with all that differs, and that the wording is to be changed
 */
export function refuseWording(paper: Paper, expected: Expected): void {
  const wrong = differing(paper, expected).map((problem) => ({ ...problem, path: 'paper' }));
  if (wrong.length > 0) throw new Refusal('invalid-request', [{ path: 'paper', code: 'reply-wording' }, ...wrong]);
}

/** What is typed into a wording and holds in one case alone: what is left out, and remedies and articles, are told by their places. */
const TYPED: ReadonlySet<string> = new Set(['reply-says-day', 'reply-says-number', 'reply-says-item', 'reply-says-contact']);

/** What a wording of the reply says of a made-up case that this does not bear out. */
export const saidOtherwise = (paper: Paper, expected: Expected): readonly Lack[] =>
  differing(paper, expected)
    .filter(({ code }) => TYPED.has(code))
    .map((problem) => graveLack('fact-typed', { zh: fieldMessage(problem, 'zh-CN'), en: fieldMessage(problem, 'en') }));
