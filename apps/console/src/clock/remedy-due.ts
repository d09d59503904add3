import type { CaseRow } from '@gongkai/contracts';

/** By when we have to answer a remedy; null where none waits for us. A reply that came back has a day of its own, and is none. */
export const remedyDue = ({ due, step }: Pick<CaseRow['turn'], 'due' | 'step'>): CaseRow['turn']['due'] =>
  step === 'answerRemedy' ? due : null;
