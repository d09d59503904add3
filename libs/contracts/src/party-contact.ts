import { z } from 'zod';
import { word } from './command-parts.js';

/** Where whoever is consulted is reached: no fact of the case. It lies sealed beside the facts. */
export const partyFields = {
  partyAddress: word.optional().describe('Where letters to who is asked go; kept sealed, in no entry of the journal'),
  partyPhone: word.optional().describe('By which number who is asked is reached; kept sealed, in no entry of the journal'),
};

/** Where who is consulted is reached, as far as that is known. */
export const PartyContact = z.strictObject({ address: word.optional(), phone: word.optional() }).meta({ id: 'PartyContact' });
export type PartyContact = z.infer<typeof PartyContact>;
