import path from 'node:path';
import {
  AlarmClock,
  type CaseDesk,
  CountedDesk,
  IncomingDesk,
  lawShelf,
  ReminderClock,
  DutyClock,
  DailyRoots,
  owedRecordAnswers,
  owedRecordRemedies,
  type DutySource,
  type LawShelf,
} from '@gongkai/casework';
import { askForNumbered, Kinds, owedEntries, owedFormed } from '@gongkai/publication';
import { owedReports } from '@gongkai/reporting';
import { owedAnswers } from '@gongkai/supervision';
import { MailLine, organOfLine, type MailLineParts } from '@gongkai/intake';
import {
  AuditKeys,
  Bell,
  CommandPool,
  FileStore,
  JOB_PATIENCE,
  loggedCommands,
  Mailer,
  Metrics,
  openLog,
  PageDrawer,
  PageReader,
  PageRedactor,
  PageStore,
  PartStore,
  REDACT_PROGRAM,
  scanAt,
  Sealer,
  SignedDays,
  WebhookSender,
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
  /** The program that makes parts of pages black, where it does not lie beside this one. */
  readonly redactProgram?: string;
  /** Told everything that goes wrong. */
  readonly complain: (error: unknown) => void;
};

/** What rounds and processors work with. */
export type WorkerTools = WorkerParts & {
  readonly pool: CommandPool;
  readonly bell: Bell;
  readonly metrics: Metrics;
  readonly sealer: Sealer;
  readonly desk: CaseDesk;
  readonly alarms: AlarmClock;
  readonly reminders: ReminderClock;
  /** What organs owe without a case. */
  readonly duties: DutyClock;
  readonly laws: LawShelf;
  /** Signs the days that are over. */
  readonly roots: DailyRoots;
  readonly faxes: FaxSpool;
  /** null where no mailbox is set. */
  readonly mails: MailLine | null;
  readonly store: FileStore;
  readonly drawer: PageDrawer;
  /** null where nothing is read. */
  readonly reader: PageReader | null;
  /** What makes released files of what is left. */
  readonly releases: FileStore;
  readonly pictures: PageStore;
  readonly parts: PartStore;
  readonly redactor: PageRedactor;
  /** null where no mail server is set. */
  readonly mailer: Mailer | null;
  /** Posts to places outside. */
  readonly sender: WebhookSender;
};

/** @param connections of the pool, at most */
export function openTools(parts: WorkerParts, connections: number): WorkerTools {
  const { settings, databaseUrl: url, clock, drawProgram: program, readProgram, complain } = parts;
  const pool = new CommandPool({ url, max: connections, idleTimeout: JOB_PATIENCE, onIdleError: complain });
  const bell = new Bell({ pool, url, onError: complain });
  const laws = lawShelf(settings.configDir);
  const sealer = Sealer.of(settings);
  const metrics = new Metrics({ pool, clock, dataDir: settings.dataDir, onError: complain });
  const desk = new CountedDesk({ pool, clock, bell, laws, sealer }, loggedCommands(metrics.timed, openLog(settings, 'worker')));
  const alarms = new AlarmClock({ pool, desk, clock });
  const mailer = settings.smtpUrl === undefined ? null : new Mailer(settings.smtpUrl, settings.mailFrom);
  const store = new FileStore(settings.dataDir, { scan: scanAt(settings.clamdUrl) });
  const redaction = redactionTools(parts);
  const drawer = new PageDrawer({ program, store: redaction.pictures });
  const reader = settings.ocr && readProgram !== undefined ? new PageReader({ program: readProgram }) : null;
  const reminders = new ReminderClock({ pool, laws, clock });
  const duties = new DutyClock({ pool, laws, clock, sources: dutiesIn(laws, settings) });
  const incoming = new IncomingDesk({ pool, clock, sealer, desk });
  const faxes = faxLine({ settings, pool, store, drawer, clock, incoming });
  const mails = mailLine(settings, { pool, store, clock, incoming });
  const roots = new DailyRoots({ pool, clock, signed: new SignedDays(settings.dataDir), keys: AuditKeys.heldIn(settings) });
  const lines = { faxes, mails, mailer, sender: new WebhookSender(settings.webhookAllow) };
  return {
    ...parts,
    ...lines,
    ...redaction,
    pool,
    bell,
    metrics,
    sealer,
    desk,
    alarms,
    laws,
    roots,
    store,
    drawer,
    reader,
    reminders,
    duties,
  };
}

/** Where it is known what organs owe. */
const dutiesIn = (laws: LawShelf, { configDir }: Settings): readonly DutySource[] => [
  owedReports(laws, askForNumbered),
  owedEntries(new Kinds(configDir)),
  owedFormed(laws),
  owedAnswers(laws),
  owedRecordAnswers(laws),
  owedRecordRemedies(laws),
];

/** Bytes of a released file: its pages are pictures. */
const LARGEST_RELEASE = 512 * 1024 * 1024;
/** What labels are written in, below the configuration. */
const LABEL_FONT = 'fonts/noto-serif-sc-regular.ttf';

function redactionTools({
  settings: { dataDir, configDir },
  redactProgram: program = REDACT_PROGRAM,
}: WorkerParts): Pick<WorkerTools, 'releases' | 'pictures' | 'parts' | 'redactor'> {
  return {
    releases: new FileStore(dataDir, { limit: LARGEST_RELEASE }),
    pictures: new PageStore(dataDir),
    parts: new PartStore(dataDir),
    redactor: new PageRedactor({ program, font: path.resolve(configDir, LABEL_FONT) }),
  };
}

type LineTools = Pick<MailLineParts, 'pool' | 'store' | 'clock' | 'incoming'>;

function mailLine({ imapUrl, mailOrgan, production, faxGateways }: Settings, tools: LineTools): MailLine | null {
  if (imapUrl === undefined) return null;
  const owner = { code: mailOrgan, setting: 'MAIL_ORGAN', production };
  return new MailLine({ ...tools, url: imapUrl, faxGateways, organ: () => organOfLine(tools.pool, owner) });
}
