import { createHash, randomUUID } from 'node:crypto';
import { Refusal } from '@gongkai/contracts';
import { CarriedBack, type Carried, type Clock, type Content, type Log, type Mailbox } from '@gongkai/platform';

/** How often it is looked for answers, in milliseconds. */
const ROUND_MS = 250;
/** How long whoever asks is kept waiting; what comes later is kept for when they ask again. */
const PATIENCE_MS = 60_000;
const KEPT_MS = 3_600_000;
/** As many requests may be on their way; a portal that is flooded sends no more. */
const MOST = 500;

/** An answer of the other network. */
export type Answered = { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: Buffer };
/** What somebody asks. */
export type Asked = Omit<Carried, 'kind' | 'id' | 'at'> & { readonly body: Buffer };

type Parts = { readonly mailbox: Mailbox; readonly clock: Clock; readonly log: Log; readonly patience?: number };
type Waiting = { readonly promise: Promise<Answered>; readonly resolve: (answered: Answered) => void; readonly since: number };

/**
 * Carries what applicants ask over to the casework, as packages, and brings back the answers. The same request with the same
 * `Idempotency-Key` is carried once, and its answer is kept for an hour: who has waited in vain asks again and loses nothing.
 */
export class Carrier {
  readonly #byId = new Map<string, Waiting>();
  readonly #byKey = new Map<string, string>();
  #timer: NodeJS.Timeout | undefined;
  #ended = false;

  constructor(private readonly parts: Parts) {}

  /** Looks for answers from now on. */
  start(): void {
    if (this.#ended) return;
    this.#timer = setTimeout(() => {
      void this.round()
        .catch((error: unknown) =>
          this.parts.log.error({ error }, 'The exchange with the casework has failed; it is tried again.'),
        )
        .then(() => this.start());
    }, ROUND_MS);
  }

  stop(): void {
    this.#ended = true;
    clearTimeout(this.#timer);
  }

  /** @throws Refusal `on-its-way` where no answer came in time, `busy` where too much is on its way */
  async ask(asked: Asked): Promise<Answered> {
    const { promise } = await this.#carried(asked);
    const { patience = PATIENCE_MS } = this.parts;
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Refusal('on-its-way')), patience);
    });
    try {
      return await Promise.race([promise, tooLong]);
    } finally {
      clearTimeout(timer);
    }
  }

  /** Brings in the answers that have come. */
  async round(): Promise<void> {
    for await (const { head, body } of this.parts.mailbox.taken()) this.#bring(head, body);
    this.#forget();
  }

  #bring(head: Content['head'], body: Buffer): void {
    const back = CarriedBack.safeParse(head);
    if (!back.success) {
      this.parts.log.warn({ package: String(head.id) }, 'A package of the casework is no answer.');
      return;
    }
    const { to, status, headers } = back.data;
    this.#byId.get(to)?.resolve({ status, headers, body });
  }

  async #carried(asked: Asked): Promise<Waiting> {
    const key = keyOf(asked);
    const known = this.#byId.get(this.#byKey.get(key ?? '') ?? '');
    if (known !== undefined) return known;
    if (this.#byId.size >= MOST) throw new Refusal('busy');
    const id = randomUUID();
    const waiting = newWaiting(this.#now());
    this.#byId.set(id, waiting);
    if (key !== undefined) this.#byKey.set(key, id);
    const { body, ...request } = asked;
    await this.parts.mailbox.send(id, {
      head: { kind: 'request', at: this.parts.clock.now().toISOString(), ...request },
      body,
    });
    return waiting;
  }

  #now(): number {
    return this.parts.clock.deviceTime().getTime();
  }

  /** Nobody comes back for it any more. */
  #forget(): void {
    const before = this.#now() - KEPT_MS;
    for (const [id, { since }] of this.#byId) if (since < before) this.#byId.delete(id);
    for (const [key, id] of this.#byKey) if (!this.#byId.has(id)) this.#byKey.delete(key);
  }
}

function newWaiting(since: number): Waiting {
  let resolve: Waiting['resolve'] = () => undefined;
  const promise = new Promise<Answered>((fulfil) => {
    resolve = fulfil;
  });
  return { promise, resolve, since };
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
