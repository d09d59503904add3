import { Refusal } from '@gongkai/contracts';
import type { CountedCommand } from '@gongkai/platform';
import { CaseDesk, type DeskParts } from './case-desk.js';
import type { Companion } from './companion.js';
import type { Answer, Envelope, Opening, Outcome } from './envelope.js';
import type { PaperMaker } from './paper-matter.js';

type Count = (counted: CountedCommand) => void;

/** The desk of a process that is watched: what becomes of each command is counted, by its type and why it was refused. */
export class CountedDesk extends CaseDesk {
  constructor(
    parts: DeskParts,
    private readonly count: Count,
  ) {
    super(parts);
  }

  override open(opening: Opening, companion?: Companion): Promise<Answer> {
    return this.#counted('open', () => super.open(opening, companion));
  }

  override handle(envelope: Envelope, companion?: Companion, makePaper?: PaperMaker): Promise<Answer> {
    return this.#counted(envelope.command.type, () => super.handle(envelope, companion, makePaper));
  }

  override async handleAll(envelopes: readonly Envelope[]): Promise<readonly Outcome[]> {
    const begun = performance.now();
    const outcomes = await super.handleAll(envelopes);
    // They were written together: each took its share.
    const seconds = (performance.now() - begun) / 1000 / Math.max(1, envelopes.length);
    for (const [i, outcome] of outcomes.entries())
      this.count({ command: envelopes[i]?.command.type ?? '', ...becameOf(outcome), seconds });
    return outcomes;
  }

  async #counted(command: string, work: () => Promise<Answer>): Promise<Answer> {
    const begun = performance.now();
    const counted = (became: ReturnType<typeof becameOf>): void =>
      this.count({ command, ...became, seconds: (performance.now() - begun) / 1000 });
    try {
      const answer = await work();
      counted(becameOf(answer.replayed ? 'replayed' : 'journalled'));
      return answer;
    } catch (error) {
      counted(becameOf({ error }));
      throw error;
    }
  }
}

function becameOf(outcome: Outcome): Pick<CountedCommand, 'became' | 'code'> {
  if (typeof outcome === 'string') return { became: outcome };
  return outcome.error instanceof Refusal ? { became: 'refused', code: outcome.error.code } : { became: 'failed' };
}
