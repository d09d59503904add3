import type { LocalDate } from '@gongkai/calendar';
import { isToApplicant, type FieldCode } from '@gongkai/contracts';
import type { Attempt, CaseNotice } from './case-notice.js';
import type { DayCheck } from './day-check.js';
import type { Carriage, Hands } from './postal.js';

/** What is said of a document as it leaves, or afterwards of how it left. */
export type ToldOfWay = Carriage &
  Hands & { readonly mode: Attempt['mode']; readonly fileIds?: readonly string[] | undefined; readonly sentOn: LocalDate };

type Needed = readonly [field: 'trackingNumber' | 'signedBy' | 'throughOrgan', code: FieldCode];
const NUMBERED: Needed = ['trackingNumber', 'tracking-number-missing'];

/** What is at hand the moment a document leaves by such a way; without it nobody could ever say that it left so (G235; CPL 87, 88). */
const NEEDED: Readonly<Partial<Record<NonNullable<Attempt['mode']>, Needed>>> = {
  ems: NUMBERED,
  registered_mail: NUMBERED,
  in_person: ['signedBy', 'signature-missing'],
  other_organ: ['throughOrgan', 'through-organ-missing'],
};

/**
 * Notes what a dispatch has to say by the way it goes: its number, who signed, which organ hands it over, to which address it goes now, and to
 * which electronic one the applicant agreed when. The same letter is not told twice.
 * @param notice the document with its tries before this one; undefined where nobody knows it
 */
export function checkWay(told: ToldOfWay, notice: Pick<CaseNotice, 'kind' | 'attempts'> | undefined, days: DayCheck): void {
  checkAtHand(told, days);
  days.knows(told.otherAddress !== true || told.addressFrom !== undefined, 'addressFrom', 'address-from-missing');
  checkNumber(told, notice?.attempts ?? [], days);
  if (notice === undefined || isToApplicant(notice.kind)) checkConsent(told, days);
}

function checkAtHand(told: ToldOfWay, days: DayCheck): void {
  const needed = told.mode === null ? undefined : NEEDED[told.mode];
  if (needed === undefined) return;
  const [field, code] = needed;
  days.knows(told[field] !== undefined || isSlipBrought(told), field, code);
}

/** The same of what is said afterwards: a way is told as it would have been told at once, of the try that is meant. */
export function checkProof(
  said: Omit<ToldOfWay, 'mode' | 'sentOn'> & Partial<ToldOfWay>,
  notice: CaseNotice,
  days: DayCheck,
): void {
  const meant = notice.attempts.findLast(({ on }) => said.sentOn === undefined || on === said.sentOn);
  if (notice.attempts.length > 0) days.knows(meant !== undefined, 'sentOn', 'no-such-try');
  if (meant === undefined) return;
  const others = notice.attempts.filter((one) => one !== meant);
  checkWay({ ...said, mode: said.mode ?? null, sentOn: meant.on }, { kind: notice.kind, attempts: others }, days);
}

/** Whoever signed for it has signed the slip. */
const isSlipBrought = ({ mode, fileIds = [] }: ToldOfWay): boolean => mode === 'in_person' && fileIds.length > 0;

/** Each item of the post has a number of its own. */
function checkNumber({ trackingNumber }: ToldOfWay, tries: readonly Attempt[], days: DayCheck): void {
  const same =
    trackingNumber === undefined ? undefined : tries.find((one) => numberOf(one.trackingNumber) === numberOf(trackingNumber));
  if (same !== undefined) days.add({ path: 'trackingNumber', code: 'number-used', facts: { on: same.on } });
}

/** As it is printed, however it was typed. */
const numberOf = (number: string | null): string | undefined => number?.normalize('NFKC').replaceAll(/[\s-]/gu, '').toUpperCase();

/** What an address of each electronic way looks like; that of the portal is an account. */
const ADDRESS: Readonly<Partial<Record<NonNullable<Attempt['mode']>, RegExp>>> = {
  email: /[^\s@，。；、,;]+@[^\s@，。；、,;]+\.[a-z]{2,}/iu,
  fax: /\d(?:[\s()-]*\d){6,}/u,
};

/** Consent is given by somebody, on a day before it is used, for one address (CPL 90 by analogy). */
function checkConsent({ mode, agreedTo, agreedOn, sentOn }: ToldOfWay, days: DayCheck): void {
  if (agreedTo === undefined) return;
  const isAddressed = mode === null || (ADDRESS[mode]?.test(agreedTo.normalize('NFKC')) ?? true);
  days.knows(isAddressed, 'agreedTo', 'agreed-address-missing');
  days.knows(agreedOn !== undefined, 'agreedOn', 'required');
  if (agreedOn !== undefined && agreedOn > sentOn)
    days.add({ path: 'agreedOn', code: 'after-later-fact', facts: { later: sentOn } });
}
