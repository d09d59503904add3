import { RECORD_REMEDY_STEPS, stepTexts, type RecordRemedyStep, type RecordStepName } from '@gongkai/contracts';
import { sentenceCase } from '../i18n/sentence-case.js';
import { useText, useWords } from '../i18n/use-words.js';

const OF_REMEDIES: ReadonlySet<string> = new Set(RECORD_REMEDY_STEPS);

/** Whether a step records something of a complaint, a reconsideration or a suit. */
export const isRemedyStep = (step: string): step is RecordRemedyStep => OF_REMEDIES.has(step);

/** What a step is called: those of remedies as in a case. */
export function useStepName(): (step: RecordStepName) => string {
  const t = useWords('records');
  const text = useText();
  return (step) => (isRemedyStep(step) ? sentenceCase(text(stepTexts[step])) : t(`step.${step}`));
}
