import { isToApplicant, type FieldProblem } from '@gongkai/contracts';
import type { CaseCommand, CaseFile } from '@gongkai/lifecycle';
import type { Applicant } from '../applicants.js';

/** What an electronic way is told with. */
type Told = {
  readonly mode?: string | null | undefined;
  readonly noticeId?: string | undefined;
  readonly agreedTo?: string | undefined;
  readonly addressFrom?: string | undefined;
};

type Known = Pick<Applicant, 'email' | 'faxNumber'>;

/** The steps by which a document leaves, or is said to have left. */
export const SENDING: ReadonlySet<string> = new Set([
  ...(['dispatch', 'dispatchNotice', 'addProof'] as const),
  // Letters to the applicant that may leave with the step that makes them.
  ...(['sendCorrectionNotice', 'approveExtension', 'askReasons', 'setDelay', 'sendFeeNotice', 'liftFee'] as const),
]);

/** In a text that says more than the address, such as who said so: what stands before it is no part of it. */
export const EMAIL = /[a-z0-9._%+-]+@[a-z0-9.-]+\.[a-z]{2,}/giu;
/** A number as it is written, with or without gaps; without them a day that follows is none of it. */
const FAX = [/\d(?:[\s()-]*\d){6,}/gu, /\d(?:[()-]*\d){6,}/gu] as const;

/** As it is compared, however it was typed: without the codes of land and trunk. */
const figures = (text: string): string =>
  text
    .replaceAll(/\D/gu, '')
    .replace(/^(?:00)?86(?=\d{9})/u, '')
    .replace(/^0/u, '');

/** Whether two numbers are one, where one of them may lack the code of its place: seven figures at least are the same from the end. */
function isSameNumber(one: string, other: string): boolean {
  const [short = '', long = ''] = [figures(one), figures(other)].sort((a, b) => a.length - b.length);
  return short.length >= LOCAL && long.endsWith(short);
}

const LOCAL = 7;

/** By each electronic way, whether an address that was agreed to is the one the applicant gave; where none was given there is nothing to compare. */
const SAME: Readonly<Record<string, (agreedTo: string, known: Known) => boolean>> = {
  email: (agreedTo, { email }) =>
    email === undefined ||
    (agreedTo.match(EMAIL) ?? []).some((one) => one.toLowerCase() === email.normalize('NFKC').toLowerCase()),
  fax: (agreedTo, { faxNumber }) =>
    faxNumber === undefined ||
    FAX.some((written) => (agreedTo.match(written) ?? []).some((one) => isSameNumber(one, faxNumber.normalize('NFKC')))),
};

/**
 * A document that goes to another e-mail address or fax number than the application gives says where that is known from: a slip of the hand
 * would send it to somebody else (CPL 90). The message tells none of them.
 * @returns `addressFrom` where that is not said
 */
export function addressProblems(
  command: CaseCommand,
  file: Pick<CaseFile, 'notices'>,
  known: () => Known,
): readonly FieldProblem[] {
  const told = SENDING.has(command.type) ? (command as Told) : {};
  if (told.agreedTo === undefined || told.addressFrom !== undefined) return [];
  const isSame = comparing(told, file);
  if (isSame === undefined || isSame(told.agreedTo.normalize('NFKC'), known())) return [];
  return [{ path: 'addressFrom', code: 'agreed-address-other' }];
}

/** How the address of a document is compared; undefined where it goes to somebody else, or by another way. */
function comparing({ noticeId, mode }: Told, { notices }: Pick<CaseFile, 'notices'>): (typeof SAME)[string] | undefined {
  const notice = notices.find(({ id }) => id === noticeId);
  if (notice !== undefined && !isToApplicant(notice.kind)) return undefined;
  return SAME[mode ?? notice?.attempts.at(-1)?.mode ?? ''];
}
