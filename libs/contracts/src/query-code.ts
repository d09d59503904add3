import { z } from 'zod';
import { Day } from './day.js';
import { OrganView } from './session.js';
import { Link, NoticeKind } from './vocabulary.js';

/**
 * The signs of a query code (查询码): none that look alike on paper, so no 0 and O, no 1, I and L. Their number is prime: so the last
 * sign of a code finds every single sign that was mistaken, and any two that were swapped.
 */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const DRAWN = 7;
const LENGTH = DRAWN + 1;
const GROUP = 4;

/** How many signs there are, and how many of a code are drawn; the last one follows from them. */
export const QUERY_CODE = { signs: SIGNS.length, drawn: DRAWN } as const;

/** Each place counts for another number, none of them 0. */
const sumOf = (values: readonly number[]): number => values.reduce((sum, value, i) => sum + value * (LENGTH - i), 0);

/** The code of signs that were drawn, each told by its place. */
export function queryCodeOf(drawn: readonly number[]): string {
  const last = (SIGNS.length - (sumOf(drawn) % SIGNS.length)) % SIGNS.length;
  return [...drawn, last].map((value) => SIGNS.charAt(value)).join('');
}

/** A code as it is printed: `K7MP-X3RT`. */
export const queryCodeText = (code: string): string => `${code.slice(0, GROUP)}-${code.slice(GROUP)}`;

/** The code that somebody typed from paper, in whatever way; null where it is none, because of a slip. */
export function readQueryCode(typed: string): string | null {
  const code = typed.normalize('NFKC').toUpperCase().replaceAll(/[\s-]/g, '');
  const values = Array.from(code, (sign) => SIGNS.indexOf(sign));
  const isCode = values.length === LENGTH && values.every((value) => value >= 0) && sumOf(values) % SIGNS.length === 0;
  return isCode ? code : null;
}

/** What stands on a receipt beside the case: how the applicant follows it. */
export const ReceiptSlip = z
  .strictObject({
    queryCode: z.string(),
    /** Leads to the application with number and code. */
    address: z.url(),
  })
  .meta({ id: 'ReceiptSlip' });
export type ReceiptSlip = z.infer<typeof ReceiptSlip>;

/** Where an application stands, as its applicant needs to know it. */
export const PUBLIC_STATES = [
  'to_confirm',
  'in_hand',
  'your_correction',
  'your_payment',
  'reply_sent',
  'reply_returned',
  'answered',
  'withdrawn',
  'merged',
  'abandoned',
  'ended',
] as const;
const PublicState = z.enum(PUBLIC_STATES);
export type PublicState = z.infer<typeof PublicState>;

/** With which code an application is asked after. */
export const StandingQuery = z.strictObject({ code: z.string().max(100) });
export type StandingQuery = z.infer<typeof StandingQuery>;

/** What an applicant can do over the portal, beside saying that a notice is here. */
export const OWN_ACTS = ['correct', 'pay', 'withdraw', 'suggest'] as const;

/** What an applicant learns of their own application: nothing about anybody else, and nothing of what the office still weighs. */
export const ApplicationStanding = z
  .strictObject({
    number: z.string(),
    organ: OrganView.pick({ code: true, name: true }),
    state: PublicState,
    /** The state in a sentence, in the language asked for. */
    says: z.string(),
    links: z.array(
      z.strictObject({
        link: Link,
        status: z.enum(['pending', 'current', 'done']),
        since: Day.nullable(),
        until: Day.nullable(),
      }),
    ),
    /** The legal date of receipt (收到申请之日); null until both sides have confirmed it. */
    receivedOn: Day.nullable(),
    /** The day by which the reply is due, while one is owed by a day. */
    dueOn: Day.nullable(),
    /** It reaches a year whose holidays are not published. */
    provisional: z.boolean(),
    /** Working days from tomorrow to that day; negative once it is past. */
    daysLeft: z.int().nullable(),
    /** What that day rests on; null where none is due, or a person has set it. */
    period: z
      .strictObject({
        /** The day after which it is counted. */
        from: Day,
        /** In working days. */
        length: z.int(),
        extended: z.boolean(),
        /** Working days until today on which others were asked. */
        notCounted: z.int(),
      })
      .nullable(),
    /** The day until which a correction or a payment is awaited. */
    yourDueOn: Day.nullable(),
    /** Items that can be taken back alone: while there are several and nobody has the reply to sign. */
    withdrawable: z.array(z.strictObject({ id: z.string(), description: z.string() })),
    /** What was sent to the applicant, in the order it went out. */
    notices: z.array(
      z.strictObject({
        kind: NoticeKind,
        number: z.string().nullable(),
        id: z.string(),
        dispatchedOn: Day,
        servedOn: Day.nullable(),
        /** Of a fee notice: the applicant paid on an earlier one on that day, before this one arrived, and pays nothing on it. */
        overtakenOn: Day.optional(),
        /** It went out over the portal: who fetches its papers has received it. */
        byPortal: z.boolean(),
        /** The applicant may say now that it is here. */
        mayConfirm: z.boolean(),
        /** The notice itself, and with a reply that goes by electronic means what it gives out. */
        files: z.array(z.strictObject({ id: z.string(), name: z.string(), size: z.int() })),
        /** What a correction notice asks to be told (REG 30), in the words of the office. */
        asks: z.string().nullable(),
      }),
    ),
    /** What the applicant can do now. */
    acts: z.array(z.enum(OWN_ACTS)),
    /** What became of the applicant's suggestion to publish what was asked for (REG 44); null where none was made. */
    suggestion: z
      .strictObject({
        state: z.enum(['waiting', 'to_be_published', 'published', 'declined']),
        /** Since when. */
        on: Day,
        /** Why it was declined. */
        reason: z.string().nullable(),
      })
      .nullable(),
    /** Whether this installation sends mail; where to, masked, if the applicant has wanted it. */
    mail: z.strictObject({ offered: z.boolean(), to: z.string().nullable() }),
    /** Against what was decided, or against silence, until when; the day itself is in time. */
    remedies: z.array(
      z.strictObject({
        remedy: z.enum(['reconsideration', 'litigation']),
        until: Day,
        /** The day rests on a calendar that is not published yet. */
        provisional: z.boolean(),
      }),
    ),
    /** The day of which all this is told. */
    today: Day,
  })
  .meta({ id: 'ApplicationStanding' });
export type ApplicationStanding = z.infer<typeof ApplicationStanding>;
