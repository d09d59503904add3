import type { CommandPool } from '../command-pool.js';
import { belowNone } from '../tracing/traced.js';
import { keepListening } from './keep-listening.js';

/** A case that has changed, as the bell tells it: ids only. */
export type CaseChange = { readonly caseId: string; readonly organId: string; readonly version: number };

/** A person one of whose sessions or tokens has ended. */
export type Gone = { readonly gone: string };

/** What a listener hears: the cases that have changed; that many have, or may have while nobody could listen; or that somebody went. */
export type Heard = readonly CaseChange[] | 'many' | Gone;

/** What a bell is made of. */
export type BellParts = {
  readonly pool: CommandPool;
  /** The database itself, for the line that listens. */
  readonly url: string;
  /** Told when ringing fails or the line breaks. Nothing is lost by it: who listens also looks now and then. */
  readonly onError: (error: unknown) => void;
};

const CHANNEL = 'gongkai_cases';
const MANY = 'many';

/** SQL that tells everybody, at the commit, that somebody went: rare enough to be said in the transaction. @param person their id, in SQL */
export const tellGone = (person: string): string => `pg_notify('${CHANNEL}', jsonb_build_object('gone', ${person})::text)`;

/** Milliseconds in which rings become one. */
const TOGETHER = 30;
/** PostgreSQL takes less than 8000 bytes; a change is some 120. */
const AT_MOST = 60;

/**
 * Tells every process of this installation that cases have changed. It is rung after the commit, never in the transaction:
 * a NOTIFY there would make all commits of the database wait for each other. So a ring may be missing, and is only ever a
 * reason to look at the database earlier.
 */
export class Bell {
  readonly #rung = new Map<string, CaseChange>();
  readonly #listeners = new Set<(heard: Heard) => void>();
  #timer: NodeJS.Timeout | undefined;
  #ringing: Promise<unknown> = Promise.resolve();
  #hangUp: (() => Promise<void>) | undefined;

  constructor(private readonly parts: BellParts) {}

  /** Rings for a case, a few milliseconds later and together with others. */
  ring(change: CaseChange): void {
    const before = this.#rung.get(change.caseId);
    if (before === undefined || before.version < change.version) this.#rung.set(change.caseId, change);
    this.#timer ??= setTimeout(() => void this.#tell(), TOGETHER);
  }

  /**
   * Calls back whenever the bell is heard. The first that is heard is `many`, when the line stands; and again after each
   * break, for nobody knows what was rung meanwhile.
   * @returns stops calling back
   */
  listen(callback: (heard: Heard) => void): () => void {
    this.#listeners.add(callback);
    if (this.#hangUp === undefined) this.#pickUp();
    return () => void this.#listeners.delete(callback);
  }

  /** Rings what has not been rung yet, and stops listening. The pool stays open. */
  async close(): Promise<void> {
    this.#listeners.clear();
    if (this.#timer !== undefined) await this.#tell();
    await this.#ringing;
    await this.#hangUp?.();
  }

  #pickUp(): void {
    const { url, onError } = this.parts;
    this.#hangUp = keepListening({
      url,
      channel: CHANNEL,
      onOpen: () => this.#hear(MANY),
      onMessage: (text) => this.#hear(read(text)),
      onError,
    });
  }

  #hear(heard: Heard): void {
    for (const listener of this.#listeners) {
      try {
        listener(heard);
      } catch (error) {
        this.parts.onError(error);
      }
    }
  }

  #tell(): Promise<unknown> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const changes = [...this.#rung.values()];
    this.#rung.clear();
    const text =
      changes.length > AT_MOST ? MANY : JSON.stringify(changes.map(({ caseId, organId, version }) => [caseId, organId, version]));
    const ring = { name: 'ring', text: 'SELECT pg_notify($1, $2)', values: [CHANNEL, text] };
    const told = belowNone(() => this.parts.pool.query(ring));
    this.#ringing = told.catch(this.parts.onError);
    return this.#ringing;
  }
}

/** What another process rang; one of another version may say it in a way this one does not know. */
function read(text: string): Heard {
  if (text === MANY) return MANY;
  try {
    const said = JSON.parse(text) as Gone | [string, string, number][];
    return 'gone' in said ? said : said.map(([caseId, organId, version]) => ({ caseId, organId, version }));
  } catch {
    return MANY;
  }
}
