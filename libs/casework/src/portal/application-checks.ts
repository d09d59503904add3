import {
  CREDIT_CODE,
  hasCheckDigit,
  isCreditCode,
  isResidentId,
  RESIDENT_ID,
  type FieldProblem,
  type PublicApplication,
} from '@gongkai/contracts';

/** What is wrong with an application beyond its shape: who asks has to be known and reached (REG 29(2)), and a number that checks itself right. */
export function applicationProblems(body: PublicApplication): FieldProblem[] {
  return [...identityProblems(body), ...contactProblems(body)];
}

/** Numbers that check themselves, by the document they stand on. */
const CHECKED: Readonly<Record<string, (number: string) => boolean>> = {
  [RESIDENT_ID]: (number) => isResidentId(number) && hasCheckDigit(number),
  [CREDIT_CODE]: isCreditCode,
};

function identityProblems({ applicant, fileIds = [] }: PublicApplication): FieldProblem[] {
  const { idType, idNumber, agentIdType, agentIdNumber } = applicant;
  const isUnproven = idNumber === undefined && fileIds.length === 0;
  return [
    ...(isUnproven ? [{ path: 'applicant.idNumber', code: 'required' as const }] : []),
    ...mistyped('applicant.idNumber', idType, idNumber),
    ...mistyped('applicant.agentIdNumber', agentIdType, agentIdNumber),
  ];
}

const mistyped = (path: string, idType = '', number = ''): FieldProblem[] =>
  number !== '' && CHECKED[idType]?.(number.trim()) === false ? [{ path, code: 'mistyped-number' }] : [];

type Field = 'phone' | 'email' | 'address';

/** What each way of delivery cannot do without. */
const NEEDED: Readonly<Partial<Record<PublicApplication['delivery'], Field>>> = {
  post: 'address',
  email: 'email',
  pick_up: 'phone',
};

function contactProblems({ applicant, delivery }: PublicApplication): FieldProblem[] {
  const needed = NEEDED[delivery] ?? (applicant.email === undefined && applicant.address === undefined ? 'phone' : null);
  return needed === null || applicant[needed] !== undefined ? [] : [{ path: `applicant.${needed}`, code: 'required' }];
}
