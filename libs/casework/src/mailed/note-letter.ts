import type { JobPayload, NoticeKind } from '@gongkai/contracts';
import type { JobRun, Statement } from '@gongkai/platform';
import { clockEnvelopeId } from '../alarms/clock-envelope.js';
import type { CaseDesk } from '../desk/case-desk.js';
import { calledOf } from './letter-words.js';

type Parts = { readonly desk: Pick<CaseDesk, 'handle'>; readonly publicUrl: string };

type Row = {
  readonly case_id: string;
  readonly state: 'sent' | 'failed';
  readonly mail_to: string;
  readonly tries: number;
  readonly proof: string | null;
  readonly files: number;
  readonly kind: NoticeKind;
  readonly letter_number: string | null;
};

const readEnd = (id: string): Statement => ({
  name: 'letter-mail-end',
  text: `
    SELECT letter_mail.case_id, letter_mail.state, letter_mail.mail_to, letter_mail.tries, letter_mail.proof,
           cardinality(letter_mail.file_ids) AS files, document ->> 'kind' AS kind, document ->> 'number' AS letter_number
      FROM letter_mail JOIN case_file ON case_file.id = letter_mail.case_id
      CROSS JOIN LATERAL jsonb_array_elements(case_file.file -> 'notices') AS document
     WHERE letter_mail.id = $1 AND letter_mail.state IN ('sent', 'failed') AND document ->> 'id' = letter_mail.notice_id::text`,
  values: [id],
});

/**
 * Writes into the history of a case what became of the mail of a letter: the record of sending is what proves this way, and goes into the folder
 * with the rest. Once, however often it is asked for.
 * @returns nothing to be written: the desk has written it
 * @throws Refusal as the desk does
 */
export async function noteLetter(
  { letterId }: JobPayload<'note-letter'>,
  { read }: Pick<JobRun, 'read'>,
  { desk, publicUrl }: Parts,
): Promise<readonly Statement[]> {
  const [row] = await read<Row>(readEnd(letterId));
  if (row === undefined) return [];
  const { case_id: caseId, state, tries } = row;
  const id = clockEnvelopeId({ caseId, kind: 'letter-mail', subject: letterId, version: tries, on: state });
  await desk.handle({
    id,
    caseId,
    actor: 'clock',
    command: { type: 'note', text: TEXTS[state](row, messageIdOf(letterId, publicUrl)) },
  });
  return [];
}

/** The same name for every attempt, whoever makes it. */
export const messageIdOf = (letterId: string, publicUrl: string): string => `<${letterId}@${new URL(publicUrl).hostname}>`;

const TEXTS: Readonly<Record<Row['state'], (row: Row, messageId: string) => string>> = {
  sent: ({ mail_to: to, proof, files, ...letter }, messageId) =>
    `${calledOf(letter.kind, letter.letter_number)}已按申请人同意的方式，由系统用电子邮件发至${to}，附件${String(files)}个，邮件编号${messageId}。邮件服务器：${proof ?? ''}`,
  failed: ({ mail_to: to, proof, tries, ...letter }) =>
    `${calledOf(letter.kind, letter.letter_number)}的电子邮件没有发出（${to}，试了${String(tries)}次）：${proof ?? ''}`,
};
