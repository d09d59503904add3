import { ledgersReckoned } from '@gongkai/statutes';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Clock } from '../clock.js';
import type { CommandPool } from '../command-pool.js';
import { watchRoom } from './room.js';
import { StandingGauges } from './standing.js';

/** What a command came to; `code` says why it was refused. */
export type CountedCommand = {
  readonly command: string;
  /** Its own id, which is that of its entry in the journal. */
  readonly commandId: string;
  /** Of a case that could not be opened there is none. */
  readonly caseId?: string | undefined;
  readonly became: 'journalled' | 'replayed' | 'refused' | 'busy' | 'failed';
  readonly code?: string | undefined;
};

/** Begins to time a command; what it gives back is told what the command came to, once for each of several that were done together. */
export type CommandTimer = () => (counted: CountedCommand) => void;

/** A request that was answered; `route` is the pattern of its address, without what stood in its holes. */
export type CountedRequest = {
  readonly method: string;
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
};

type Parts = {
  readonly pool: CommandPool;
  readonly clock: Clock;
  /** Where files are kept; without one nothing is said of its disk. */
  readonly dataDir?: string;
  readonly onError: (error: unknown) => void;
};

/** Seconds: a command takes some milliseconds, a printed bundle some seconds. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/**
 * What this process counts, in the words of Prometheus. No label tells of a case or a person: commands by their type, requests by the
 * pattern of their address.
 */
export class Metrics {
  readonly #registry = new Registry();
  readonly #commands = this.#histogram('gongkai_command_seconds', 'Commands by what became of them', ['command', 'became']);
  readonly #requests = this.#histogram('gongkai_http_request_seconds', 'Requests answered', ['method', 'route', 'status']);
  readonly #refusals = new Counter({
    name: 'gongkai_refusals_total',
    help: 'Commands refused, by why',
    labelNames: ['command', 'code'],
    registers: [this.#registry],
  });

  readonly #standing: StandingGauges;

  constructor(parts: Parts) {
    const { pool } = parts;
    collectDefaultMetrics({ register: this.#registry });
    const gauge = new Gauge({
      name: 'gongkai_pool_connections',
      help: 'Connections of the command pool, and who waits for one',
      labelNames: ['state'],
      registers: [this.#registry],
      collect: () => {
        for (const [state, count] of Object.entries(pool.load())) gauge.set({ state }, count);
      },
    });
    this.#countLedgers();
    this.#watchClock(parts.clock);
    watchRoom(this.#registry, parts);
    this.#standing = new StandingGauges(this.#registry, parts);
  }

  /** Counts commands, and how long they take. */
  readonly timed: CommandTimer = () => {
    const end = this.#commands.startTimer();
    return ({ command, became, code }) => {
      end({ command, became });
      if (code !== undefined) this.#refusals.inc({ command, code });
    };
  };

  /** Counts a request. */
  request({ method, route, status, seconds }: CountedRequest): void {
    this.#requests.observe({ method, route, status: String(status) }, seconds);
  }

  /** All of it as text, and of which kind that is. */
  async written(): Promise<{ readonly text: string; readonly type: string }> {
    await this.#standing.read();
    return { text: await this.#registry.metrics(), type: this.#registry.contentType };
  }

  #countLedgers(): void {
    const counter = new Counter({
      name: 'gongkai_ledgers_total',
      help: 'Times the deadlines of a case were reckoned: the dates alone, or with how they come about',
      labelNames: ['of'],
      registers: [this.#registry],
      collect: () => {
        counter.reset();
        for (const [of, count] of Object.entries(ledgersReckoned())) counter.inc({ of }, count);
      },
    });
  }

  #watchClock(clock: Clock): void {
    const gauge: Gauge = new Gauge({
      name: 'gongkai_clock_ahead_seconds',
      help: 'Seconds by which the clock of this machine was ahead of that of the database when they were compared last; below 0 behind',
      registers: [this.#registry],
      collect: () => {
        gauge.set(clock.ahead());
      },
    });
  }

  #histogram<L extends string>(name: string, help: string, labelNames: readonly L[]): Histogram<L> {
    return new Histogram({ name, help, labelNames, buckets: BUCKETS, registers: [this.#registry] });
  }
}
