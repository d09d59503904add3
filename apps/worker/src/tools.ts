import { AlarmClock, CaseDesk, IncomingDesk, lawShelf, ReminderClock, type LawShelf } from '@gongkai/casework';
import { MailLine, organOfLine, type MailLineParts } from '@gongkai/intake';
import {
  Bell,
  CommandPool,
  FileStore,
  Mailer,
  PageDrawer,
  PageReader,
  PageStore,
  Sealer,
  type Clock,
  type FaxSpool,
  type Settings,
} from '@gongkai/platform';
import { faxLine } from './fax-line.js';

/** What a worker is started with. */
export type WorkerParts = {
  readonly settings: Settings;
  /** The database, which may be the embedded one. */
  readonly databaseUrl: string;
  readonly clock: Clock;
  /** The program that draws pages. */
  readonly drawProgram: string;
  /** The program that reads them; without one nothing is read. */
  readonly readProgram?: string;
  /** Told everything that goes wrong. */
  readonly complain: (error: unknown) => void;
};

/** What rounds and processors work with. */
export type WorkerTools = WorkerParts & {
  readonly pool: CommandPool;
  readonly bell: Bell;
  readonly sealer: Sealer;
  readonly desk: CaseDesk;
  readonly alarms: AlarmClock;
  readonly reminders: ReminderClock;
  readonly laws: LawShelf;
  readonly faxes: FaxSpool;
  /** null where no mailbox is set. */
  readonly mails: MailLine | null;
  readonly store: FileStore;
  readonly drawer: PageDrawer;
  /** null where nothing is read. */
  readonly reader: PageReader | null;
  /** null where no mail server is set. */
  readonly mailer: Mailer | null;
};

/** @param connections of the pool, at most */
export function openTools(parts: WorkerParts, connections: number): WorkerTools {
  const { settings, databaseUrl: url, clock, drawProgram: program, readProgram, complain } = parts;
  const pool = new CommandPool({ url, max: connections, onIdleError: complain });
  const bell = new Bell({ pool, url, onError: complain });
  const laws = lawShelf(settings.configDir);
  const sealer = new Sealer(settings.secretKeys);
  const desk = new CaseDesk({ pool, clock, bell, laws, sealer });
  const alarms = new AlarmClock({ pool, desk, clock });
  const mailer = settings.smtpUrl === undefined ? null : new Mailer(settings.smtpUrl, settings.mailFrom);
  const store = new FileStore(settings.dataDir);
  const drawer = new PageDrawer({ program, store: new PageStore(settings.dataDir) });
  const reader = settings.ocr && readProgram !== undefined ? new PageReader({ program: readProgram }) : null;
  const reminders = new ReminderClock({ pool, laws, clock });
  const incoming = new IncomingDesk({ pool, clock, sealer, desk });
  const faxes = faxLine({ settings, pool, store, drawer, clock, incoming });
  const mails = mailLine(settings, { pool, store, clock, incoming });
  return { ...parts, pool, bell, sealer, desk, alarms, laws, faxes, mails, store, drawer, reader, mailer, reminders };
}

type LineTools = Pick<MailLineParts, 'pool' | 'store' | 'clock' | 'incoming'>;

function mailLine({ imapUrl, mailOrgan, production, faxGateways }: Settings, tools: LineTools): MailLine | null {
  if (imapUrl === undefined) return null;
  const owner = { code: mailOrgan, setting: 'MAIL_ORGAN', production };
  return new MailLine({ ...tools, url: imapUrl, faxGateways, organ: () => organOfLine(tools.pool, owner) });
}
