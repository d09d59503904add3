import { isToApplicant, type JobPayload, type NoticeKind } from '@gongkai/contracts';
import { MailRefused, type Clock, type JobRun, type Mailer, type Sealer, type Statement } from '@gongkai/platform';
import { dropFollowMail, openFollowMail } from './follow-mail.js';
import { newsOf, toldLetter, type News } from './told-letter.js';

/** What telling works with; without a mailer nobody is told. */
export type TellingParts = {
  readonly sealer: Sealer;
  readonly clock: Clock;
  readonly mailer: Pick<Mailer, 'send'> | null;
  /** Where applicants reach this installation, without a slash at its end. */
  readonly publicUrl: string;
};

type ToldRow = {
  readonly number: string;
  readonly sealed: Uint8Array;
  readonly fact: { readonly dispatchedOn?: string | null };
  readonly kind: NoticeKind | null;
};

/** The consent of a case with the last fact of a type, and the kind of notice that the fact is about. */
const readTold = (caseId: string, type: string): Statement => ({
  name: 'told-applicant',
  text: `
    SELECT case_file.number, follow_mail.sealed, entry.fact,
           (SELECT notice ->> 'kind' FROM jsonb_array_elements(case_file.file -> 'notices') AS notice
             WHERE notice ->> 'id' = entry.fact ->> 'noticeId') AS kind
      FROM follow_mail
      JOIN case_file ON case_file.id = follow_mail.case_id
      CROSS JOIN LATERAL (
        SELECT fact FROM journal WHERE journal.case_id = case_file.id AND journal.type = $2 ORDER BY seq DESC LIMIT 1) AS entry
     WHERE follow_mail.case_id = $1`,
  values: [caseId, type],
});

/** A notice that is only made, or goes to somebody else, is no news for the applicant. */
function isTold(news: News, { fact, kind }: ToldRow): boolean {
  if (news !== 'notice') return true;
  return typeof fact.dispatchedOn === 'string' && (kind === null || isToApplicant(kind));
}

/**
 * Mails an applicant who wanted that what has become of the application: its number and where to look, and no more. What the mail
 * server will not take is noted and not tried again; with the archive the address is forgotten.
 * @returns what is to be written
 * @throws Error where the mail server is away: another attempt may reach it
 */
export async function tellApplicant(
  { caseId, type }: JobPayload<'case-changed'>,
  { id, read }: Pick<JobRun, 'id' | 'read'>,
  { sealer, clock, mailer, publicUrl }: TellingParts,
): Promise<readonly Statement[]> {
  if (type === 'FILED') return [dropFollowMail(caseId)];
  const news = newsOf(type);
  if (news === undefined || mailer === null) return [];
  const [row] = await read<ToldRow>(readTold(caseId, type));
  if (row === undefined || !isTold(news, row)) return [];
  const { email, language, token } = openFollowMail(sealer, caseId, row.sealed);
  const letter = toldLetter(news, { number: row.number, token, publicUrl }, language);
  const messageId = `<${id}@${new URL(publicUrl).hostname}>`;
  const proof = await mailer.send({ to: email, messageId, ...letter }).catch((error: unknown) => {
    if (error instanceof MailRefused) return error.message;
    throw error;
  });
  return [noteOf(caseId, clock.now(), proof)];
}

const noteOf = (caseId: string, at: Date, proof: string): Statement => ({
  name: 'applicant-told',
  text: 'UPDATE follow_mail SET last_told_at = $2, last_proof = $3 WHERE case_id = $1',
  values: [caseId, at, proof],
});
