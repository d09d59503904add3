import { z } from 'zod';
import { Day } from './day.js';
import { GuideChannel, WebReceipt } from './guide.js';
import { Delivery, NewApplicant, NewItem, Suggestion, WantedForm } from './intake.js';
import { keptText } from './kept-text.js';
import { MOST_FILES, MOST_ITEMS } from './portal-limits.js';
import { OrganView } from './session.js';

const id = keptText(200);

/** An application as its applicant sends it: the body of `POST /public/applications`. How and when it came, the office knows. */
export const PublicApplication = z
  .strictObject({
    /** Id or code of the organ that is asked. */
    organ: id,
    applicant: NewApplicant,
    items: z.array(NewItem).min(1).max(MOST_ITEMS),
    wantedForm: WantedForm,
    delivery: Delivery,
    /** Of `POST /public/files`: a proof of identity, what belongs to an item. */
    fileIds: z.array(id).max(MOST_FILES).optional(),
    /** Where the applicant wants to be told of each step by mail; a consent that can be taken back. */
    mailTo: z.email().max(200).optional(),
    suggestion: Suggestion.optional(),
  })
  .meta({ id: 'PublicApplication' });
export type PublicApplication = z.infer<typeof PublicApplication>;

const OrganName = OrganView.pick({ code: true, name: true });

/** What the applicant is given at once: enough to keep, to print and to come back with. */
export const PublicReceipt = z
  .strictObject({
    number: z.string(),
    /** As it is printed: `K7MP-X3RT`. */
    queryCode: z.string(),
    /** Leads to where the application stands, with number and code. */
    address: z.url(),
    organ: OrganName,
    submittedOn: Day,
    /** The legal date of receipt (收到申请之日); null where the office confirms by itself. */
    receivedOn: Day.nullable(),
    /** The day by which the reply is due. */
    dueOn: Day.nullable(),
    /** It reaches a year whose holidays are not published. */
    provisional: z.boolean(),
    /** The article that the date of receipt rests on. */
    article: z.string(),
  })
  .meta({ id: 'PublicReceipt' });
export type PublicReceipt = z.infer<typeof PublicReceipt>;

/** The organs that can be asked, each after the one above it. */
export const PublicOrgans = z
  .strictObject({
    organs: z.array(
      OrganView.pick({ code: true, name: true, kind: true, parent: true }).extend({
        /** Ways in that are open today. */
        channels: z.array(GuideChannel),
        webReceipt: WebReceipt,
      }),
    ),
    /** Whether this installation sends mail. */
    mails: z.boolean(),
  })
  .meta({ id: 'PublicOrgans' });
export type PublicOrgans = z.infer<typeof PublicOrgans>;

const name = z.string().max(2000);

/**
 * A sum for the sender's machine (proof of work): nothing for one application, much for thousands. As `altcha-lib` writes it; the
 * answer goes back in the header `Proof-Of-Work`, as JSON `{ challenge, solution }` in Base64.
 */
export const Challenge = z
  .strictObject({
    parameters: z.strictObject({
      algorithm: name,
      nonce: name,
      salt: name,
      cost: z.int(),
      keyLength: z.int(),
      keyPrefix: name,
      data: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).optional(),
    }),
    signature: name.optional(),
  })
  .meta({ id: 'Challenge' });
export type Challenge = z.infer<typeof Challenge>;

/** A solved one. */
export const Proof = z.strictObject({
  challenge: Challenge,
  solution: z.strictObject({ counter: z.int().min(0), derivedKey: name, time: z.number().optional() }),
});
export type Proof = z.infer<typeof Proof>;

/** A file that was taken: its id goes along with the application. */
export const PublicFile = z.strictObject({ id: z.string(), name: z.string(), size: z.int() }).meta({ id: 'PublicFile' });
export type PublicFile = z.infer<typeof PublicFile>;
