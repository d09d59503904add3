import type { Sealer, Statement } from '@gongkai/platform';

/** Where its bytes lie. */
export const placeOf = (id: string): string => `letter mail:${id}`;

/** A letter that is about to be mailed: what it is, to whom, with which files. */
type NewLetterMail = {
  readonly id: string;
  readonly caseId: string;
  readonly noticeId: string;
  readonly entryId: string;
  /** Who took the step by which it leaves. */
  readonly sentBy: string;
  readonly address: string;
  /** As it may be shown. */
  readonly mailTo: string;
  readonly fileIds: readonly string[];
  readonly leftOut: readonly string[];
  readonly at: Date;
};

/** Puts it down, with its address sealed. */
export const keepLetterMail = (sealer: Sealer, mail: NewLetterMail): Statement => ({
  name: 'keep-letter-mail',
  text: `
    INSERT INTO letter_mail (id, case_id, notice_id, entry_id, sent_by, sealed, mail_to, file_ids, left_out, queued_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
  values: [
    ...[mail.id, mail.caseId, mail.noticeId, mail.entryId, mail.sentBy, sealer.seal({ address: mail.address }, placeOf(mail.id))],
    ...[mail.mailTo, mail.fileIds, mail.leftOut, mail.at],
  ],
});

/** The address. @throws SealBroken when the key does not fit */
export const openAddress = (sealer: Pick<Sealer, 'open'>, id: string, sealed: Uint8Array): string =>
  (sealer.open(sealed, placeOf(id)) as { address: string }).address;

/**
 * Whether the mail of a letter still matters, in SQL on `letter_mail` beside `case_file`: its document did not come back, arrived by no other
 * way, and was not sent by another since.
 */
export const STILL_MEANT = `
  EXISTS (SELECT FROM jsonb_array_elements(case_file.file -> 'notices') AS notice
           WHERE notice ->> 'id' = letter_mail.notice_id::text AND notice ->> 'servedOn' IS NULL
             AND notice -> 'attempts' -> -1 ->> 'mode' = 'email' AND notice -> 'attempts' -> -1 ->> 'cameBackOn' IS NULL)
  AND NOT EXISTS (SELECT FROM letter_mail AS later WHERE later.case_id = letter_mail.case_id AND later.notice_id = letter_mail.notice_id AND later.queued_at > letter_mail.queued_at)`;
