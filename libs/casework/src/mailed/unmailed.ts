import type { CommandOf, FieldProblem } from '@gongkai/contracts';
import type { Statement } from '@gongkai/platform';
import { asUuid } from '../visibility.js';
import { STILL_MEANT } from './mail-rows.js';

/**
 * The mail of a document whose service is recorded, where it has not gone out: it was given up, or is still tried.
 * @returns null where nothing is asked: of a letter to those who are consulted, and where somebody has said that it arrived all the same
 */
export const readUnmailed = (
  { noticeId = 'reply', consultationId, mailFailed }: CommandOf<'recordService'>,
  caseId: string,
): Statement | null =>
  consultationId !== undefined || mailFailed === true
    ? null
    : {
        name: 'mail-of-served',
        text: `
          SELECT letter_mail.mail_to FROM letter_mail JOIN case_file ON case_file.id = letter_mail.case_id
           WHERE letter_mail.case_id = $1 AND letter_mail.state IN ('failed', 'waiting') AND ${STILL_MEANT}
             AND letter_mail.notice_id::text = CASE $2::text WHEN 'reply' THEN case_file.file -> 'round' -> 'reply' ->> 'noticeId' ELSE $2 END`,
        values: [asUuid(caseId), noticeId],
      };

/** What stands against recording that it arrived (CPL 90). */
export const unmailedProblems = (rows: readonly unknown[]): readonly FieldProblem[] =>
  (rows as readonly { readonly mail_to: string }[]).map(({ mail_to: to }) => ({
    path: 'mailFailed',
    code: 'not-mailed',
    facts: { to },
  }));
