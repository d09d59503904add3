import path from 'node:path';
import {
  AccessLog,
  FileAccess,
  AnswerLinks,
  Arrivals,
  type Calendars,
  type CaseDesk,
  CaseQueries,
  CoHandling,
  Consulted,
  CountedDesk,
  EarlierRequests,
  Looks,
  Watching,
  IncomingDesk,
  LinkMails,
  Enquiries,
  type Feeds,
  lawShelf,
  type LawShelf,
  OwnCases,
  Portal,
  ReceiptSlips,
  RecordCorrections,
  RecordDoor,
  PageCopies,
  StoredFiles,
} from '@gongkai/casework';
import { NO_SEAL, P12Seal, Papers, Press, RecordNotices, Sources, Wordings } from '@gongkai/correspondence';
import { Bundles, Disposals, Exports, FilingChecks } from '@gongkai/filing';
import { FaxDoor, Readings, RegisterImports, WorkOrders } from '@gongkai/intake';
import { Redactions } from '@gongkai/redaction';
import type { OfficeView } from '@gongkai/contracts';
import {
  type Bell,
  Binder,
  type Clock,
  type CommandPool,
  DRAW_PROGRAM,
  FileStore,
  LawLibrary,
  Mailer,
  type Log,
  loggedCommands,
  type Metrics,
  openLog,
  PageDrawer,
  PageRedactor,
  PageStore,
  PartStore,
  queuePlace,
  type QueuePlace,
  READER,
  readFeeTariffs,
  REDACT_PROGRAM,
  scanAt,
  Sealer,
  SystemClock,
  type Settings,
} from '@gongkai/platform';
import type { DataSource } from 'typeorm';
import type { LiveStreams } from './http/live-streams.js';
import { calendarsOf } from './calendar-services.js';
import { closeAll, openLines } from './lines.js';
import { peopleOf, type PeopleServices } from './people-services.js';
import { publicationOf, type PublishingServices } from './publishing-services.js';
import { Surroundings } from './surroundings.js';
import { toldIn, type TellingServices } from './telling-services.js';

/** What the controllers work with; each is known to the framework by its class. */
export type Services = PublishingServices &
  TellingServices &
  PeopleServices & {
    readonly surroundings: Surroundings;
    readonly log: Log;
    readonly clock: Clock;
    readonly source: DataSource;
    readonly pool: CommandPool;
    readonly bell: Bell;
    readonly metrics: Metrics;
    readonly laws: LawLibrary;
    readonly calendars: Calendars;
    readonly feeds: Feeds;
    /** Sees to it that this process goes by the calendars of the database. */
    readonly followCalendars: () => Promise<void>;
    readonly desk: CaseDesk;
    readonly queries: CaseQueries;
    readonly arrivals: Arrivals;
    readonly earlier: EarlierRequests;
    readonly looks: Looks;
    readonly watching: Watching;
    readonly helping: CoHandling;
    readonly incoming: IncomingDesk;
    readonly workOrders: WorkOrders;
    readonly faxDoor: FaxDoor;
    readonly registers: RegisterImports;
    readonly slips: ReceiptSlips;
    readonly enquiries: Enquiries;
    readonly own: OwnCases;
    readonly consulted: Consulted;
    readonly links: AnswerLinks;
    readonly linkMails: LinkMails;
    readonly portal: Portal;
    readonly records: RecordCorrections;
    readonly recordDoor: RecordDoor;
    readonly store: FileStore;
    readonly files: StoredFiles;
    readonly pages: PageCopies;
    readonly redactor: PageRedactor;
    readonly papers: Papers;
    readonly press: Press;
    readonly exports: Exports;
    readonly disposals: Disposals;
    readonly wordings: Wordings;
    readonly bundles: Bundles;
    readonly filingChecks: FilingChecks;
    readonly readings: Readings;
    readonly redactions: Redactions;
    readonly streams: LiveStreams;
    /** Where the queue between relay and workers is. */
    readonly queuePlace: QueuePlace;
  };

/** What services are opened with: settings, the database they lead to and what is played in it, and for tests a clock of their own. */
export type Opening = {
  readonly settings: Settings;
  readonly databaseUrl: string;
  readonly demonstration?: OfficeView['demonstration'];
  readonly clock?: Clock;
  readonly log?: Log;
  /** The built programs that print papers and draw pages, where they do not lie beside this one. */
  readonly programs?: { readonly press?: string; readonly draw?: string; readonly bind?: string; readonly redact?: string };
};

