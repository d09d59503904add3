import type { LocalDate } from '@gongkai/calendar';
import type { CommandOf, EarlierQuery, EvidenceField, NewApplication, OutlookRequest } from '@gongkai/contracts';
import { readDay } from '../parts/date-entry.js';
import { channelForms } from './channel-fields.js';
import { asksConfirmation, ID_TYPES, type Draft } from './draft.js';
import { spotAsked, waitsForAnswer } from './spot.js';

/** Leaves out what was not typed. */
const given = (fields: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value === undefined || value.trim() === '' ? [] : [[name, value.trim()]])),
  );

/** A day as the server takes it; what is no day is sent as it is, so that the server names the field. */
const dayOr = (typed: string, today: LocalDate): string => readDay(typed, today) ?? typed;

/** The days of the arrival alone: what the law asks for. */
function daysOf(draft: Draft, today: LocalDate): Record<string, unknown> {
  const { arrival, posted, evidence } = channelForms[draft.channel];
  const isConfirmed = asksConfirmation(draft) && draft.contact === 'confirmed';
  return {
    channel: draft.channel,
    ...given({ [arrival]: dayOr(draft.arrivedOn, today) }),
    ...(posted === 'postedOn' ? given({ postedOn: dayOr(draft.postedOn, today) }) : {}),
    ...(evidence.includes('misaddressed') && draft.misaddressed ? { misaddressed: true } : {}),
    ...(isConfirmed ? given({ confirmedOn: dayOr(draft.contactOn, today) }) : {}),
  };
}

/** What can already be asked about the dates; null until the day of arrival is one. */
export function receiptOf(draft: Draft, today: LocalDate): OutlookRequest['receipt'] | null {
  if (readDay(draft.arrivedOn, today) === null) return null;
  const days = Object.entries({ ...daysOf(draft, today), ...EVIDENCE.postedOn(draft, today) });
  return Object.fromEntries(
    days.filter(([name, value]) => !name.endsWith('On') || readDay(String(value), today) !== null),
  ) as OutlookRequest['receipt'];
}

/** A time as the server takes it, of `0941`, `9：41` or `941`; what is none is sent as it is. */
function timeOr(typed: string): string {
  const [, hours = '', minutes = ''] = /^(\d{1,2})[:：]?(\d{2})$/.exec(typed.trim()) ?? [];
  return minutes === '' ? typed : `${hours.padStart(2, '0')}:${minutes}`;
}

type Proof = (draft: Draft, today: LocalDate) => object;

const EVIDENCE: Readonly<Record<Exclude<EvidenceField, 'misaddressed'>, Proof>> = {
  postedOn: ({ channel, postedOn }, today) =>
    channelForms[channel].posted === 'postmarkOn' ? given({ postmarkOn: dayOr(postedOn, today) }) : {},
  trackingNumber: ({ trackingNumber }) => given({ trackingNumber }),
  signedBy: ({ signedBy }) => given({ signedBy }),
  faxNumber: ({ faxNumber }) => given({ faxNumber }),
  missingPages: ({ missingPages }) => given({ missingPages }),
  arrivedAt: ({ arrivedAt }) => given({ arrivedAt: timeOr(arrivedAt) }),
  oral: ({ oral }) => (oral ? { oral } : {}),
  envelope: ({ envelope, files }) => (files.some(({ id }) => id === envelope) ? { envelopeFileId: envelope } : {}),
  pages: ({ pages }) => (pages.trim() === '' ? {} : { pages: Number.isNaN(Number(pages)) ? pages : Number(pages) }),
};

function receiptWithEvidence(draft: Draft, today: LocalDate): object {
  const { evidence } = channelForms[draft.channel];
  const proofs = evidence.flatMap((field) => (field === 'misaddressed' ? [] : [EVIDENCE[field](draft, today)]));
  const isConfirmed = asksConfirmation(draft) && draft.contact === 'confirmed';
  const { contactWith: confirmedBy, contactHow: confirmedHow, contactResult: note } = draft;
  return Object.assign(
    {},
    daysOf(draft, today),
    ...proofs,
    isConfirmed ? given({ confirmedBy, confirmedHow, note }) : {},
    waitsForAnswer(draft, today) ? { onTheSpot: true } : {},
  ) as object;
}

function applicantOf(draft: Draft): object {
  const { kind, name, idNumber, phone, email, address, agent } = draft;
  const idType = idNumber.trim() === '' ? '' : draft.idType;
  const category = kind === 'natural_person' ? kind : draft.category;
  return { kind, category, ...given({ name, idType, idNumber, phone, email, address, agent }), ...aroundApplicant(draft) };
}

