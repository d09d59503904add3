import { Refusal, type Command } from '@gongkai/contracts';
import type { Clock, CommandPool, Sealer, Statement } from '@gongkai/platform';
import type { Companion } from '../desk/companion.js';
import { moveStatements, takenUp } from '../incoming/moves.js';
import { letterOf, type StoredIncoming } from '../incoming/rows.js';
import type { Person } from '../person.js';
import { asUuid } from '../visibility.js';
import { answerKeysSql, letterEntriesSql } from './letters-sql.js';

type Parts = { readonly pool: CommandPool; readonly clock: Clock; readonly sealer: Sealer };
type Recording = Extract<Command, { type: 'recordAnswer' }>;
type Row = Pick<StoredIncoming, 'id' | 'sealed' | 'file_ids'>;

/** Who takes which step in which case. */
export type Taking<C extends Command = Command> = { readonly caseId: string; readonly actor: Person; readonly command: C };

/** A step, with what it settles besides. */
export type Accompanied = { readonly command: Command; readonly companion?: Companion };

/** What came in by the link of a letter and waits. A letter may have come with its items from another case. */
const waitingFor = ({ caseId, command }: Taking<Recording>, lock: '' | 'FOR UPDATE OF incoming'): Statement => ({
  name: lock === '' ? 'answers-waiting' : 'answers-waiting-locked',
  text: `
    SELECT incoming.id, incoming.sealed, incoming.file_ids
      FROM (${letterEntriesSql('$1::uuid')}) AS letter
      JOIN case_file ON case_file.id = $1
      JOIN incoming ON incoming.organ_id = case_file.organ_id AND incoming.source = 'portal' AND incoming.key = ANY (${answerKeysSql('letter.id')})
     WHERE letter.consultation_id = $2 AND incoming.state = 'waiting'
     ORDER BY incoming.id ${lock}`,
  values: [asUuid(caseId), command.consultationId],
});

/**
 * An answer that is recorded in the case is the one that waits in the inbox, where that says the same: it is put to the case in the same
 * transaction, and its papers with it. While one waits that says something else, nothing is recorded: a refusal in writing would become a consent.
 * @throws Refusal `invalid-request`
 */
export async function takenDown(taking: Taking, parts: Parts): Promise<Accompanied> {
  const { command } = taking;
  if (command.type !== 'recordAnswer') return { command };
  const recording = { ...taking, command };
  const isSaid = (row: Row): boolean => letterOf(row, parts.sealer).meantFor?.answer?.answer === command.answer;
  const { rows } = await parts.pool.query<Row>(waitingFor(recording, ''));
  const said = rows.filter(isSaid);
  if (said.length === 0 && rows.length > 0) throw new Refusal('invalid-request', [{ path: 'answer', code: 'answer-waits' }]);
  if (said.length === 0) return { command };
  const fileIds = [...new Set([...(command.fileIds ?? []), ...said.flatMap(({ file_ids }) => file_ids)])];
  return {
    command: fileIds.length === 0 ? command : { ...command, fileIds },
    companion: {
      read: waitingFor(recording, 'FOR UPDATE OF incoming'),
      settle: (rows, done) =>
        (rows as readonly Row[])
          .filter(({ id }) => said.some((one) => one.id === id))
          .flatMap((row) => moveStatements(row, taking.actor, takenUp(taking.actor, done), parts.clock.now())),
    },
  };
}
