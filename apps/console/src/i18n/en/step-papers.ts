import type { InEnglish } from '../same-keys.js';
import type { stepPapers as zh } from '../zh/step-papers.js';

/** What is drawn with a step. */
export const stepPapers: InEnglish<typeof zh> = {
  'hint.file.retention': 'Filled in from the table of retention periods: it can be longer, not shorter',
  'paper.draw': 'Preview the {{name}}',
  'paper.again': 'Preview the {{name}} again',
  'paper.along': 'Draw it with the step and keep it',
  'paper.along.filed': 'Draw the registration form and all other records that the folder has to hold',
  'paper.number': 'Its number is given with the step; the preview shows the one that comes next.',
  'paper.stale': 'Something has changed since; preview it again.',
};
