import { z } from 'zod';
import { keptText } from './kept-text.js';

/** How a message is written: signed JSON for a gateway of one's own (SMS, a message bus), or the JSON of a robot. */
export const WebhookFormat = z.enum(['signed', 'wecom', 'dingtalk']);
export type WebhookFormat = z.infer<typeof WebhookFormat>;

/** What is told there: deadlines that ring, or that somebody was called upon in a note. */
export const WebhookKind = z.enum(['reminder', 'news']);
export type WebhookKind = z.infer<typeof WebhookKind>;

const Url = z.url({ protocol: /^https?$/ }).max(1000);
const Secret = z.string().min(16).max(200);
const Kinds = z.array(WebhookKind).min(1);
/** Names of lists of recipients of the ladder; null: whoever is told. */
const Recipients = z.array(z.string().max(100)).min(1).nullable();

/** A place where an organ has its people told beside their mailboxes. The address and the secret are told to nobody again. */
export const WebhookTarget = z
  .object({
    id: z.string(),
    /** Code of the organ whose people are told there. */
    organ: z.string(),
    name: z.string(),
    format: WebhookFormat,
    /** Of the address only the host. */
    host: z.string(),
    hasSecret: z.boolean(),
    /** Also what people of the organs below are told. */
    below: z.boolean(),
    kinds: Kinds,
    recipients: Recipients,
    active: z.boolean(),
    waiting: z.int(),
    failed: z.int(),
    lastSentAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'WebhookTarget' });
export type WebhookTarget = z.infer<typeof WebhookTarget>;

/** With the lists of recipients that can be chosen. */
export const WebhookTargets = z
  .object({ items: z.array(WebhookTarget), recipients: z.array(z.string()) })
  .meta({ id: 'WebhookTargets' });
export type WebhookTargets = z.infer<typeof WebhookTargets>;

export const NewWebhook = z
  .strictObject({
    organ: z.string().max(100),
    name: keptText(100),
    format: WebhookFormat,
    url: Url,
    /** Signs what is posted. Needed by `signed`; of a robot of DingTalk it is the secret of its signature, where it has one. */
    secret: Secret.optional(),
    below: z.boolean().default(false),
    kinds: Kinds,
    recipients: Recipients.default(null),
  })
  .meta({ id: 'NewWebhook' });
export type NewWebhook = z.infer<typeof NewWebhook>;

/** What changes; address and secret stay where none is given. */
export const WebhookChange = z
  .strictObject({
    name: keptText(100),
    url: Url,
    secret: Secret,
    below: z.boolean(),
    kinds: Kinds,
    recipients: Recipients,
    active: z.boolean(),
  })
  .partial()
  .meta({ id: 'WebhookChange' });
export type WebhookChange = z.infer<typeof WebhookChange>;

/** What came of a test message: whether it was taken, and the words of the other side. */
export const WebhookTest = z.object({ taken: z.boolean(), answer: z.string() }).meta({ id: 'WebhookTest' });
export type WebhookTest = z.infer<typeof WebhookTest>;
