import { ANSWER_CODES } from '@gongkai/contracts';
import type { Expected } from './finding.js';

/** Signs of a phrase that is told of nothing else: 途径 and 加工 are. */
const PLAIN = 3;

/** Every phrase by which any decision is told. */
export const decisionPhrases = ({ grounds: { decisions } }: Expected): readonly string[] => [
  ...new Set(ANSWER_CODES.flatMap((code) => decisions[code].sense.says.flat()).filter(({ length }) => length >= PLAIN)),
];
