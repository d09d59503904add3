import { isToApplicant, type FieldProblem } from '@gongkai/contracts';
import type { LocalDate } from '@gongkai/calendar';
import type { CaseCommand, CaseFile } from '@gongkai/lifecycle';
import { EMAIL, SENDING } from '../desk/agreed-address.js';

/** What a step says of a letter that it sends. */
type Told = {
  readonly mode?: string | null | undefined;
  readonly noticeId?: string | undefined;
  readonly dispatchedOn?: LocalDate | null | undefined;
  readonly agreedTo?: string | undefined;
  readonly sentElsewhere?: boolean | undefined;
};

/** How a letter is told that was sent, and what is known of its applicant. */
type Asked = { readonly today: LocalDate; readonly email: () => string | undefined };

/**
 * Whether a step has its letter mailed from here: it leaves for the applicant by e-mail, and today. What left on an earlier day, or went to
 * somebody who is consulted, was mailed by others; how a letter left is only told by `addProof`.
 */
export function isMailedBy(command: CaseCommand, { notices }: Pick<CaseFile, 'notices'>, today: LocalDate): boolean {
  if (!SENDING.has(command.type) || command.type === 'addProof') return false;
  const { mode, noticeId, dispatchedOn = today, sentElsewhere } = command as Told;
  const notice = notices.find(({ id }) => id === noticeId);
  const isTheirs = notice === undefined || isToApplicant(notice.kind);
  return mode === 'email' && dispatchedOn === today && sentElsewhere !== true && isTheirs;
}

/** The addresses of which one is meant: that which the applicant agreed to for this letter, else the one that the application gives. */
const addressesIn = (command: CaseCommand, email: Asked['email']): readonly string[] => [
  ...new Set(((command as Told).agreedTo ?? email() ?? '').normalize('NFKC').match(EMAIL)),
];

/** Where a letter is mailed to. @throws Error where no single address is meant: that is asked before */
export function addressMeant(command: CaseCommand, email: Asked['email']): string {
  const [address, ...others] = addressesIn(command, email);
  if (address === undefined || others.length > 0) throw new Error('No single address is meant.');
  return address;
}

/** A letter that is mailed from here goes to one address: whose another one is, nobody could say (PIPL 6). */
export function mailProblems(command: CaseCommand, file: CaseFile, { today, email }: Asked): readonly FieldProblem[] {
  if (!isMailedBy(command, file, today)) return [];
  const { length } = addressesIn(command, email);
  if (length === 1) return [];
  return [{ path: 'agreedTo', code: length === 0 ? 'agreed-address-missing' : 'agreed-address-several' }];
}
