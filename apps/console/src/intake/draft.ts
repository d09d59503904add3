import type { APPLICANT_KINDS, Channel, Delivery, FileView, LEGAL_CATEGORIES, WantedForm } from '@gongkai/contracts';
import type { z } from 'zod';
import { channelForms } from './channel-fields.js';
import { newKey } from '../parts/new-key.js';

/** One item as it is being typed. */
export type DraftItem = {
  readonly id: number;
  readonly description: string;
  readonly documentNumber: string;
  readonly period: string;
};

/** A letter that is being logged, every field as it was typed. Fields of other channels stay, in case the channel was wrong. */
export type Draft = {
  /** Sent with the application: however often it is sent, it is logged once. */
  readonly key: string;
  readonly channel: Channel;
  readonly arrivedOn: string;
  readonly postedOn: string;
  readonly trackingNumber: string;
  readonly signedBy: string;
  readonly misaddressed: boolean;
  readonly faxNumber: string;
  readonly pages: string;
  readonly missingPages: string;
  readonly arrivedAt: string;
  /** Told by word of mouth, written down here and read back. */
  readonly oral: boolean;
  /** Which of the files shows the envelope. */
  readonly envelope: string;
  readonly kind: (typeof APPLICANT_KINDS)[number];
  /** Of a legal person; a natural person has no other. */
  readonly category: (typeof LEGAL_CATEGORIES)[number];
  readonly name: string;
  readonly idType: string;
  readonly idNumber: string;
  readonly phone: string;
  readonly email: string;
  readonly address: string;
  readonly agent: string;
  readonly agentIdType: string;
  readonly agentIdNumber: string;
  readonly agentPhone: string;
  readonly agentScope: string;
  /** Which of the files is the power of attorney. */
  readonly powerOfAttorney: string;
  readonly accessibility: string;
  readonly items: readonly DraftItem[];
  readonly wantedForm: z.infer<typeof WantedForm>;
  readonly delivery: z.infer<typeof Delivery>;
  readonly contact: Contact;
  readonly contactOn: string;
  readonly contactHow: string;
  readonly contactWith: string;
  readonly contactResult: string;
  /** The applicant suggests that everybody may read it (REG 44), and why. */
  readonly suggests: boolean;
  readonly suggestReason: string;
  readonly lateReason: string;
  /** What is answered there and then, at the counter. */
  readonly spot: SpotAnswer;
  readonly spotWhat: string;
  /** Of what is given on paper: its pages, and where it lies for the reviewer (REG 17). */
  readonly spotPages: string;
  readonly spotPlace: string;
  readonly files: readonly FileView[];
};

/** What can be answered on the spot (当场答复), or that somebody who may decide is to answer it; mostly it takes its time. */
export const SPOT_ANSWERS = ['later', 'waits', 'already_public', 'granted'] as const;
export type SpotAnswer = (typeof SPOT_ANSWERS)[number];

/** What came of the contact with the applicant: settled, tried in vain, or not tried yet. */
export const CONTACTS = ['confirmed', 'attempted', 'later'] as const;
export type Contact = (typeof CONTACTS)[number];

/** How an applicant is reached and what came of it, as it is recorded: words of the office, in any language of the screen. */
export const CONTACT_WAYS = ['电话', '短信', '邮件', '当面', '信函'] as const;
export const FRUITLESS = ['无人接听', '号码有误', '未回复'] as const;

/** Documents that prove who somebody is, as they are recorded. */
export const ID_TYPES: Readonly<Record<Draft['kind'], readonly string[]>> = {
  natural_person: ['居民身份证', '护照', '港澳台居民居住证', '其他'],
  legal_person_or_other: ['统一社会信用代码', '其他'],
};

export const EMPTY_ITEM: Omit<DraftItem, 'id'> = { description: '', documentNumber: '', period: '' };

/** What few letters say: by which papers an agent acts, what the applicant needs. */
const NO_PAPERS = {
  agentIdType: '居民身份证',
  agentIdNumber: '',
  agentPhone: '',
  agentScope: '',
  powerOfAttorney: '',
  accessibility: '',
} as const;

type Beginning = Pick<Draft, 'channel' | 'contactWith'>;

/** Nothing is answered there and then. */
const NO_SPOT = { spot: 'later', spotWhat: '', spotPages: '', spotPlace: '' } as const;

/** An empty letter; the next one of a pile mostly comes by the same channel. */
export const newDraft = ({ channel, contactWith }: Beginning): Draft => ({
  key: newKey(),
  channel,
  arrivedOn: '',
  postedOn: '',
  trackingNumber: '',
  signedBy: '',
  misaddressed: false,
  faxNumber: '',
  pages: '',
  missingPages: '',
  arrivedAt: '',
  oral: false,
  envelope: '',
  kind: 'natural_person',
  category: 'commercial_enterprise',
  name: '',
  idType: '居民身份证',
  idNumber: '',
  phone: '',
  email: '',
  address: '',
  agent: '',
  ...NO_PAPERS,
  items: [{ id: 1, ...EMPTY_ITEM }],
  wantedForm: 'paper',
  delivery: 'post',
  contact: 'later',
  contactOn: '',
  contactHow: CONTACT_WAYS[0],
  contactWith,
  contactResult: '',
  suggests: false,
  suggestReason: '',
  lateReason: '',
  ...NO_SPOT,
  files: [],
});

/** Whether this letter's record has a place for the applicant's confirmation. */
export function asksConfirmation({ channel, misaddressed }: Pick<Draft, 'channel' | 'misaddressed'>): boolean {
  const { confirmation } = channelForms[channel];
  return confirmation === 'always' || (confirmation === 'misaddressed' && misaddressed);
}

const placeOf = (personId: string): string => `gongkai.draft.${personId}`;

/** The letter a person has begun on this machine; undefined where there is none, or it is of an older console. */
export function keptDraft(personId: string): Draft | undefined {
  const text = localStorage.getItem(placeOf(personId));
  if (text === null) return undefined;
  try {
    const kept = JSON.parse(text) as Partial<Draft>;
    const fields = Object.keys(newDraft({ channel: 'in_person', contactWith: '' }));
    return fields.every((field) => field in kept) ? (kept as Draft) : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps it. @returns whether there was room */
export function keepDraft(personId: string, draft: Draft): boolean {
  try {
    localStorage.setItem(placeOf(personId), JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

/** It has been logged. */
export const dropDraft = (personId: string): void => localStorage.removeItem(placeOf(personId));
