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
  'hint.takeBackLetter.reason':
    'Nobody is asked by it; another letter can be made. Its number stays used, and the history keeps it',
  'undo.takeBackLetter': 'It cannot be undone; make another letter',
  'undo.changePartyContact': 'It can be changed again; what was known before is not kept',
  'missing.recordAnswer.grounds': 'Say on what grounds; where they gave none, say that they gave none',
  'answer.by-link':
    'Filled in as {{party}} answered by the link ({{day}}, {{answer}}): check it. Once recorded, its words are put on file as a record of their own',
  'answer.other':
    'Not what {{party}} answered by the link ({{day}}, {{answer}}): check it. What was answered goes on file all the same',
  'answer.unserved':
    'No service of the letter to {{party}} is on record: record that too. The answer can be recorded all the same',
  'answer.unproven': 'The letter to {{party}} lacks proof of its service: add it too. The answer can be recorded all the same',
};
