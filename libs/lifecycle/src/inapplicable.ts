import type { InapplicableLine } from '@gongkai/contracts';
import type { CaseFile } from './case-file.js';
import type { Establish } from './establish-step.js';
import type { Fold } from './fold-step.js';

/** A line does not apply for a reason; only what was said before is taken back. */
export const establishInapplicable: Establish<'markInapplicable'> = ({ line, reason, takenBack }, { file, today, days }) => {
  if (takenBack !== true) {
    days.knows(reason !== undefined, 'reason', 'required');
    return { type: 'LINE_INAPPLICABLE', on: today, line, reason };
  }
  days.knows(
    file.inapplicable.some((mark) => mark.line === line),
    'line',
    'line-applies',
  );
  return { type: 'LINE_INAPPLICABLE', on: today, line, takenBack, ...(reason === undefined ? {} : { reason }) };
};

/** One mark of each line: said again, it has the later reason. */
export const foldInapplicable: Fold<'LINE_INAPPLICABLE'> = (file, { line, reason = '', takenBack, on }, { actorId: by }) => {
  const others = markLost(file, line);
  return takenBack === true ? others : { ...others, inapplicable: [...others.inapplicable, { line, reason, by, on }] };
};

/** Nothing is said of a line any more: it was taken back, or something came that nobody had in mind. */
export const markLost = (file: CaseFile, line: InapplicableLine): CaseFile => ({
  ...file,
  inapplicable: file.inapplicable.filter((mark) => mark.line !== line),
});
