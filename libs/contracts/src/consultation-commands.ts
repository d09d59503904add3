import { z } from 'zod';
import { bare, command, id, letter, on, signedLetter, text, word } from './command-parts.js';
import { leaving } from './delivery-fields.js';
import { partyFields } from './party-contact.js';

const itemIds = z
  .array(id)
  .min(1)
  .max(50)
  .optional()
  .describe('The items it is about: only they are told of, and only they are held to the answer; without it all of them');

/** What asks others is not mailed from here, but for the link by which they answer. */
const { sentElsewhere: _toApplicants, ...leavingToOthers } = leaving;
const consultation = { party: word, ...partyFields, itemIds, ...leavingToOthers };

/** Letters that ask somebody else, what they answer, and what follows from it (REG 11, 15, 17, 32, 34). */
export const consultationCommands = {
  askThirdParty: letter('askThirdParty', consultation),
  askJointProducer: letter('askJointProducer', consultation),
  askOtherOrgan: letter('askOtherOrgan', consultation),
  askSecrecyAuthority: letter('askSecrecyAuthority', consultation),
  recordAnswer: command('recordAnswer', {
    consultationId: id,
    answeredOn: on,
    answer: z.enum(['agree', 'agree_in_part', 'refuse']),
    grounds: text.optional(),
  }),
  /** What is told takes the place of all that was known; that it changed goes on record, and nothing else. */
  changePartyContact: bare('changePartyContact', { consultationId: id, ...partyFields }),
  /** Of a letter that was made and has not left: nobody is asked by it, and another one can be made. Its number stays used. */
  takeBackLetter: bare('takeBackLetter', {
    consultationId: id,
    reason: text.describe('Why nobody is asked by it after all, or what was wrong with it'),
  }),
  overrideThirdParty: signedLetter('overrideThirdParty', { consultationId: id, itemIds, publicInterest: text }),
} as const;
