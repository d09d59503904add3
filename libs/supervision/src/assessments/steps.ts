import type { Person } from '@gongkai/casework';
import { Refusal, unknownOption, type AssessmentOfOrgan, type AssessmentStepName, type FieldProblem } from '@gongkai/contracts';
import { assesses, LEADERS, leads } from '../sight.js';
import type { Scheme } from '../scheme/scheme.js';
import type { AssessedRow, AssessmentRow, KeptEntry } from './assessment-rows.js';

/** The assessment of an organ, in the assessment that it is part of. */
export type Part = { readonly row: AssessedRow; readonly assessment: AssessmentRow };
type May = AssessmentOfOrgan['may'][number];

/** Everybody who has entered something since it was begun. */
export const enteredBy = ({ history }: AssessedRow): ReadonlySet<string> =>
  new Set(history.flatMap(({ did, by }) => (did === 'enter' && by !== null ? [by] : [])));

/** In which state a deed is open, and to whom: nobody settles what they entered. */
const OPEN: Readonly<Record<May, (part: Part, person: Person) => boolean>> = {
  enter: ({ row, assessment }, person) => row.state === 'draft' && assesses(person, assessment.organId),
  tell: ({ row, assessment }, person) => row.state === 'draft' && leads(person, assessment.organId),
  object: ({ row }, person) => row.state === 'told' && leads(person, row.organId),
  reopen: ({ row, assessment }, person) => row.state === 'told' && leads(person, assessment.organId),
  settle: ({ row, assessment }, person) =>
    row.state === 'told' && leads(person, assessment.organId) && !enteredBy(row).has(person.id),
  rectify: ({ row, assessment }, person) => row.state === 'settled' && leads(person, assessment.organId),
};

/** What somebody can do with it. */
export const mayOf = (part: Part, person: Person): May[] =>
  (Object.keys(OPEN) as May[]).filter((deed) => OPEN[deed](part, person));

/** @throws Refusal `role-missing`, `assessment-own`, `assessment-not-settled`, `assessment-settled` where it is not open */
export function check(deed: May, part: Part, person: Person): void {
  if (OPEN[deed](part, person)) return;
  const { row } = part;
  if (!isTheirs(deed, part, person)) throw new Refusal('role-missing', [], { facts: { role: LEADERS[0] } });
  if (deed === 'settle' && row.state === 'told') throw new Refusal('assessment-own');
  throw new Refusal(deed === 'rectify' ? 'assessment-not-settled' : 'assessment-settled');
}

/** Whether a deed is theirs, in whatever state: an organ objects, who assesses does the rest. */
function isTheirs(deed: May, { row, assessment }: Part, person: Person): boolean {
  if (deed === 'object') return leads(person, row.organId);
  return deed === 'enter' ? assesses(person, assessment.organId) : leads(person, assessment.organId);
}

/** Who says that something is wrong with it, or takes it back, says what. @throws Refusal `invalid-request` */
export function checkText(step: AssessmentStepName, text: string | undefined): void {
  if ((step === 'object' || step === 'reopen') && text === undefined)
    throw new Refusal('invalid-request', [{ path: 'text', code: 'required' }]);
}

/** What is missing before it can be told: judgements, and the evidence for them. */
export const lacksOf = ({ indicators }: Scheme, entries: Readonly<Record<string, KeptEntry>>): FieldProblem[] =>
  indicators.flatMap(({ id, measure }): FieldProblem[] => {
    if (measure.by === 'computed') return [];
    const { choice = null, fileIds = [] } = entries[id] ?? {};
    if (choice === null) return [{ path: `entries.${id}.choice`, code: 'required' }];
    return measure.evidence && fileIds.length === 0 ? [{ path: `entries.${id}.fileIds`, code: 'required' }] : [];
  });

type Option = { readonly id: string; readonly name: { readonly zh: string; readonly en: string } };

/** With its name as problems tell it. */
export const inBoth = ({ id, name: { zh, en } }: Option) => ({ id, name: { 'zh-CN': zh, en } });

/** What cannot be entered: indicators that are none, or are counted, and choices that there are none of. */
export const wrongIn = ({ indicators }: Scheme, entries: Readonly<Record<string, KeptEntry>>): FieldProblem[] =>
  Object.entries(entries).flatMap(([name, { choice }]): FieldProblem[] => {
    const measure = indicators.find(({ id }) => id === name)?.measure;
    if (measure?.by !== 'entered') return [{ path: `entries.${name}`, code: 'unknown-field', facts: { name } }];
    if (choice === null || measure.choices.some(({ id }) => id === choice)) return [];
    return [unknownOption(`entries.${name}.choice`, measure.choices.map(inBoth))];
  });
