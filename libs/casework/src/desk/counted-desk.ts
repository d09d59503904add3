import { Refusal } from '@gongkai/contracts';
import { traced, type CommandTimer, type CountedCommand } from '@gongkai/platform';
import { CaseDesk, type DeskParts } from './case-desk.js';
import type { Companion } from './companion.js';
import type { Answer, Envelope, Opening, Outcome } from './envelope.js';
import type { PaperMaker } from './paper-matter.js';

/** The desk of a process that is watched: what becomes of each command is counted, by its type and why it was refused. */
export class CountedDesk extends CaseDesk {
  constructor(
    parts: DeskParts,
    private readonly timed: CommandTimer,
  ) {
    super(parts);
  }

  override open(opening: Opening, companion?: Companion): Promise<Answer> {
    return this.#counted({ command: 'open', commandId: opening.id }, () => super.open(opening, companion));
  }

  override handle(envelope: Envelope, companion?: Companion, makePaper?: PaperMaker): Promise<Answer> {
    return this.#counted(namedIn(envelope), () => super.handle(envelope, companion, makePaper));
  }

  override async handleAll(envelopes: readonly Envelope[]): Promise<readonly Outcome[]> {
    const count = this.timed();
    const outcomes = await traced('commands', { 'gongkai.commands': envelopes.length }, () => super.handleAll(envelopes));
    for (const [i, envelope] of envelopes.entries()) count({ ...namedIn(envelope), ...becameOf(outcomes[i] ?? 'busy') });
    return outcomes;
  }

  #counted(named: Named, work: () => Promise<Answer>): Promise<Answer> {
    return traced(`command ${named.command}`, { 'gongkai.command_id': named.commandId }, async (span) => {
      const count = this.timed();
      const end = (counted: CountedCommand): void => {
        span.setAttributes({ 'gongkai.case_id': counted.caseId, 'gongkai.became': counted.became, 'gongkai.code': counted.code });
        count(counted);
      };
      try {
        const answer = await work();
        end({ ...named, caseId: answer.caseId, became: answer.replayed ? 'replayed' : 'journalled' });
        return answer;
      } catch (error) {
        end({ ...named, ...becameOf({ error }) });
        throw error;
      }
    });
  }
}

type Named = Pick<CountedCommand, 'command' | 'commandId' | 'caseId'>;

const namedIn = ({ id, caseId, command }: Envelope): Named => ({ command: command.type, commandId: id, caseId });

function becameOf(outcome: Outcome): Pick<CountedCommand, 'became' | 'code'> {
  if (typeof outcome === 'string') return { became: outcome };
  return outcome.error instanceof Refusal ? { became: 'refused', code: outcome.error.code } : { became: 'failed' };
}
