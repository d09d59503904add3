import type { LocalDate } from '@gongkai/calendar';
import type { ClockCommand } from '@gongkai/lifecycle';
import type { CommandPool } from '@gongkai/platform';
import { clockEnvelopeId } from '../alarms/clock-envelope.js';
import type { CaseDesk } from '../desk/case-desk.js';
import { ANSWERS, answerKeysSql, entryOfKeySql, holdersSql } from './letters-sql.js';

type Parts = { readonly pool: Pick<CommandPool, 'query'>; readonly desk: Pick<CaseDesk, 'handleAll'> };

/** Which letters are looked at: that of a journal entry, that which something in the inbox answers, or those to which something waits. */
type Letters =
  | { readonly of: 'entry'; readonly id: string }
  | { readonly of: 'incoming'; readonly id: string }
  | { readonly of: 'waiting' };

const LETTERS: Readonly<Record<Letters['of'], string>> = {
  entry: 'SELECT $1::uuid AS id',
  incoming: `SELECT (${entryOfKeySql('key')}) AS id FROM incoming WHERE id = $1::uuid AND source = 'portal'`,
  waiting: `SELECT DISTINCT (${entryOfKeySql('key')}) AS id FROM incoming WHERE source = 'portal' AND state = 'waiting' AND $1::uuid IS NULL`,
};

/** Where the inbox and a case differ on whether its letter was answered by the link: one that is answered on record, or is asked no more, is left alone. */
const differing = (letters: string): string => `
  SELECT holder.case_id, holder.consultation_id, case_file.version, came.came_on::text
    FROM (${letters}) AS letter
   CROSS JOIN LATERAL (${holdersSql('letter.id')}) AS holder
    JOIN case_file ON case_file.id = holder.case_id
   CROSS JOIN LATERAL jsonb_array_elements(case_file.file -> 'consultations') AS asked
   CROSS JOIN LATERAL (
     SELECT min(incoming.arrived_on) AS came_on FROM incoming
      WHERE incoming.organ_id = case_file.organ_id AND incoming.source = 'portal'
        AND incoming.key = ANY (${answerKeysSql('letter.id')}) AND ${ANSWERS}) AS came
   WHERE letter.id IS NOT NULL AND asked ->> 'id' = holder.consultation_id AND asked ->> 'answeredOn' IS NULL
     AND asked ->> 'elsewhereFrom' IS NULL AND asked -> 'round' = case_file.file #> '{round,number}'
     AND asked ->> 'cameOn' IS DISTINCT FROM came.came_on::text
   ORDER BY holder.case_id, holder.consultation_id`;

type Row = {
  readonly case_id: string;
  readonly consultation_id: string;
  readonly version: number;
  readonly came_on: LocalDate | null;
};

/**
 * Tells cases that an answer came by the link of a letter, on which day, or that what came was dismissed: the clock goes by it, and nobody
 * decides past it. A case that somebody works at just now is told by the next round of the alarm clock.
 */
export async function noteAnswers(letters: Letters, { pool, desk }: Parts): Promise<void> {
  const { rows } = await pool.query<Row>({
    name: `answers-unnoted-${letters.of}`,
    text: differing(LETTERS[letters.of]),
    values: [letters.of === 'waiting' ? null : letters.id],
  });
  for (const row of rows) await desk.handleAll([envelopeOf(row)]);
}

function envelopeOf(row: Row): Parameters<CaseDesk['handleAll']>[0][number] {
  const { case_id: caseId, consultation_id: consultationId, version, came_on: on } = row;
  const command: ClockCommand =
    on === null ? { type: 'noteAnswerDismissed', consultationId } : { type: 'noteAnswerCame', consultationId, on };
  const id = clockEnvelopeId({ caseId, kind: command.type, subject: consultationId, version, on: on ?? '' });
  return { id, caseId, actor: 'clock', command };
}
