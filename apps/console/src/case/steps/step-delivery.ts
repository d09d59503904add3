import { isElectronic, isToApplicant, type CaseView } from '@gongkai/contracts';
import type { StepField } from './step-model.js';
import { isSubject, type StepValues } from './step-values.js';

type Sight = {
  readonly values: StepValues;
  /** Letters to applicants are mailed by the program. */
  readonly mailsLetters?: boolean | undefined;
  /** Documents whose mail has not gone out. */
  readonly unmailed?: readonly string[];
} & Pick<CaseView, 'notices' | 'delivery'>;

const isByPost = (mode: unknown): boolean => mode === 'ems' || mode === 'registered_mail';
/** What each way is proven by; a field that is not here is asked for whichever it was. */
const PROVES: Readonly<Record<string, (mode: unknown) => boolean>> = {
  trackingNumber: isByPost,
  carrier: isByPost,
  signedBy: (mode) => mode === 'in_person',
  throughOrgan: (mode) => mode === 'other_organ',
  witness: (mode) => mode === 'left_at_address',
  agreedTo: isElectronic,
  agreedOn: isElectronic,
};

/** What of it is at hand as the document leaves, and asked for: without it nobody could say that it left so (G235; CPL 87, 88). */
const AT_HAND: ReadonlySet<string> = new Set(['trackingNumber', 'throughOrgan']);

/** Fields of another address than before. */
const OF_ANOTHER_ADDRESS: ReadonlySet<string> = new Set(['otherAddress', 'addressFrom']);

/** The fields of a dispatch that the way it goes is proven by. */
export function byItsWay(field: StepField, sight: Sight): StepField | null {
  if (field.name === 'sentElsewhere') return isMailedHere(sight) ? field : null;
  return OF_ANOTHER_ADDRESS.has(field.name) ? ofAnotherAddress(field, sight) : proving(field, sight.values.mode, sight);
}

/** A letter to the applicant is mailed by the program, where that mails any; others are asked by other ways. */
function isMailedHere({ values: { mode, noticeId }, notices, mailsLetters = false }: Sight): boolean {
  const notice = noticeOf(noticeId, notices);
  return mailsLetters && mode === 'email' && (notice === undefined || isToApplicant(notice.kind));
}

/** That it is here all the same is asked of a document whose mail did not go out, or whose public notice goes on. */
export function allTheSame(field: StepField, { values: { noticeId }, unmailed = [], notices }: Sight): StepField | null {
  if (field.name === 'mailFailed') return isSubject(noticeId) && unmailed.includes(noticeId.id) ? field : null;
  if (field.name === 'turnedUp') return lastMode(servedOf(noticeId, notices)) === 'public_notice' ? field : null;
  return field;
}

/** The document whose service is told; the reply goes by that word. */
const servedOf = (noticeId: unknown, notices: Sight['notices']) =>
  isSubject(noticeId) && noticeId.id === 'reply' ? notices.findLast(({ kind }) => kind === 'reply') : noticeOf(noticeId, notices);

/** Of a document that left already its own way is known, unless nobody has told it. */
export const stillLacking = (field: StepField, sight: Sight): StepField | null => {
  // Which of several tries it proves is asked where there are several.
  if (field.name === 'sentOn') return (noticeOf(sight.values.noticeId, sight.notices)?.attempts.length ?? 0) > 1 ? field : null;
  return OF_ANOTHER_ADDRESS.has(field.name) ? ofAnotherAddress(field, sight) : lacking(field, sight);
};

/** Why a case is filed although something of its deliveries is not proven: asked for where that is so. */
export const unprovenToFile = (field: StepField, { notices }: Pick<Sight, 'notices'>): StepField | null => {
  if (field.name !== 'unproven') return field;
  return notices.some(({ lacks }) => lacks.length > 0) ? { ...field, required: true } : null;
};

