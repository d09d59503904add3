import type { LocalDate } from '@gongkai/calendar';
import type { FieldProblem, RecordStep } from '@gongkai/contracts';

/** Days that cannot be, and what is missing. */
export function problemsOf(
  wanted: RecordStep,
  days: { readonly earliest: LocalDate; readonly today: LocalDate },
): FieldProblem[] {
  const on = 'on' in wanted ? wanted.on : undefined;
  return [...(on === undefined ? [] : dayProblems(on, days)), ...lackedBy(wanted).map(required)];
}

function dayProblems(
  on: LocalDate,
  { earliest, today }: { readonly earliest: LocalDate; readonly today: LocalDate },
): FieldProblem[] {
  if (on > today) return [{ path: 'on', code: 'future-date' }];
  return on < earliest ? [{ path: 'on', code: 'before-earlier-fact', facts: { earlier: earliest } }] : [];
}

const required = (path: string): FieldProblem => ({ path, code: 'required' });

/** What goes to another organ, or is told to go there, says which that is; electronic service says what the applicant agreed to. */
function lackedBy(wanted: RecordStep): string[] {
  if (wanted.step === 'decide')
    return ['passed_on', 'told'].includes(wanted.outcome) && wanted.otherOrgan === undefined ? ['otherOrgan'] : [];
  return wanted.step === 'send' && wanted.mode === 'electronic' && wanted.agreedTo === undefined ? ['agreedTo'] : [];
}
