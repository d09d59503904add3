import type { SealedTable } from '@gongkai/platform';
import * as applicants from './applicants.js';
import * as appearing from './desk/appearing.js';
import * as contacts from './desk/party-contact.js';
import * as factors from './directory/second-factors.js';
import * as codes from './enquiries/query-code.js';
import * as incoming from './incoming/rows.js';
import * as letters from './mailed/mail-rows.js';
import * as mails from './own/follow-mail.js';
import * as records from './records/record-rows.js';
import * as webhooks from './webhooks/sealed-address.js';

const of = (table: string, id: string, placeOf: (id: string) => string): SealedTable => ({
  table,
  key: { [id]: 'uuid' },
  placeOf: (row) => placeOf(String(row[id])),
});

/** What of the casework lies sealed, each row for its own place. */
export const SEALED_TABLES: readonly SealedTable[] = [
  of('applicant', 'id', applicants.placeOf),
  of('appearing', 'id', appearing.placeOf),
  of('follow_mail', 'case_id', mails.placeOf),
  of('incoming', 'id', incoming.placeOf),
  of('letter_mail', 'id', letters.placeOf),
  of('party_contact', 'consultation_id', contacts.placeOf),
  of('query_code', 'case_id', codes.placeOf),
  of('record_correction', 'id', records.placeOf),
  of('second_factor', 'person_id', factors.placeOf),
  of('webhook_target', 'id', webhooks.placeOf),
];