/** Why an application is closed as abandoned although the delivery of the notice, which is called as the cause is, is not proven: asked for where that is so. */
export const unprovenToClose = (field: StepField, { values: { cause }, notices }: Sight): StepField | null => {
  if (field.name !== 'unproven') return field;
  const notice = notices.findLast(({ kind, servedOn }) => kind === cause && servedOn !== null);
  return notice !== undefined && notice.lacks.length > 0 ? { ...field, required: true } : null;
};

/** Which other address it is is said where it went to one. */
function ofAnotherAddress(field: StepField, sight: Sight): StepField | null {
  if (field.name === 'otherAddress') return isTriedAgain(sight) ? field : null;
  if (sight.values.otherAddress === true) return { ...field, required: true };
  // Where it is the one that the application gives, nothing is asked: the server holds them against each other.
  return isTyped(sight.values.agreedTo) ? field : null;
}

const isTyped = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';

function lacking(field: StepField, sight: Sight): StepField | null {
  const { noticeId, mode } = sight.values;
  const known = lastMode(noticeOf(noticeId, sight.notices));
  const isAsked = LACKING[field.name];
  if (isAsked !== undefined) return isAsked(known) ? field : null;
  if (known === null) return belongsTo(field, mode) ? consenting(field, mode, sight) : null;
  return !CONSENT.has(field.name) && belongsTo(field, known) ? field : null;
}

const belongsTo = ({ name }: StepField, mode: unknown): boolean => PROVES[name]?.(mode) !== false;

/** That nobody knows where the addressee is, is said with what was done to find out (CPL 95). */
export const lookedFor = (field: StepField, { values: { untraceable } }: Pick<Sight, 'values'>): StepField | null => {
  if (field.name !== 'sought') return field;
  return untraceable === true ? { ...field, required: true } : null;
};

/** Another address is one beside those that were tried: of a document that never left there is none. */
const isTriedAgain = ({ values: { noticeId }, notices }: Sight): boolean =>
  (noticeOf(noticeId, notices) ?? notices.findLast(({ kind }) => kind === 'reply'))?.attempts.some(
    ({ cameBackOn }) => cameBackOn !== null,
  ) === true;

function proving(field: StepField, mode: unknown, sight: Sight): StepField | null {
  if (!belongsTo(field, mode)) return null;
  const { fileIds } = sight.values;
  const isRecorded = Array.isArray(fileIds) && fileIds.length > 0;
  // Who left it at the address names the witness, or attaches a photo or film (CPL 89); who handed it over names who signed, or attaches the slip.
  if (field.name === 'witness' || field.name === 'signedBy') return isRecorded ? field : { ...field, required: true };
  return AT_HAND.has(field.name) ? { ...field, required: true } : consenting(field, mode, sight);
}

/** The address that was agreed to, and the day. */
export const CONSENT: ReadonlySet<string> = new Set(['agreedTo', 'agreedOn']);

/** Another electronic way than was chosen takes the consent of whom it goes to: the applicant's is asked for by law (CPL 90). */
function consenting(field: StepField, mode: unknown, sight: Sight): StepField | null {
  if (!CONSENT.has(field.name)) return field;
  const { values, delivery, notices } = sight;
  const { noticeId } = values;
  const notice = noticeOf(noticeId, notices);
  if (notice !== undefined && !isToApplicant(notice.kind)) return field;
  if (mode !== delivery) return { ...field, required: true };
  // The application may give no address that a letter could be mailed to, or another is agreed to meanwhile.
  return isMailedHere(sight) ? field : null;
}

/** The document that is meant; undefined where it is the reply, which nobody names. */
const noticeOf = (noticeId: unknown, notices: Sight['notices']) =>
  isSubject(noticeId) ? notices.find(({ id }) => id === noticeId.id) : undefined;

const lastMode = (notice: CaseView['notices'][number] | undefined): string | null => notice?.attempts.at(-1)?.mode ?? null;

const LACKING: Readonly<Record<string, (known: string | null) => boolean>> = {
  mode: (known) => known === null,
  publishedIn: (known) => known === 'public_notice',
};
