import type { Channel, EvidenceField } from '@gongkai/contracts';

/** What the form of a channel can ask for, and under which names the server takes it; what it does ask for, the statute pack says. */
export type ChannelForm = {
  /** The day that begins the record: handed over, sent, signed for, arrived. */
  readonly arrival: 'submittedOn' | 'signedOn' | 'arrivedOn';
  /** Where the day on the postmark is kept. */
  readonly posted?: 'postedOn' | 'postmarkOn';
  readonly evidence: readonly EvidenceField[];
  /** Whether the record has a place for the applicant's confirmation; of signed mail only where it was misaddressed. */
  readonly confirmation: 'always' | 'misaddressed' | 'never';
};

const SIGNED_MAIL: ChannelForm = {
  arrival: 'signedOn',
  posted: 'postedOn',
  evidence: ['postedOn', 'trackingNumber', 'signedBy', 'misaddressed', 'envelope'],
  confirmation: 'misaddressed',
};

/** Each channel's form; the keys 1 to 7 follow this order. */
export const channelForms: Readonly<Record<Channel, ChannelForm>> = {
  in_person: { arrival: 'submittedOn', evidence: ['pages', 'oral'], confirmation: 'never' },
  registered_mail: SIGNED_MAIL,
  ems: SIGNED_MAIL,
  ordinary_mail: { arrival: 'arrivedOn', posted: 'postmarkOn', evidence: ['postedOn', 'envelope'], confirmation: 'always' },
  fax: { arrival: 'submittedOn', evidence: ['faxNumber', 'pages', 'missingPages', 'arrivedAt'], confirmation: 'always' },
  web: { arrival: 'submittedOn', evidence: [], confirmation: 'always' },
  email: { arrival: 'submittedOn', evidence: [], confirmation: 'always' },
};
