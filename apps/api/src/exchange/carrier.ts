import { createHash, randomUUID } from 'node:crypto';
import { Refusal } from '@gongkai/contracts';
import { CarriedBack, type Carried, type Clock, type Content, type Log, type Mailbox } from '@gongkai/platform';
import { Rounds } from './rounds.js';

/** How long whoever asks is kept waiting. After that long without an answer a package may be lost: who asks again has it sent again. */
const PATIENCE_MS = 60_000;
const KEPT_MS = 3_600_000;
const TIDIED_MS = 24 * KEPT_MS;
/** As many may be on their way, in all and from one address; a portal that is flooded sends no more. */
const MOST = 500;
const MOST_OF_ONE = 50;
const MOST_BYTES = 256 * 1024 * 1024;
const EMPTY = Buffer.alloc(0);

/** An answer of the other network. */
export type Answered = { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: Buffer };
/** What somebody asks. */
export type Asked = Omit<Carried, 'kind' | 'id' | 'at'> & { readonly body: Buffer };

type Parts = { readonly mailbox: Mailbox; readonly clock: Clock; readonly log: Log; readonly patience?: number };

/** Something that is asked, under the names of the packages in which it was sent; without a key nobody can come back for its answer. */
type Errand = {
  readonly asked: Omit<Asked, 'body'>;
  /** Until it is answered: it may have to be sent again. */
  body: Buffer;
  readonly key: string | undefined;
  /** The moment at which the portal took it: it stays that however often it is sent. */
  readonly at: Date;
  readonly since: number;
  readonly promise: Promise<Answered>;
  readonly resolve: (answered: Answered) => void;
  readonly ids: string[];
  sentAt: number;
};

/**
 * Carries what applicants ask over to the casework, as packages, and brings back the answers. The same request with the same
 * `Idempotency-Key` is one errand: who has waited in vain asks again, and gets the answer that has come since, or has it sent again. What was
 * taken is kept for an hour; a refusal is not, for it may be another one by then.
 */
export class Carrier {
  readonly #open = new Set<Errand>();
  readonly #byId = new Map<string, Errand>();
  readonly #byKey = new Map<string, Errand>();
  readonly #looking: Rounds;
  #tidied = 0;

  constructor(private readonly parts: Parts) {
    const complaint = 'The exchange with the casework has failed; it is tried again.';
    this.#looking = new Rounds({ round: () => this.round(), log: parts.log, complaint });
  }

  /** Looks for answers from now on. */
  start(): void {
    this.#looking.start();
  }

  /** Waits for the look that is under way, and looks no more. */
  async stop(): Promise<void> {
    await this.#looking.stop();
  }

  /** @throws Refusal `on-its-way` where no answer came in time, `busy` where too much is on its way */
  async ask(asked: Asked): Promise<Answered> {
    const { patience = PATIENCE_MS } = this.parts;
    const errand = await this.#errandFor(asked);
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Refusal('on-its-way')), patience);
    });
    try {
      return await Promise.race([errand.promise, tooLong]);
    } finally {
      clearTimeout(timer);
      if (errand.key === undefined) this.#drop(errand);
    }
  }

  /** Brings in the answers that have come. */
  async round(): Promise<void> {
    const { mailbox } = this.parts;
    for await (const { head, body } of mailbox.taken()) this.#bring(head, body);
    const now = this.#now();
    for (const errand of [...this.#open, ...this.#byKey.values()]) if (errand.since < now - KEPT_MS) this.#drop(errand);
    if (now - this.#tidied < TIDIED_MS) return;
    this.#tidied = now;
    await mailbox.tidy();
  }

  #bring(head: Content['head'], body: Buffer): void {
    const back = CarriedBack.safeParse(head);
    if (!back.success) {
      this.parts.log.warn({ package: String(head.id) }, 'A package of the casework is no answer.');
      return;
    }
    const { to, status, headers } = back.data;
    const errand = this.#byId.get(to);
    if (errand === undefined) return;
    errand.resolve({ status, headers, body });
    this.#end(errand);
    if (status >= REFUSED) this.#drop(errand);
  }

  async #errandFor(asked: Asked): Promise<Errand> {
    const key = keyOf(asked);
    const known = key === undefined ? undefined : this.#byKey.get(key);
    const errand = known ?? this.#begun(asked, key);
    const { patience = PATIENCE_MS } = this.parts;
    const isLost = this.#open.has(errand) && this.#now() - errand.sentAt >= patience;
    if (isLost) await this.#send(errand);
    return errand;
  }

  #begun(asked: Asked, key: string | undefined): Errand {
    const ofOne = [...this.#open].filter(({ asked: { address } }) => address === asked.address).length;
    const bytes = [...this.#open].reduce((sum, { body: { length } }) => sum + length, asked.body.length);
    if (this.#open.size >= MOST || ofOne >= MOST_OF_ONE || bytes > MOST_BYTES) throw new Refusal('busy');
    const now = this.#now();
    const { body, ...request } = asked;
    const errand: Errand = {
      asked: request,
      body,
      key,
      at: this.parts.clock.now(),
      since: now,
      ids: [],
      sentAt: NEVER,
      ...promised(),
    };
    this.#open.add(errand);
    if (key !== undefined) this.#byKey.set(key, errand);
    return errand;
  }

  async #send(errand: Errand): Promise<void> {
    const { asked, body } = errand;
    const id = randomUUID();
    errand.sentAt = this.#now();
    errand.ids.push(id);
    this.#byId.set(id, errand);
    try {
      await this.parts.mailbox.send(id, { head: { kind: 'request', at: errand.at.toISOString(), ...asked }, body });
    } catch (error) {
      this.#drop(errand);
      throw error;
    }
  }

  /** No answer is waited for any more. */
  #end(errand: Errand): void {
    this.#open.delete(errand);
    errand.body = EMPTY;
    for (const id of errand.ids) this.#byId.delete(id);
  }

  #drop(errand: Errand): void {
    this.#end(errand);
    if (errand.key !== undefined) this.#byKey.delete(errand.key);
  }

  #now(): number {
    return this.parts.clock.deviceTime().getTime();
  }
}

/** Before any moment: it was never sent. */
const NEVER = Number.NEGATIVE_INFINITY;
const REFUSED = 300;

function promised(): Pick<Errand, 'promise' | 'resolve'> {
  let resolve: Errand['resolve'] = () => undefined;
  const promise = new Promise<Answered>((fulfil) => {
    resolve = fulfil;
  });
  return { promise, resolve };
}

/** Under which a request is the same as one before; undefined for what anybody may ask as often as they like. */
function keyOf({ method, url, headers, body }: Asked): string | undefined {
  const key = headers['idempotency-key'];
  if (key === undefined) return undefined;
  return createHash('sha256')
    .update(JSON.stringify([method, url, key]))
    .update(body)
    .digest('hex');
}
