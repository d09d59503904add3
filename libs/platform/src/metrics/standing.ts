import { Gauge, type Registry } from 'prom-client';
import type { Clock } from '../clock.js';
import type { CommandPool } from '../command-pool.js';
import { EVERYTHING, withSight } from '../wall/sight.js';

/** How the installation stands, whichever process is asked. */
type Standing = {
  readonly in_work: number;
  readonly alarms_due: number;
  readonly alarms_late_days: number;
  readonly outbox_waiting: number;
  readonly outbox_sent: number;
  readonly outbox_dead: number;
  readonly outbox_oldest: number;
  readonly worker_silence: number;
  readonly database_bytes: number;
};

/** Each by an index that holds only what is open; an alarm that rings tomorrow is not late. */
const STANDING = `
  SELECT (SELECT count(*)::int FROM case_in_work) AS in_work,
         (SELECT count(*)::int FROM alarm WHERE rings_on <= $1::date) AS alarms_due,
         (SELECT coalesce($1::date - min(rings_on), 0) FROM alarm WHERE rings_on < $1::date) AS alarms_late_days,
         waiting.outbox_waiting, waiting.outbox_sent, waiting.outbox_oldest,
         (SELECT count(*)::int FROM outbox WHERE dead_at IS NOT NULL) AS outbox_dead,
         (SELECT coalesce(extract(epoch FROM now() - max(beaten_at)), -1)::float FROM heartbeat WHERE part = 'worker') AS worker_silence,
         pg_database_size(current_database())::float AS database_bytes
    FROM (SELECT count(*) FILTER (WHERE sent_at IS NULL)::int AS outbox_waiting, count(*) FILTER (WHERE sent_at IS NOT NULL)::int AS outbox_sent,
                 greatest(coalesce(extract(epoch FROM now() - min(next_at)), 0), 0)::float AS outbox_oldest
            FROM outbox WHERE done_at IS NULL AND dead_at IS NULL) AS waiting`;

const GAUGES: Readonly<Record<keyof Standing, readonly [name: string, help: string]>> = {
  in_work: ['gongkai_cases_in_work', 'Cases that are in somebody’s hands'],
  alarms_due: ['gongkai_alarms_due', 'Alarms whose day has come and that have not rung'],
  alarms_late_days: [
    'gongkai_alarms_late_days',
    'Days since the oldest alarm that has not rung ought to have; 0 where none is late',
  ],
  outbox_waiting: ['gongkai_outbox_waiting', 'Jobs committed and not yet sent to the queue'],
  outbox_sent: ['gongkai_outbox_sent', 'Jobs in the queue or at work'],
  outbox_dead: ['gongkai_outbox_dead', 'Jobs given up'],
  outbox_oldest: ['gongkai_outbox_oldest_seconds', 'Seconds since the oldest open job was due'],
  worker_silence: ['gongkai_worker_silence_seconds', 'Seconds since a worker last said that it is there; -1 where none ever did'],
  database_bytes: ['gongkai_database_bytes', 'Size of the database'],
};

type Parts = { readonly pool: CommandPool; readonly clock: Clock; readonly onError: (error: unknown) => void };
type Name = keyof Standing;

/** How the installation stands, read from its database each time it is asked for. */
export class StandingGauges {
  readonly #up: Gauge;
  readonly #gauges: ReadonlyMap<Name, Gauge>;

  constructor(
    registry: Registry,
    private readonly parts: Parts,
  ) {
    const registers = [registry];
    this.#up = new Gauge({ name: 'gongkai_database_up', help: 'Whether the database answers', registers });
    const names = Object.entries(GAUGES) as [Name, (typeof GAUGES)[Name]][];
    this.#gauges = new Map(names.map(([key, [name, help]]) => [key, new Gauge({ name, help, registers })]));
  }

  /** Asks the database; where it does not answer, nothing is said but that. */
  async read(): Promise<void> {
    const standing = await this.#standing();
    this.#up.set(standing === undefined ? 0 : 1);
    for (const [key, gauge] of this.#gauges) {
      gauge.reset();
      gauge.set(standing?.[key] ?? Number.NaN);
    }
  }

  async #standing(): Promise<Standing | undefined> {
    const { pool, clock, onError } = this.parts;
    try {
      const asked = { name: 'standing', text: STANDING, values: [clock.today()] };
      return (await withSight(EVERYTHING, () => pool.query<Standing>(asked))).rows[0];
    } catch (error) {
      onError(error);
      return undefined;
    }
  }
}
