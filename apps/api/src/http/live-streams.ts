import { Readable } from 'node:stream';
import type { LiveFeed, Person } from '@gongkai/casework';
import type { LiveEvent } from '@gongkai/contracts';

/** Bytes that may wait for a client; one that lags further behind is cut off, comes back and reads everything again. */
const LAG = 256 * 1024;
/** Milliseconds between two signs of life, which keep proxies from cutting the line, and two looks at who is there. */
const PULSE = 20_000;

/** Finds out again for whom a stream is: undefined once the session is over. */
export type Again = () => Promise<Person | undefined>;

/** The streams of server-sent events that are open in this process. */
export class LiveStreams {
  readonly #open = new Set<EventStream>();

  constructor(
    private readonly feed: Pick<LiveFeed, 'watch' | 'close'>,
    private readonly pulse = PULSE,
  ) {}

  /** Opens a stream for a person. It ends with their session: at once where that is told, else at most one pulse later. */
  open(person: Person, again: Again): Readable {
    const stream = new EventStream();
    const watching = { person };
    const beat = async (): Promise<void> => {
      const now = await again().catch(() => watching.person);
      watching.person = now ?? watching.person;
      if (now === undefined) stream.end();
      else stream.write(': \n\n');
    };
    const pulse = setInterval(() => void beat(), this.pulse).unref();
    const leave = this.feed.watch({
      person: () => watching.person,
      tell: (event) => stream.tell(event),
      lookAgain: beat,
    });
    this.#open.add(stream);
    stream.once('close', () => {
      leave();
      clearInterval(pulse);
      this.#open.delete(stream);
    });
    return stream;
  }

  /** Ends all streams; their clients come back elsewhere or later. */
  async close(): Promise<void> {
    for (const stream of this.#open) stream.end();
    await this.feed.close();
  }
}

/** One stream; what it is given waits until the client takes it. */
class EventStream extends Readable {
  #isOver = false;

  override _read(): void {
    // Nothing to fetch: events come by themselves.
  }

  tell({ type, data }: LiveEvent): void {
    this.write(`event: ${type}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  write(text: string): void {
    if (this.#isOver || this.destroyed) return;
    this.push(text);
    if (this.readableLength > LAG) this.destroy();
  }

  /** Nothing is told from now on, whatever still waits for the client. */
  end(): void {
    if (this.#isOver || this.destroyed) return;
    this.#isOver = true;
    this.push(null);
  }
}
