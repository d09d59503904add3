import { AlarmClock, CaseDesk, lawShelf, ReminderClock, type LawShelf } from '@gongkai/casework';
import { Bell, CommandPool, Mailer, Sealer, type Clock, type Settings } from '@gongkai/platform';

/** What a worker is started with. */
export type WorkerParts = {
  readonly settings: Settings;
  /** The database, which may be the embedded one. */
  readonly databaseUrl: string;
  readonly clock: Clock;
  /** Told everything that goes wrong. */
  readonly complain: (error: unknown) => void;
};

/** What rounds and processors work with. */
export type WorkerTools = WorkerParts & {
  readonly pool: CommandPool;
  readonly bell: Bell;
  readonly desk: CaseDesk;
  readonly alarms: AlarmClock;
  readonly reminders: ReminderClock;
  readonly laws: LawShelf;
  /** null where no mail server is set. */
  readonly mailer: Mailer | null;
};

/** @param connections of the pool, at most */
export function openTools(parts: WorkerParts, connections: number): WorkerTools {
  const { settings, databaseUrl: url, clock, complain } = parts;
  const pool = new CommandPool({ url, max: connections, onIdleError: complain });
  const bell = new Bell({ pool, url, onError: complain });
  const laws = lawShelf(settings.configDir);
  const desk = new CaseDesk({ pool, clock, bell, laws, sealer: new Sealer(settings.secretKeys) });
  const alarms = new AlarmClock({ pool, desk, clock });
  const mailer = settings.smtpUrl === undefined ? null : new Mailer(settings.smtpUrl, settings.mailFrom);
  return { ...parts, pool, bell, desk, alarms, laws, mailer, reminders: new ReminderClock({ pool, laws, clock }) };
}
