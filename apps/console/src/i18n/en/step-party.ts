import type { InEnglish } from '../same-keys.js';
import type { stepParty as zh } from '../zh/step-party.js';

/** Where whoever is consulted is reached. */
export const stepParty: InEnglish<typeof zh> = {
  'field.partyAddress': 'Postal address',
  'field.partyPhone': 'Telephone',
  'hint.partyAddress':
    'Needed where a tracking number is given. If it is not known, make the letter now and send it later, and add the address with “change how who is asked is reached”. It is kept sealed, and in no history',
  'hint.changePartyContact.partyAddress':
    'Address and telephone together take the place of what was known. The history says that they changed, and no more',
  'undo.changePartyContact': 'It can be changed again; what was known before is not kept',
};
