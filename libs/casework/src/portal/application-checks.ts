import { contradictsItself, type FieldProblem, type PublicApplication } from '@gongkai/contracts';

/**
 * What is wrong with an application beyond its shape: who asks has to be known and reached (REG 29(2)), a number that checks itself has
 * to be right, and one of a telephone such that it can be called.
 */
export function applicationProblems(body: PublicApplication): FieldProblem[] {
  return [...identityProblems(body), ...contactProblems(body), ...phoneProblems(body.applicant)];
}

function identityProblems({ applicant, fileIds = [] }: PublicApplication): FieldProblem[] {
  const { idType, idNumber, agentIdType, agentIdNumber } = applicant;
  const isUnproven = idNumber === undefined && fileIds.length === 0;
  return [
    ...(isUnproven ? [{ path: 'applicant.idNumber', code: 'required' as const }] : []),
    ...mistyped('applicant.idNumber', idType, idNumber),
    ...mistyped('applicant.agentIdNumber', agentIdType, agentIdNumber),
  ];
}

const mistyped = (path: string, idType?: string, number?: string): FieldProblem[] =>
  contradictsItself(idType, number) ? [{ path, code: 'mistyped-number' }] : [];

type Field = 'phone' | 'email' | 'address';

/** What each way of delivery cannot do without. */
const NEEDED: Readonly<Partial<Record<PublicApplication['delivery'], Field>>> = {
  post: 'address',
  email: 'email',
  pick_up: 'phone',
};

const FEWEST_DIGITS = 5;
const MOBILE = 11;
/** A telephone that nobody can be called at: too short, or a mobile number with a digit too few or too many. */
function isMistypedPhone(phone: string): boolean {
  const dialled = phone.normalize('NFKC').replaceAll(/[\s-]/g, '');
  return dialled.replaceAll(/\D/g, '').length < FEWEST_DIGITS || (/^1[3-9]\d{5,}$/.test(dialled) && dialled.length !== MOBILE);
}

const phoneProblems = ({ phone, agentPhone }: PublicApplication['applicant']): FieldProblem[] =>
  Object.entries({ phone, agentPhone }).flatMap(([field, number]) =>
    number !== undefined && isMistypedPhone(number) ? [{ path: `applicant.${field}`, code: 'mistyped-phone' as const }] : [],
  );

function contactProblems({ applicant, delivery }: PublicApplication): FieldProblem[] {
  const needed = NEEDED[delivery] ?? (applicant.email === undefined && applicant.address === undefined ? 'phone' : null);
  return needed === null || applicant[needed] !== undefined ? [] : [{ path: `applicant.${needed}`, code: 'required' }];
}
