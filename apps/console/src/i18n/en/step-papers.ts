import { optionTexts } from '@gongkai/contracts';
import type { InEnglish } from '../same-keys.js';
import type { stepPapers as zh } from '../zh/step-papers.js';

/** What is drawn with a step. */
export const stepPapers: InEnglish<typeof zh> = {
  'hint.file.retention': 'Filled in from the table of retention periods: it can be longer, not shorter',
  'field.particulars': 'Why files that tell particulars may go out',
  'hint.particulars': 'Only where the files tell numbers, phones or addresses of somebody else than whom the letter is for',
  'field.unkept': 'Why no copy of a letter is kept',
  'hint.file.unkept': 'Only where the case keeps no copy of a letter: where it lies, or why there is none',
  'field.line': 'Paper',
  'field.takenBack': 'Take it back: it applies after all',
  'hint.markInapplicable.reason':
    'It stands in the file catalogue. What every case has to have, such as the reply and the proof of its service, always applies',
  'option.line.envelope': optionTexts.line.envelope.en,
  'option.line.identity': optionTexts.line.identity.en,
  'option.line.answers': optionTexts.line.answers.en,
  'field.differs': 'Why the stamped copy differs from the letter as drawn',
  'hint.addStamped.differs': 'Only where its pages differ, or its number or day is not to be read on it',
  'after.foreseen': 'Nobody could sign it as it stands; mend this first:',
  'paper.draw': 'Preview the {{name}}',
  'paper.again': 'Preview the {{name}} again',
  'paper.along': 'Draw it with the step and keep it',
  'paper.along.filed': 'Draw the registration form and all other records that the folder has to hold',
  'paper.number': 'Its number is given with the step; the preview shows the one that comes next.',
  'paper.stale': 'Something has changed since; preview it again.',
};
