import { Refusal } from '@gongkai/contracts';
import { callerLine, type Clock } from '@gongkai/platform';

const MINUTE_MS = 60_000;
/** Questions of one address in a minute: an office or a school may stand behind one. */
const MOST = 300;

/** Keeps one address from asking for everybody: counted in this process by the minute, and forgotten with it. */
export class ReadingLimit {
  #minute = 0;
  #asked = new Map<string, number>();

  constructor(private readonly clock: Clock) {}

  /** @throws Refusal `too-many-questions` */
  count(address: string): void {
    const minute = Math.floor(this.clock.now().getTime() / MINUTE_MS);
    if (minute !== this.#minute) this.#asked = new Map();
    this.#minute = minute;
    const line = callerLine(address);
    const asked = (this.#asked.get(line) ?? 0) + 1;
    this.#asked.set(line, asked);
    if (asked > MOST) throw new Refusal('too-many-questions', [], { facts: { minutes: 1 } });
  }
}
