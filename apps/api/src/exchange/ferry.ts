import { randomUUID } from 'node:crypto';
import { Refusal, renderProblem } from '@gongkai/contracts';
import {
  Carried,
  headersAnswered,
  headersAsked,
  sentAt,
  thrown,
  type CarriedBack,
  type Content,
  type Log,
  type Mailbox,
} from '@gongkai/platform';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { isForApplicants, isWindingWay } from '../http/portal-only.js';
import { ROUND_MS, Rounds } from './rounds.js';

/** How many requests are answered at once. */
const AT_ONCE = 8;
const PROBLEM = 'application/problem+json; charset=utf-8';
const NOTHING = Buffer.from(JSON.stringify(renderProblem(new Refusal('not-found'), 'zh-CN')));
const HERE = 'http://localhost';
const ROUNDS_A_DAY = Math.round(86_400_000 / ROUND_MS);

type Parts = { readonly mailbox: Mailbox; readonly app: FastifyInstance; readonly log: Log };

/**
 * The inner end of an exchange between two networks: what applicants ask at the portal comes as packages, is asked here in their name
 * of the public part of the API and of nothing else, and its answer goes back as a package. There is no connection between the two.
 */
export class Ferry {
  readonly #looking: Rounds;
  #rounds = 0;

  constructor(private readonly parts: Parts) {
    const complaint = 'The exchange with the portal has failed; it is tried again.';
    this.#looking = new Rounds({ round: () => this.round(), log: parts.log, complaint });
  }

  /** Looks for packages from now on. */
  start(): void {
    this.#looking.start();
  }

  /** Waits for what is being answered, and looks no more. */
  async stop(): Promise<void> {
    await this.#looking.stop();
  }

  /** Answers all that has come. */
  async round(): Promise<void> {
    const { mailbox } = this.parts;
    if (this.#rounds++ % ROUNDS_A_DAY === 0) await mailbox.tidy();
    const underWay = new Set<Promise<void>>();
    for await (const content of mailbox.taken()) {
      const answering = this.#answered(content).finally(() => underWay.delete(answering));
      underWay.add(answering);
      if (underWay.size >= AT_ONCE) await Promise.race(underWay);
    }
    await Promise.all(underWay);
  }

  /** What cannot be answered keeps nothing else waiting: whoever asked asks again. */
  async #answered(content: Content): Promise<void> {
    try {
      await this.#answer(content);
    } catch (error) {
      this.parts.log.error({ ...thrown(error), package: String(content.head.id) }, 'A package of the portal was not answered.');
    }
  }

  /** The other side is not believed in anything but what it signed: what is asked beside the public part of the API finds nothing. */
  async #answer({ head, body }: Content): Promise<void> {
    const { log } = this.parts;
    const asked = Carried.safeParse(head);
    if (!asked.success || !isAskable(asked.data)) {
      log.warn({ package: String(head.id) }, 'A package of the portal asks for what is not for applicants.');
      return this.#send({ kind: 'answer', to: String(head.id), status: 404, headers: { 'content-type': PROBLEM } }, NOTHING);
    }
    const { statusCode, headers, rawPayload } = await this.#ask(asked.data, body);
    const back = { kind: 'answer', to: asked.data.id, status: statusCode, headers: headersAnswered(headers) } as const;
    return this.#send(back, rawPayload);
  }

  #send(head: CarriedBack, body: Buffer): Promise<void> {
    return this.parts.mailbox.send(randomUUID(), { head, body });
  }

  async #ask({ at, address, method, url, headers }: Carried, body: Buffer) {
    const request: InjectOptions = {
      method,
      url,
      headers: { ...headersAsked(headers), host: 'localhost' },
      remoteAddress: address,
    };
    return sentAt(new Date(at), async () => this.parts.app.inject(body.length === 0 ? request : { ...request, payload: body }));
  }
}

/** As it will be looked up, and not as it is written: an address that is written in another way than it is read leads somewhere else. */
function isAskable({ url }: Carried): boolean {
  const read = URL.canParse(url, HERE) ? new URL(url, HERE) : undefined;
  if (read === undefined || `${read.pathname}${read.search}` !== url) return false;
  return !read.pathname.startsWith('/health') && isForApplicants(read.pathname) && !isWindingWay(read.pathname);
}