/** Opens everything; `close` gives it back. */
export async function openServices({
  settings,
  databaseUrl,
  demonstration = null,
  clock = new SystemClock(settings.today),
  log = openLog(settings, 'api'),
  programs = {},
}: Opening): Promise<Services & { readonly close: () => Promise<void> }> {
  const open = await openLines({ databaseUrl, dataDir: settings.dataDir, clock, log });
  const { source, pool, bell } = open;
  const [laws, shelf] = lawsOf(settings);
  const parts = { pool, bell, clock, laws: shelf, sealer: Sealer.of(settings), links: linksOf(settings) };
  const kept = filesWith({ ...parts, source }, settings, programs);
  const { store, files } = kept;
  const office = { ...parts, store, mailsLetters: settings.smtpUrl !== undefined };
  const [desk, queries] = [new CountedDesk(office, loggedCommands(open.metrics.timed, log)), readingOf(parts)];
  const folder = folderOf({ ...parts, ...kept, source, desk, queries }, settings, programs);
  const outgoing = outgoingWith({ ...parts, desk, queries }, settings);
  const inbox = inboxWith({ ...parts, ...faxLineOf(settings, programs.draw), desk, files, store });
  return {
    surroundings: new Surroundings(settings, demonstration),
    ...open,
    ...{ clock, laws, queuePlace: queuePlace(settings, databaseUrl) },
    ...calendarsOf({ ...parts, source, publicUrl: settings.publicUrl }),
    ...peopleOf({ ...parts, source, laws: shelf, log }, settings),
    desk,
    queries,
    ...folder,
    arrivals: new Arrivals(parts),
    earlier: new EarlierRequests({ ...parts, tariffs: readFeeTariffs(settings.configDir) }),
    ...inbox,
    ...publicationOf({ ...parts, ...folder, ...kept, desk, copier: binderOf(settings, programs, parts.clock) }, settings),
    slips: new ReceiptSlips({ ...parts, publicUrl: settings.publicUrl }),
    ...doorOf(settings, { ...parts, ...folder, source, desk, files, incoming: inbox.incoming }),
    ...toldIn({ ...parts, source, desk }, settings),
    ...kept,
    ...outgoing,
    close: () => closeAll({ ...open, ...folder, ...outgoing }),
  };
}

function lawsOf({ configDir }: Settings): readonly [LawLibrary, LawShelf] {
  const laws = new LawLibrary(configDir);
  return [laws, lawShelf(configDir, laws)];
}

/** Reading that is written down. */
const readingOf = (parts: ConstructorParameters<typeof CaseQueries>[0]): CaseQueries =>
  new CaseQueries({ ...parts, accesses: new AccessLog(parts) });

type FileParts = Pick<Services, 'source' | 'pool' | 'clock'> & { readonly sealer: Sealer; readonly laws: LawShelf };

/** Files, and the pages of scans: as pictures, as what they say, and as what is left of them. */
function filesWith(
  { source, ...parts }: FileParts,
  settings: Settings,
  programs: NonNullable<Opening['programs']>,
): Pick<Services, 'store' | 'files' | 'pages' | 'readings' | 'redactions' | 'redactor'> {
  const { dataDir, ocr, clamdUrl } = settings;
  const store = new FileStore(dataDir, { scan: scanAt(clamdUrl) });
  const files = new StoredFiles({
    source,
    store,
    clock: parts.clock,
    accesses: new FileAccess({ ...parts, log: new AccessLog(parts) }),
  });
  const pictures = new PageStore(dataDir);
  const pages = new PageCopies({ ...parts, files, pageStore: pictures });
  const redactions = new Redactions({ ...parts, pictures, parts: new PartStore(dataDir) });
  const readings = new Readings({ ...parts, files, reader: ocr ? READER : null });
  return { store, files, pages, readings, redactions, redactor: redactorOf(settings, programs.redact) };
}

type FolderParts = Omit<ConstructorParameters<typeof Papers>[0], 'sources' | 'press' | 'seal'> &
  Pick<ConstructorParameters<typeof Wordings>[0], 'laws'> &
  ConstructorParameters<typeof Exports>[0];

