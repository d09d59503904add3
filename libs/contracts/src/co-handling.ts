import { z } from 'zod';
import { fileIds, on, text } from './command-parts.js';
import { Day } from './day.js';
import { UnitRequestView } from './unit-request-view.js';
import { PersonView } from './session.js';
import { PersonRef } from './views.js';

const name = z.object({ 'zh-CN': z.string(), en: z.string() });

/** Somebody who can be asked to help, with the name of their organ: it may be one below that the reader does not see. */
export const Helper = PersonView.extend({
  organName: name,
  /** Open cases that they handle, against how many they can carry where somebody said so. */
  openCases: z.int(),
  capacity: z.int().nullable(),
  /** What they were asked to help with and have not answered. */
  openRequests: z.int(),
}).meta({ id: 'Helper' });
export type Helper = z.infer<typeof Helper>;

export const HelperList = z.object({ items: z.array(Helper) }).meta({ id: 'HelperList' });
export type HelperList = z.infer<typeof HelperList>;

/** What somebody who is asked to help reads of a case: what its co-handling letter says, and nothing of the applicant. */
export const HelpAsked = UnitRequestView.pick({ id: true, unit: true, task: true, askedOn: true, due: true, provisional: true })
  .extend({
    case: z.object({
      id: z.string(),
      number: z.string(),
      /** Whether the reader may open the case; who is asked in an organ below reads this and no more. */
      inSight: z.boolean(),
    }),
    organ: z.object({ code: z.string(), name }),
    /** What is applied for, and by when it is answered (REG 33): internal days move none of that. */
    items: z.array(z.string()),
    replyDue: Day.nullable(),
    /** Whom it was asked of, where the reader stands in for them today. */
    inSteadOf: PersonRef.nullable(),
  })
  .meta({ id: 'HelpAsked' });
export type HelpAsked = z.infer<typeof HelpAsked>;

export const HelpAskedList = z.object({ items: z.array(HelpAsked) }).meta({ id: 'HelpAskedList' });
export type HelpAskedList = z.infer<typeof HelpAskedList>;

/** What a unit answers; a day that is not named is the office's today. The files are of the own organ, and become the case's. */
export const HelpAnswer = z.strictObject({ answer: text, on, fileIds }).meta({ id: 'HelpAnswer' });
export type HelpAnswer = z.infer<typeof HelpAnswer>;
