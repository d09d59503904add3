import type { AnswerCode, FieldCode, Text } from '@gongkai/contracts';
import type { Grounds } from '@gongkai/statutes';
import type { Paper } from '../content/paper.js';

/** What a reply has to say of one item: under what description, which decision, and what the case says for it. */
export type ExpectedItem = {
  /** Its number in words, where there are several. */
  readonly no: string | null;
  readonly description: string;
  readonly code: AnswerCode;
  /** Reasons, facts and what else somebody wrote down of it, with what it is called. */
  readonly said: readonly { readonly called: Text; readonly text: string }[];
};

/** What a reply has to say: as it would be drawn, and who is answered under which decisions. */
export type Expected = {
  readonly paper: Paper;
  readonly applicant: string;
  /** The articles of what was decided, in words. */
  readonly articles: readonly string[];
  readonly items: readonly ExpectedItem[];
  /** Where the organ is reached, as its guide says: telephones and addresses among other words. */
  readonly reached: readonly string[];
  readonly grounds: Pick<Grounds, 'decisions' | 'grounds' | 'citable'>;
};

/** Something that the case does not bear out: what is said, what should be, and where in each language. */
export type Finding = {
  readonly code: FieldCode;
  readonly text?: string;
  readonly told?: string;
  readonly zh?: string;
  readonly en?: string;
};

export type Check = (text: string, expected: Expected) => readonly Finding[];
