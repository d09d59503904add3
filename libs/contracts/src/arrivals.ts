import { z } from 'zod';
import { Day } from './day.js';
import { Receipt } from './deadline-facts.js';
import { CaseLedger } from './ledger-view.js';
import { CaseRow } from './views.js';
import { Light } from './vocabulary.js';

const [inPerson, ems, registeredMail, ordinaryMail, web, fax, email] = Receipt.options;
/** The days of an arrival; of a letter nobody signs for, the postmark too, which cannot be later than it came. */
const Arriving = z.discriminatedUnion('channel', [
  ...([inPerson, ems, registeredMail] as const),
  ordinaryMail.extend({ postmarkOn: Day.optional() }),
  ...([web, fax, email] as const),
]);

/** The question what an arrival will mean, asked while it is being typed. */
export const OutlookRequest = z.strictObject({ receipt: Arriving }).meta({ id: 'OutlookRequest' });
export type OutlookRequest = z.infer<typeof OutlookRequest>;

/** What an arrival would mean if it were logged today. Nothing is kept. */
export const ArrivalOutlook = z
  .object({
    /** The rule that settles the date of receipt, with its article. */
    rule: z.string(),
    article: z.string(),
    ledger: CaseLedger,
    light: Light,
    /** Working days in (today, due]; null while no date is due. */
    daysLeft: z.int().nullable(),
    /** Working days since the arrival. */
    waitedDays: z.int().nullable(),
    /** Logged later than it should be: a reason is asked for. */
    late: z.boolean(),
    /** Without the reason a second person has to confirm it: a date rests on what is typed so late. */
    toConfirm: z.boolean(),
  })
  .meta({ id: 'ArrivalOutlook' });
export type ArrivalOutlook = z.infer<typeof ArrivalOutlook>;

/** One try to reach the applicant, as it was recorded. */
export const ContactAttempt = z
  .object({ on: Day, how: z.string(), result: z.string(), by: z.string() })
  .meta({ id: 'ContactAttempt' });
export type ContactAttempt = z.infer<typeof ContactAttempt>;

/** An application that waits for its confirmation, with the tries to reach the applicant, oldest first. */
export const ArrivalRow = CaseRow.extend({
  arrivedOn: Day,
  waitedDays: z.int().nullable(),
  misaddressed: z.boolean(),
  attempts: z.array(ContactAttempt),
}).meta({ id: 'ArrivalRow' });
export type ArrivalRow = z.infer<typeof ArrivalRow>;
export const ArrivalList = z
  .object({ items: z.array(ArrivalRow), nextCursor: z.string().nullable() })
  .meta({ id: 'ArrivalList' });
export type ArrivalList = z.infer<typeof ArrivalList>;
