import { APPEAL_ENDS, type RecordCorrection, type RecordRemedyStep } from '@gongkai/contracts';
import { toldOf } from '../case/steps/step-values.js';

/** What can be told of a remedy. */
export type Field =
  | ('remedyId' | 'on' | 'content' | 'organ' | 'court' | 'number' | 'track' | 'acceptedOn' | 'appliedOn' | 'lateReason')
  | ('result' | 'final' | 'form' | 'actAnew' | 'redoWorkingDays' | 'afterReconsideration')
  | ('appearing' | 'hearingOn' | 'hearingPlace' | 'prolonged' | 'appealedBy' | 'appealedOn');

/** As far as it was filled in. */
export type Typed = Readonly<Partial<Record<Field, string | number | boolean | readonly object[] | undefined>>>;

const BROUGHT = ['on', 'number', 'appliedOn', 'lateReason'] as const;
const ORDERED = ['actAnew', 'redoWorkingDays'] as const;

/** What each step can be told. */
export const FIELDS: Readonly<Record<RecordRemedyStep, readonly Field[]>> = {
  recordComplaint: ['on', 'content'],
  recordReconsiderationCopy: ['organ', ...BROUGHT, 'track', 'acceptedOn'],
  recordReconsiderationDecision: ['remedyId', 'on', 'result', ...ORDERED],
  recordSuitCopy: ['court', ...BROUGHT, 'afterReconsideration'],
  recordJudgment: ['remedyId', 'on', 'result', 'final', 'form', ...ORDERED],
  updateRemedy: [
    ...(['remedyId', 'on', 'appearing', 'hearingOn', 'hearingPlace', 'prolonged', 'track'] as const),
    ...(['appealedBy', 'appealedOn', 'lateReason'] as const),
  ],
  answerRemedy: ['remedyId', 'on', 'content'],
};

/** What says something by being left empty. */
const SAID_EMPTY: ReadonlySet<Field> = new Set<Field>(['final']);

function isSaid(name: Field, value: Typed[Field]): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return value !== undefined && value !== '' && (value !== false || SAID_EMPTY.has(name));
}

/** What is sent: what was filled in. A box that was left empty says nothing, but that a judgment is not final. */
export const sentOf = (step: RecordRemedyStep, typed: Typed): Typed =>
  Object.fromEntries(
    FIELDS[step].flatMap((name) => {
      const value = name === 'appearing' ? toldOf(typed[name]) : typed[name];
      return isSaid(name, value) ? [[name, value] as const] : [];
    }),
  );

/** What a form begins with: the only remedy that is open is meant. */
export function startOf(step: RecordRemedyStep, { challenges }: RecordCorrection, today: string): Typed {
  const open = challenges.filter(({ closedOn }) => closedOn === null);
  const [only] = open;
  return {
    on: today,
    ...(only !== undefined && open.length === 1 && FIELDS[step].includes('remedyId') ? { remedyId: only.id } : {}),
    ...(step === 'recordJudgment' ? { final: true } : {}),
  };
}

const OF_RECONSIDERATION = [
  ...(['upheld', 'rejected', 'changed', 'annulled', 'confirmed_illegal', 'ordered', 'void'] as const),
  ...(['not_accepted', 'application_dismissed', 'terminated', 'withdrawn', 'mediated'] as const),
] as const;
const OF_A_COURT = [
  ...(['dismissed', 'annulled', 'ordered', 'confirmed_illegal', 'void', 'changed', 'rejected', 'withdrawn'] as const),
  ...(['transferred', ...APPEAL_ENDS] as const),
] as const;

/** How a reconsideration, or a suit, can end. */
export const resultsOf = (step: RecordRemedyStep) => (step === 'recordJudgment' ? OF_A_COURT : OF_RECONSIDERATION);
