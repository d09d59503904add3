import type { PublicApplication } from '@gongkai/contracts';
import { newKey } from '../parts/new-key.js';

/** One piece of information that is asked for. */
export type DraftItem = { readonly description: string; readonly documentNumber: string; readonly period: string };
/** A file that the server has taken already. */
export type DraftFile = { readonly id: string; readonly name: string };

/** Documents as they are chosen; the first and the third check their own numbers. */
export type IdType = typeof PERSON_ID | '护照' | typeof CODE_ID | '其他证件';

/** What somebody has typed so far. */
export type Draft = {
  readonly organ: string;
  readonly kind: 'natural_person' | 'legal_person_or_other';
  readonly category: string;
  readonly name: string;
  readonly idType: IdType;
  readonly idNumber: string;
  readonly files: readonly DraftFile[];
  /** Names of files that went to an organ which is not asked any more, until others are uploaded. */
  readonly leftBehind: readonly string[];
  readonly phone: string;
  readonly email: string;
  readonly address: string;
  readonly agent: string;
  /** To be told of each step by mail. */
  readonly wantsMail: boolean;
  readonly agentIdType: IdType;
  readonly agentIdNumber: string;
  readonly agentPhone: string;
  readonly agentScope: string;
  /** Which of the files is the power of attorney. */
  readonly powerOfAttorney: string;
  readonly accessibility: string;
  readonly items: readonly DraftItem[];
  readonly wantedForm: PublicApplication['wantedForm'];
  readonly delivery: 'post' | 'pick_up' | 'email' | 'portal';
  /** That everybody may read what is given out, and why. */
  readonly suggests: boolean;
  readonly suggestReason: string;
  /** Sent twice it is one application: the key of what was sent last, and that itself. */
  readonly key: string;
  readonly sent: string;
};

export const NO_ITEM: DraftItem = { description: '', documentNumber: '', period: '' };
export const PERSON_ID = '居民身份证';
export const CODE_ID = '统一社会信用代码';

/** By which documents each proves who they are; an agent is a person. */
export const PAPERS: Readonly<Record<Draft['kind'], readonly IdType[]>> = {
  natural_person: [PERSON_ID, '护照', '其他证件'],
  legal_person_or_other: [CODE_ID, '其他证件'],
};

/** Nothing typed yet. */
export const emptyDraft = (): Draft => ({
  organ: '',
  kind: 'natural_person',
  category: 'natural_person',
  name: '',
  idType: PERSON_ID,
  idNumber: '',
  files: [],
  leftBehind: [],
  phone: '',
  email: '',
  address: '',
  agent: '',
  wantsMail: false,
  agentIdType: PERSON_ID,
  agentIdNumber: '',
  agentPhone: '',
  agentScope: '',
  powerOfAttorney: '',
  accessibility: '',
  items: [NO_ITEM],
  wantedForm: 'electronic',
  delivery: 'email',
  suggests: false,
  suggestReason: '',
  key: '',
  sent: '',
});

/** The same, to be sent to an organ. Files were handed to the organ before, and nobody else sees them: which they are is told. */
export function askedOf(draft: Draft, organ: string): Draft {
  if (draft.organ === organ) return draft;
  const names = draft.files.map(({ name }) => name);
  return { ...draft, organ, files: [], powerOfAttorney: '', leftBehind: names.length === 0 ? draft.leftBehind : names };
}

const typed = <T extends Readonly<Record<string, string>>>(fields: T): Partial<T> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, text]) => (text.trim() === '' ? [] : [[name, text.trim()]])),
  ) as Partial<T>;

/** The application as the API takes it: what was left empty is left out. */
export function applicationOf(draft: Draft): unknown {
  const { organ, kind, category, name, items, files, wantedForm, delivery } = draft;
  const { idNumber, phone, email, address, agent, wantsMail } = draft;
  const idType = idNumber.trim() === '' ? '' : draft.idType;
  return {
    organ,
    applicant: {
      ...{ kind, category, name: name.trim() },
      ...typed({ idType, idNumber, phone, email, address, agent, accessibility: draft.accessibility }),
      ...(agent.trim() === '' ? {} : agentOf(draft)),
    },
    items: items.map(({ description, documentNumber, period }) => ({
      description: description.trim(),
      ...typed({ documentNumber, period }),
    })),
    wantedForm,
    delivery,
    ...(wantsMail ? typed({ mailTo: email }) : {}),
    ...(draft.suggests ? { suggestion: typed({ reason: draft.suggestReason }) } : {}),
    ...(files.length === 0 ? {} : { fileIds: files.map(({ id }) => id) }),
  };
}

/** The same with its key. Where no answer came what was sent may be there all the same: with other words it is another application. */
export function keyed(draft: Draft): Draft {
  const sent = JSON.stringify(applicationOf(draft));
  return draft.sent === sent ? draft : { ...draft, sent, key: newKey() };
}

/** By which papers the agent acts. */
function agentOf({ agentIdNumber, agentPhone, agentScope, powerOfAttorney, files, ...draft }: Draft): object {
  const agentIdType = agentIdNumber.trim() === '' ? '' : draft.agentIdType;
  const powerOfAttorneyFileId = files.some(({ id }) => id === powerOfAttorney) ? powerOfAttorney : '';
  return typed({ agentIdType, agentIdNumber, agentPhone, agentScope, powerOfAttorneyFileId });
}