/** What draws papers, with the words and the fonts of the configuration, what seals them, and what takes the folder of a case out. */
function folderOf(
  parts: FolderParts,
  settings: Settings,
  programs: NonNullable<Opening['programs']>,
): Pick<Services, 'papers' | 'press' | 'exports' | 'disposals' | 'wordings' | 'bundles' | 'filingChecks'> & {
  readonly notices: RecordNotices;
} {
  const { configDir, seal } = settings;
  const press = new Press(path.join(configDir, 'fonts'), programs.press);
  const sealing = seal === undefined ? NO_SEAL : new P12Seal(seal, parts.clock);
  const both = { ...parts, press, sources: new Sources(configDir) };
  const papers = new Papers({ ...both, seal: sealing });
  const notices = new RecordNotices({ ...parts, press, configDir, seal: sealing });
  const bound: Pick<ConstructorParameters<typeof Bundles>[0], 'front' | 'loose' | 'recordFront'> = {
    front: (...asked) => papers.front(...asked),
    loose: (...asked) => papers.looseSheets(...asked),
    recordFront: (...asked) => notices.front(...asked),
  };
  const bundles = new Bundles({ ...parts, ...bound, binder: binderOf(settings, programs, parts.clock) });
  const filed = { exports: new Exports(parts), disposals: new Disposals(parts), filingChecks: new FilingChecks(parts.queries) };
  return { papers, press, wordings: new Wordings(both), bundles, notices, ...filed };
}

/** What makes one PDF of papers, one at a time: who publishes does not wait for a bundle. */
const binderOf = ({ dataDir }: Settings, { bind: program }: NonNullable<Opening['programs']>, clock: Clock): Binder =>
  new Binder({ folder: path.join(dataDir, 'bundles'), program, clock });

/** What draws the pages of a fax that is handed in, and where it lies if it is none. */
const faxLineOf = ({ dataDir, faxSpoolDir }: Settings, program = DRAW_PROGRAM) => ({
  drawer: new PageDrawer({ program, store: new PageStore(dataDir) }),
  spoolFolder: faxSpoolDir,
});

type Inbox = Pick<Services, 'incoming' | 'workOrders' | 'faxDoor' | 'registers' | 'looks' | 'watching' | 'helping'>;

/** The inbox, what comes as a table, who looks at the papers of an applicant, and who watches. */
function inboxWith(
  parts: ConstructorParameters<typeof IncomingDesk>[0] &
    ConstructorParameters<typeof RegisterImports>[0] &
    Omit<ConstructorParameters<typeof FaxDoor>[0], 'incoming'>,
): Inbox {
  const incoming = new IncomingDesk(parts);
  const workOrders = new WorkOrders({ ...parts, incoming });
  const faxDoor = new FaxDoor({ ...parts, incoming });
  const people = { looks: new Looks(parts), watching: new Watching(parts), helping: new CoHandling(parts) };
  return { incoming, workOrders, faxDoor, registers: new RegisterImports(parts), ...people };
}

/** The addresses at which letters are answered. */
const linksOf = ({ secretKeys: secrets, publicUrl }: Settings): AnswerLinks => new AnswerLinks({ secrets, publicUrl });

type Outgoing = { readonly linkMails: LinkMails; readonly mailer: Mailer | null };

/** What this program mails itself, while somebody waits for it. */
function outgoingWith(
  parts: Omit<ConstructorParameters<typeof LinkMails>[0], 'mailer' | 'publicUrl'>,
  { smtpUrl, mailFrom, publicUrl }: Settings,
): Outgoing {
  const mailer = smtpUrl === undefined ? null : new Mailer(smtpUrl, mailFrom);
  return { mailer, linkMails: new LinkMails({ ...parts, mailer, publicUrl }) };
}

type DoorParts = Omit<ConstructorParameters<typeof OwnCases>[0], 'enquiries' | 'portal'> &
  ConstructorParameters<typeof RecordCorrections>[0] &
  Omit<ConstructorParameters<typeof Portal>[0], 'mails' | 'publicUrl' | 'secret'> &
  Pick<ConstructorParameters<typeof Consulted>[0], 'links'>;

type Door = 'enquiries' | 'own' | 'consulted' | 'links' | 'portal' | 'records' | 'recordDoor';

/** What applicants, and who is consulted, come to: nothing of it asks for a session. */
function doorOf(settings: Settings, parts: DoorParts): Pick<Services, Door> {
  const { smtpUrl, publicUrl, secretKeys } = settings;
  const mails = smtpUrl !== undefined;
  const enquiries = new Enquiries({ ...parts, mails });
  const portal = new Portal({ ...parts, mails, publicUrl, secret: secretKeys[0] });
  const own = new OwnCases({ ...parts, enquiries, portal });
  const records = new RecordCorrections(parts);
  const recordDoor = new RecordDoor({ ...parts, portal, records });
  return { enquiries, portal, own, records, recordDoor, consulted: new Consulted({ ...parts, portal }), links: parts.links };
}

/** What looks through the pages of files that are to be published, or that a reply is brought as; it labels nothing. */
const redactorOf = ({ configDir }: Settings, program = REDACT_PROGRAM): PageRedactor =>
  new PageRedactor({ program, font: path.resolve(configDir, 'fonts/noto-serif-sc-regular.ttf') });
