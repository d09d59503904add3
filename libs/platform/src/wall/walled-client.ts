import type { Writable } from 'node:stream';
import { Client, DatabaseError, type ClientConfig } from 'pg';
import { sightNow, type Sight } from './sight.js';

/** The role that connections behind the wall take: it owns no table. */
export const WALLED_ROLE = 'gongkai_app';

/** How connections stand behind the wall. */
export type Wall = {
  /** What work sees that was given no sight. */
  readonly otherwise: Sight;
};

type Asked = readonly unknown[];
type Query = (...asked: Asked) => Promise<unknown>;
type Ended = { readonly command: string };
/** What `pg` has and does not tell of. */
type Inner = {
  readonly connectionParameters: { options?: string };
  readonly connection: { readonly stream: Writable };
};

/** What is told goes into the transaction that begins: alone it would be one more. */
const BEGINS = /^\s*(?:begin|start transaction)\b/i;
const COMMITS = /^\s*(?:commit|end)\b/i;
/** After these the server may have taken back what it was told in the transaction. */
const ENDS = /^\s*(?:commit|end|rollback|abort|savepoint|release)\b/i;
/** Nothing is done any more in a transaction that has failed. */
const FAILED_TRANSACTION = '25P02';

const textOf = ([first]: Asked): string => (typeof first === 'string' ? first : ((first as { text?: string }).text ?? ''));

const telling = ({ organ, reach }: Sight) => ({
  name: 'told-sight',
  text: `SELECT set_config('gongkai.organ', $1, false), set_config('gongkai.reach', $2, false)`,
  values: [organ, reach],
});

/**
 * A connection that takes the role without tables, and tells the server the sight of the work before what it asks, where the last work on it had
 * another: in the same packet, so that it costs no trip. One that was told nothing finds no row.
 */
class WalledClient extends Client {
  /** What the server goes by; undefined where that is not certain. */
  #told: Sight | undefined;
  /** How often that has changed: an answer that comes late says nothing of what was told since. */
  #turn = 0;

  constructor(
    private readonly otherwise: Sight,
    config?: string | ClientConfig,
  ) {
    super(config);
    const { connectionParameters: parameters } = this as unknown as Inner;
    parameters.options = [parameters.options ?? '', `-c role=${WALLED_ROLE}`].join(' ').trim();
  }

  /** Sends what is asked, after whose sight it has to go by. */
  ask(send: Query, asked: Asked): unknown {
    const { stream } = (this as unknown as Inner).connection;
    stream.cork();
    try {
      const text = textOf(asked);
      if (COMMITS.test(text)) return this.#commit(send, asked);
      this.#tell(send, text);
      return Reflect.apply(send, this, asked);
    } finally {
      stream.uncork();
    }
  }

  /** What was told in a transaction stands once that is committed, which is certain when the server says so: the next work with this sight need not tell it. */
  #commit(send: Query, asked: Asked): unknown {
    const told = this.#told;
    this.#goBy(undefined);
    const turn = this.#turn;
    const answer: unknown = Reflect.apply(send, this, asked);
    if (answer instanceof Promise)
      answer.then(
        ({ command }: Ended) => {
          if (command === 'COMMIT' && turn === this.#turn) this.#told = told;
        },
        () => undefined,
      );
    return answer;
  }

  #goBy(sight: Sight | undefined): void {
    this.#told = sight;
    this.#turn += 1;
  }

  #tell(send: Query, text: string): void {
    if (BEGINS.test(text)) return;
    if (ENDS.test(text)) {
      this.#goBy(undefined);
      return;
    }
    const sight = sightNow() ?? this.otherwise;
    if (this.#told?.organ === sight.organ && this.#told.reach === sight.reach) return;
    this.#goBy(sight);
    const told: Promise<unknown> = Reflect.apply(send, this, [telling(sight)]);
    told.catch((error: unknown) => this.#notTold(error));
  }

  /** What follows would go by the sight of somebody else. */
  #notTold(error: unknown): void {
    this.#goBy(undefined);
    if (!(error instanceof DatabaseError && error.code === FAILED_TRANSACTION))
      (this as unknown as Inner).connection.stream.destroy();
  }
}

// Overloads of `query` are many; what is asked goes through as it is.
const query = function (this: WalledClient, ...asked: Asked): unknown {
  return this.ask(Reflect.get(Client.prototype, 'query'), asked);
};
Object.defineProperty(WalledClient.prototype, 'query', { value: query });

const walledClient = ({ otherwise }: Wall): typeof Client =>
  class extends WalledClient {
    constructor(config?: string | ClientConfig) {
      super(otherwise, config);
    }
  };

/** The part of the options of a pool by which its connections stand behind a wall, where there is one. */
export const behind = (wall: Wall | undefined): { readonly Client?: typeof Client; readonly pipeline?: true } =>
  wall === undefined ? {} : { Client: walledClient(wall), pipeline: true };
