import { z } from 'zod';
import { dispatchedOn, id, on, text, word } from './command-parts.js';
import { Day } from './day.js';
import { DispatchMode } from './vocabulary.js';

/** How a document is delivered, and what proves that: the fields of the steps that send one, take it back, or add what was missing. */

/** By post: under which number, asked for as it leaves, and by whom where it is said. Only the postal enterprise carries official documents (POST 55). */
export const carriage = {
  trackingNumber: word.optional().describe('ems, registered_mail: the number of the item; asked for (G235)'),
  carrier: word.optional().describe('Who carries it, by name; another than the postal enterprise is refused (POST 55)'),
};

/** Who mails it: where a mail server is set, this program does so with the step by which a letter leaves for its applicant today. */
export const elsewhere = {
  sentElsewhere: z
    .boolean()
    .optional()
    .describe('email: it was mailed from another mailbox already; nothing is mailed from here, where a mail server is set'),
};

/** What is said with the service of a document that nobody would expect to have arrived: its mail did not go out, or its public notice goes on. */
export const despite = {
  turnedUp: z
    .boolean()
    .optional()
    .describe('The addressee came for it, or had it otherwise, while its public notice goes on; asked for then (CPL 95)'),
  mailFailed: z
    .boolean()
    .optional()
    .describe('The letter is here although the mail by which it should have left did not go out; asked for then'),
};

/** Into whose hands it came, as far as it was handed over by a person: what proves it depends on the way. */
export const hands = {
  signedBy: word
    .optional()
    .describe(
      'in_person: who signed for it, the addressee or an agent (CPL 87, 88); asked for, unless the signed slip comes with the step',
    ),
  throughOrgan: word.optional().describe('other_organ: the organ that hands it over; asked for (G235)'),
  witness: word.optional().describe('left_at_address: who witnessed that it was refused and left there (CPL 89)'),
  agreedTo: word
    .optional()
    .describe(
      'email, portal, fax, where the applicant chose another way: the address it goes to, which they agreed to, and who said so (CPL 90)',
    ),
  agreedOn: Day.optional().describe('The day on which they agreed; asked for with `agreedTo`, and not after it leaves'),
  otherAddress: z
    .boolean()
    .optional()
    .describe(
      'It goes to another address than the tries before: one of the different ways that a public notice asks for (CPL 95)',
    ),
  addressFrom: word
    .optional()
    .describe(
      'otherAddress: which address it is and where it is known from (household register, business licence, letter of the applicant); the address itself stands on the envelope. Asked for then, and where `agreedTo` is another e-mail address or fax number than the application gives',
    ),
};

const { otherAddress: _again, ...firstHands } = hands;

/**
 * When and how a letter leaves with the very step that makes it, as far as that is known by then: what is not told here is told by
 * `addProof`. The files of such a step are the letter itself, and prove nothing of its way.
 */
export const leaving = {
  dispatchedOn,
  mode: DispatchMode.optional().describe('How it leaves, where it leaves with this step; told afterwards by `addProof`'),
  ...carriage,
  ...firstHands,
  ...elsewhere,
};

/** What came back, when and why; its envelope, or what the post says of it, comes as a file. */
export const returned = {
  noticeId: id.optional().describe('The document that came back; without it, or with `reply`, the reply'),
  on,
  reason: text,
  untraceable: z
    .boolean()
    .optional()
    .describe('Nobody knows where the addressee is: a public notice needs no other try then (CPL 95)'),
  sought: text.optional().describe('untraceable: what was done to find the addressee, and what it came to; asked for then'),
};

/** Why a case is filed although something does not prove how a paper of it was delivered. */
export const unproven = text
  .optional()
  .describe(
    'Why it is filed although not every delivery is proven (`lacks` of its notices): where the proof lies, or why there is none. Asked for then, kept with the step; of a case that lacks nothing it is left out',
  );

/** Why a case is filed although it keeps no copy of a letter of it (REG 45). */
export const unkept = text
  .optional()
  .describe(
    'Why it is filed although the case keeps no copy of a letter that was made, neither as it was drawn or brought nor stamped (`papers` of its completeness): where it lies, or why there is none. Asked for then, kept with the step; of a case that lacks none it is left out',
  );

/** Why an application is closed as abandoned although something does not prove how the notice was delivered whose period is over (REG 30; FEE). */
export const unprovenNotice = text
  .optional()
  .describe(
    'Why it is closed although the delivery of the notice is not proven (`lacks` of it): where the proof lies, or why there is none. Of one that lacks nothing it is left out',
  );
