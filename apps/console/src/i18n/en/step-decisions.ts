import type { InEnglish } from '../same-keys.js';
import type { stepDecisions as zh } from '../zh/step-decisions.js';

/** The form of a decision on an item. */
export const stepDecisions: InEnglish<typeof zh> = {
  'field.ground': 'Ground for withholding',
  'field.article': 'Article',
  'field.reasons': 'Reasons',
  'field.otherOrgan': 'Where it can be had',
  'field.earlierCaseId': 'The earlier case (same applicant; search by number)',
  'field.earlierNumber': 'Number of the earlier reply',
  'field.earlierDay': 'Day of the earlier reply',
  'hint.decideItem.earlierCaseId': 'Older than this register: choose none, and give number and day below',
  'missing.decideItem.earlierNumber': 'Give the number of the earlier reply, or choose its case',
  'field.decideItem.fileIds': 'Files to be released',
  'field.decideItem.on': 'Decided on',
  'hint.decideItem.article': 'Filled in with decision and ground; it can be changed',
  'hint.decideItem.reasons': 'Goes into the reply; the applicant reads it',
  'field.facts': 'What was found',
  'field.harm': 'What disclosure would harm',
  'field.severability': 'Why nothing can be separated',
  'hint.decideItem.facts': 'Which record it is (name, day, number) and what of it falls under the ground; goes into the reply',
  'hint.decideItem.harm': 'Whom or what it would harm, and how; goes into the reply',
  'hint.decideItem.severability': 'Regulations, art. 37: where it can be, decide “partly disclosed”; goes into the reply',
  'missing.decideItem.facts': 'Say what was found: which record it is, and what of it falls under the ground',
  'missing.decideItem.harm': 'Say whom or what its disclosure would harm, and how',
  'missing.decideItem.severability': 'Say why nothing can be separated and given; where it can, decide “partly disclosed”',
};