/** By which papers an agent acts, and what the applicant needs. */
function aroundApplicant({ files, powerOfAttorney, accessibility, ...draft }: Draft): object {
  const { agentIdNumber, agentPhone, agentScope } = draft;
  const agentIdType = agentIdNumber.trim() === '' ? '' : draft.agentIdType;
  const powerOfAttorneyFileId = files.some(({ id }) => id === powerOfAttorney) ? powerOfAttorney : '';
  return given({ agentIdType, agentIdNumber, agentPhone, agentScope, powerOfAttorneyFileId, accessibility });
}

/** Signs that the usual numbers have, and others at least; one that is half typed is of nobody yet. */
const WHOLE = { usual: 18, other: 6 };
/** Signs that a description is looked for by, at least and at most. */
const TELLING = 4;
const MOST_SIGNS = 4000;

/** By what earlier requests are looked for: as much as has been typed so far. */
export function earlierQueryOf({ kind, name, idType, idNumber, items }: Draft): EarlierQuery {
  const number = idNumber.trim();
  const isWhole = number.length >= (idType === ID_TYPES[kind][0] ? WHOLE.usual : WHOLE.other);
  const description = items
    .map((item) => item.description)
    .join('\n')
    .trim()
    .slice(0, MOST_SIGNS);
  return {
    ...(name.trim().length < 2 ? {} : { applicant: { kind, name: name.trim(), ...(isWhole ? { idNumber: number } : {}) } }),
    ...(description.length < TELLING ? {} : { description }),
  };
}

/** The body of `POST /cases`. The server checks all of it; nothing is held back here because it looks wrong. */
export function applicationOf(draft: Draft, today: LocalDate): NewApplication {
  const { wantedForm, delivery, files, lateReason, suggests, suggestReason: reason } = draft;
  const body = {
    receipt: receiptWithEvidence(draft, today),
    applicant: applicantOf(draft),
    items: draft.items.map(({ description, documentNumber, period }) => given({ description, documentNumber, period })),
    wantedForm,
    delivery,
    ...(files.length === 0 ? {} : { fileIds: files.map(({ id }) => id) }),
    ...given({ lateReason }),
    ...(suggests ? { suggestion: given({ reason }) } : {}),
  };
  return body as unknown as NewApplication;
}

/** The try to reach the applicant that is recorded right after the letter; null where there was none. */
export function attemptOf(draft: Draft, today: LocalDate): CommandOf<'logContactAttempt'> | null {
  if (!asksConfirmation(draft) || draft.contact !== 'attempted') return null;
  const { contactHow: how, contactResult: result } = draft;
  const on = given({ on: draft.contactOn === '' ? undefined : dayOr(draft.contactOn, today) });
  return { type: 'logContactAttempt', how, result, ...on };
}

/** Fields that have another name on the screen. */
const RENAMED: Readonly<Record<string, string>> = {
  submittedOn: 'arrivedOn',
  signedOn: 'arrivedOn',
  postmarkOn: 'postedOn',
  confirmedOn: 'contactOn',
  confirmedBy: 'contactWith',
  confirmedHow: 'contactHow',
  note: 'contactResult',
  result: 'contactResult',
  how: 'contactHow',
  on: 'contactOn',
  fileIds: 'files',
  envelopeFileId: 'envelope',
  powerOfAttorneyFileId: 'powerOfAttorney',
  reasons: 'spotWhat',
  otherOrgan: 'spotWhat',
  original: 'spotWhat',
  originalPages: 'spotPages',
  originalPlace: 'spotPlace',
  reason: 'suggestReason',
};

/** The field of the screen that a path of the server means: `receipt.signedOn` is the day of arrival. */
export function fieldAt(path: string): string {
  const steps = path.split('.');
  if (steps[0] === 'items') return steps.length === 1 ? 'items.0.description' : path;
  const last = steps[0] === 'fileIds' ? 'fileIds' : (steps.at(-1) ?? '');
  return RENAMED[last] ?? last;
}

/** What the server asks for in any case, as far as the form can be empty. */
export const requiredOf = (draft: Draft): readonly string[] => [
  draft.arrivedOn,
  draft.name,
  ...draft.items.map(({ description }) => description),
  ...(draft.channel === 'in_person' ? spotAsked(draft).map((name) => draft[name]) : []),
];
