import { z } from 'zod';
import { Day } from './day.js';
import { CHANNELS } from './deadline-facts.js';
import { keptText } from './kept-text.js';

const text = keptText(4000);
const word = keptText(200);

/** What an office can ask of an arrival beside its day. Which of it is asked for by which channel, the statute pack says. */
export const EVIDENCE_FIELDS = [
  'postedOn',
  'trackingNumber',
  'signedBy',
  'misaddressed',
  'faxNumber',
  'pages',
  'missingPages',
  'arrivedAt',
  'oral',
  'envelope',
] as const;
const EvidenceField = z.enum(EVIDENCE_FIELDS);
export type EvidenceField = z.infer<typeof EvidenceField>;

/** What is asked of an arrival, by its channel. */
export const ChannelsView = z
  .strictObject({ channels: z.record(z.enum(CHANNELS), z.array(EvidenceField)) })
  .meta({ id: 'ChannelsView' });
export type ChannelsView = z.infer<typeof ChannelsView>;

/** What proves the arrival, beside the days the law asks for. */
const evidence = {
  trackingNumber: word.optional(),
  postmarkOn: Day.optional(),
  signedBy: word.optional(),
  faxNumber: word.optional(),
  pages: z.int().min(1).max(100_000).optional(),
  /** Which pages of a fax did not come, or cannot be read. */
  missingPages: word.optional(),
  /** The time of day at which it came, as the machine has it. */
  arrivedAt: z.iso.time({ precision: -1 }).optional(),
  /** Which of the files shows the envelope with its postmark. */
  envelopeFileId: word.optional(),
  confirmedBy: word.optional(),
  confirmedHow: word.optional(),
  note: text.optional(),
};
const signedMail = {
  postedOn: Day.optional(),
  signedOn: Day,
  misaddressed: z.literal(true).optional(),
  confirmedOn: Day.optional(),
};
const confirmed = { submittedOn: Day, confirmedOn: Day.optional() };

/** How an application arrived, with its evidence: the days are those of the deadlines' receipt (REG 31). */
export const ReceiptWithEvidence = z
  .discriminatedUnion('channel', [
    z.strictObject({
      channel: z.literal('in_person'),
      submittedOn: Day,
      /** Told by word of mouth, written down by the office and read back (REG 29(1)). */
      oral: z.literal(true).optional(),
      /** The applicant waits for the answer (当场答复, REG 33(1)): until the day is over, the case comes first wherever it waits. */
      onTheSpot: z.literal(true).optional(),
      ...evidence,
    }),
    z.strictObject({ channel: z.literal('ems'), ...signedMail, ...evidence }),
    z.strictObject({ channel: z.literal('registered_mail'), ...signedMail, ...evidence }),
    z.strictObject({ channel: z.literal('ordinary_mail'), arrivedOn: Day, confirmedOn: Day.optional(), ...evidence }),
    z.strictObject({ channel: z.literal('web'), ...confirmed, ...evidence }),
    z.strictObject({ channel: z.literal('fax'), ...confirmed, ...evidence }),
    z.strictObject({ channel: z.literal('email'), ...confirmed, ...evidence }),
  ])
  .meta({ id: 'Receipt' });
export type ReceiptWithEvidence = z.infer<typeof ReceiptWithEvidence>;

/** The legal day of receipt (收到申请之日), null as long as it is not settled, by which rule and article. */
const settled = { receivedOn: Day.nullable(), rule: z.string(), article: z.string() };
const [inPerson, ems, registeredMail, ordinaryMail, web, fax, email] = ReceiptWithEvidence.options;

/** How an application arrived, and what the law makes of it. */
export const SettledReceipt = z.discriminatedUnion('channel', [
  inPerson.extend(settled),
  ems.extend(settled),
  registeredMail.extend(settled),
  ordinaryMail.extend(settled),
  web.extend(settled),
  fax.extend(settled),
  email.extend(settled),
]);
export const ChannelName = z.enum(CHANNELS);

/** Kinds of applicants and their categories in the annual report. */
export const APPLICANT_KINDS = ['natural_person', 'legal_person_or_other'] as const;
export const LEGAL_CATEGORIES = [
  'commercial_enterprise',
  'research_institution',
  'public_welfare_org',
  'legal_service_org',
  'other_org',
] as const;
export const APPLICANT_CATEGORIES = ['natural_person', ...LEGAL_CATEGORIES] as const;

/** Who somebody is, and how they are reached. */
export const personFields = {
  name: word,
  idType: word.optional(),
  idNumber: word.optional(),
  phone: word.optional(),
  email: z.email().max(200).optional(),
  address: word.optional(),
};

const person = {
  ...personFields,
  /** Who acts for the applicant (代理人), by which document, and by what power of attorney (授权委托书). */
  agent: word.optional(),
  agentIdType: word.optional(),
  agentIdNumber: word.optional(),
  agentPhone: word.optional(),
  /** What the agent may do. */
  agentScope: text.optional(),
  /** Which of the files is the power of attorney. */
  powerOfAttorneyFileId: word.optional(),
  /** What helps the applicant to read, hear or come: large print, reading out, sign language. */
  accessibility: text.optional(),
};

/** Who asks (REG 29). The category has to be one of its kind. */
export const NewApplicant = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('natural_person'), category: z.literal('natural_person'), ...person }),
    z.strictObject({ kind: z.literal('legal_person_or_other'), category: z.enum(LEGAL_CATEGORIES), ...person }),
  ])
  .meta({ id: 'NewApplicant' });
export type NewApplicant = z.infer<typeof NewApplicant>;

export const NewItem = z
  .strictObject({ description: text, documentNumber: word.optional(), period: word.optional() })
  .meta({ id: 'NewItem' });

export const WantedForm = z.enum(['paper', 'electronic', 'on_site']);
export const Delivery = z.enum(['post', 'pick_up', 'email', 'portal', 'fax']);

/** The applicant suggests that everybody may read what is asked for (REG 44): it waits for the reply, and is answered after that. */
export const Suggestion = z.strictObject({ reason: keptText(1000).optional() }).meta({ id: 'Suggestion' });

/** An application as the clerk logs it: the body of `POST /cases`. */
export const NewApplication = z
  .strictObject({
    /** Id or code; the clerk's own organ where it is left out. */
    organ: word.optional(),
    receipt: ReceiptWithEvidence,
    applicant: NewApplicant,
    items: z.array(NewItem).min(1).max(50),
    wantedForm: WantedForm,
    delivery: Delivery,
    fileIds: z.array(word).max(200).optional(),
    /** Why it was not logged when it came. */
    lateReason: text.optional(),
    suggestion: Suggestion.optional(),
  })
  .meta({ id: 'NewApplication' });
export type NewApplication = z.infer<typeof NewApplication>;
