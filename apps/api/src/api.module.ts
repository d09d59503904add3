import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import {
  Arrivals,
  Calendars,
  CaseDesk,
  CaseQueries,
  CoHandling,
  HandingOver,
  Consulted,
  EarlierRequests,
  Looks,
  Watching,
  IncomingDesk,
  LinkMails,
  MailedLetters,
  Enquiries,
  Feeds,
  Notifications,
  Snoozes,
  OwnCases,
  PaceQueries,
  Portal,
  ReceiptSlips,
  RecordCorrections,
  RecordDoor,
  PageCopies,
  StoredFiles,
  Undelivered,
  OwnLadders,
  Webhooks,
} from '@gongkai/casework';
import { Papers, Press, Wordings } from '@gongkai/correspondence';
import { Bundles, Disposals, Exports, FilingChecks } from '@gongkai/filing';
import { FaxDoor, Readings, RegisterImports, WorkOrders } from '@gongkai/intake';
import { Redactions } from '@gongkai/redaction';
import { AnnualReports, PublishedReports, ReportComparisons, ReportEntries, ReportPublications } from '@gongkai/reporting';
import { Assessments, EvidenceFiles, Rectifications, Trainings } from '@gongkai/supervision';
import {
  Catalogue,
  CatalogueTables,
  CatalogueYears,
  FormedInformations,
  EntryProposals,
  NewEntries,
  PublicationDrafts,
  PublishedInformation,
} from '@gongkai/publication';
import { Bell, Clock, CommandPool, FileStore, LawLibrary, Metrics, PageRedactor } from '@gongkai/platform';
import { DataSource } from 'typeorm';
import { ReportEntriesController } from './controllers/report-entries.controller.js';
import { AnnualReportsController } from './controllers/annual-reports.controller.js';
import { ArrivalsController } from './controllers/arrivals.controller.js';
import { AbsencesController } from './controllers/absences.controller.js';
import { DelegationsController } from './controllers/delegations.controller.js';
import { AdminOrgansController } from './controllers/admin-organs.controller.js';
import { AdminPeopleController } from './controllers/admin-people.controller.js';
import { AdminPostsController } from './controllers/admin-posts.controller.js';
import { AdminLettersController } from './controllers/admin-letters.controller.js';
import { AdminLaddersController } from './controllers/admin-ladders.controller.js';
import { AdminWebhooksController } from './controllers/admin-webhooks.controller.js';
import { AdminTokensController } from './controllers/admin-tokens.controller.js';
import { AdminWordingSetsController } from './controllers/admin-wording-sets.controller.js';
import { AdminWordingsController } from './controllers/admin-wordings.controller.js';
import { AuditController } from './controllers/audit.controller.js';
import { CasePapersController } from './controllers/case-papers.controller.js';
import { CalendarsController } from './controllers/calendars.controller.js';
import { CasesController } from './controllers/cases.controller.js';
import { CommandsController } from './controllers/commands.controller.js';
import { HandOverController } from './controllers/hand-over.controller.js';
import { CoHandlingController } from './controllers/co-handling.controller.js';
import { ConsultedController } from './controllers/consulted.controller.js';
import { LetterMailsController } from './controllers/letter-mails.controller.js';
import { LinkMailsController } from './controllers/link-mails.controller.js';
import { DashboardController } from './controllers/dashboard.controller.js';
import { TrendsController } from './controllers/trends.controller.js';
import { EarlierRequestsController } from './controllers/earlier-requests.controller.js';
import { EventsController } from './controllers/events.controller.js';
import { DeadlinesController } from './controllers/deadlines.controller.js';
import { DisclosuresController } from './controllers/disclosures.controller.js';
import { DirectoryController } from './controllers/directory.controller.js';
import { ArchiveController } from './controllers/archive.controller.js';
import { ExportsController } from './controllers/exports.controller.js';
import { FeedsController } from './controllers/feeds.controller.js';
import { FormedInformationController } from './controllers/formed-information.controller.js';
import { FaxGatewayController } from './controllers/fax-gateway.controller.js';
import { FilesController } from './controllers/files.controller.js';
import { HealthController } from './controllers/health.controller.js';
import { MetricsController } from './controllers/metrics.controller.js';
import { IncomingController } from './controllers/incoming.controller.js';
import { LooksController } from './controllers/looks.controller.js';
import { AssessmentsController } from './controllers/assessments.controller.js';
import { RectificationsController } from './controllers/rectifications.controller.js';
import { TrainingsController } from './controllers/trainings.controller.js';
import { WatchersController } from './controllers/watchers.controller.js';
import { LawController } from './controllers/law.controller.js';
import { FilePagesController } from './controllers/file-pages.controller.js';
import { NotificationsController } from './controllers/notifications.controller.js';
import { OfficeController } from './controllers/office.controller.js';
import { OwnApplicationsController } from './controllers/own-applications.controller.js';
import { PapersController } from './controllers/papers.controller.js';
import { PublicDisclosuresController } from './controllers/public-disclosures.controller.js';
import { PublicController } from './controllers/public.controller.js';
import { ReadingController } from './controllers/reading.controller.js';
import { EntryProposalsController } from './controllers/entry-proposals.controller.js';
import { PublicationDraftsController } from './controllers/publication-drafts.controller.js';
import { PublicRecordsController } from './controllers/public-records.controller.js';
import { RecordCorrectionsController } from './controllers/record-corrections.controller.js';
import { RedactionsController } from './controllers/redactions.controller.js';
import { PublishedReportsController } from './controllers/published-reports.controller.js';
import { RegisterImportsController } from './controllers/register-imports.controller.js';
import { SitemapController } from './controllers/sitemap.controller.js';
import { OwnLogInController } from './controllers/own-log-in.controller.js';
import { SessionController } from './controllers/session.controller.js';
import { SignOnController } from './controllers/sign-on.controller.js';
import { SupervisionOrdersController } from './controllers/supervision-orders.controller.js';
import { WorkOrdersController } from './controllers/work-orders.controller.js';
import { LiveStreams } from './http/live-streams.js';
import type { Services } from './services.js';
import { peopleProviders } from './people-services.js';
import { Surroundings } from './surroundings.js';

const controllers = [
  OwnLogInController,
  SessionController,
  SignOnController,
  OfficeController,
  CasesController,
  CommandsController,
  CasePapersController,
  PapersController,
  ExportsController,
  ArchiveController,
  DeadlinesController,
  ArrivalsController,
  EarlierRequestsController,
  LooksController,
  AssessmentsController,
  RectificationsController,
  TrainingsController,
  WatchersController,
  RecordCorrectionsController,
  WorkOrdersController,
  RegisterImportsController,
  FaxGatewayController,
  IncomingController,
  NotificationsController,
  FilesController,
  FilePagesController,
  ReadingController,
  RedactionsController,
  PublicationDraftsController,
  EntryProposalsController,
  SitemapController,
  DashboardController,
  TrendsController,
  SupervisionOrdersController,
  AnnualReportsController,
  ReportEntriesController,
  PublishedReportsController,
  DirectoryController,
  EventsController,
  LawController,
  CalendarsController,
  FeedsController,
  AbsencesController,
  DelegationsController,
  AdminOrgansController,
  AdminPeopleController,
  AdminPostsController,
  AdminLettersController,
  AdminWebhooksController,
  AdminLaddersController,
  AdminTokensController,
  AdminWordingSetsController,
  AdminWordingsController,
  AuditController,
  PublicController,
  PublicRecordsController,
  OwnApplicationsController,
  CoHandlingController,
  HandOverController,
  ConsultedController,
  LetterMailsController,
  LinkMailsController,
  PublicDisclosuresController,
  DisclosuresController,
  FormedInformationController,
  HealthController,
  MetricsController,
];

/** The doors of the API. What stands behind them is opened before, and handed in. */
@Module({ controllers })
export class ApiModule {
  /** The doors, with what stands behind them. */
  static with(services: Services): DynamicModule {
    return { module: ApiModule, providers: providersOf(services) };
  }
}

const providersOf = (services: Services): Provider[] => [
  ...peopleProviders(services),
  ...caseworkOf(services),
  ...papersOf(services),
];

/** Where this stands, and the cases. */
const caseworkOf = (services: Services): Provider[] => [
  { provide: Surroundings, useValue: services.surroundings },
  { provide: Clock, useValue: services.clock },
  { provide: CommandPool, useValue: services.pool },
  { provide: Bell, useValue: services.bell },
  { provide: Metrics, useValue: services.metrics },
  { provide: DataSource, useValue: services.source },
  { provide: LawLibrary, useValue: services.laws },
  { provide: Calendars, useValue: services.calendars },
  { provide: Feeds, useValue: services.feeds },
  { provide: WorkOrders, useValue: services.workOrders },
  { provide: RegisterImports, useValue: services.registers },
  { provide: IncomingDesk, useValue: services.incoming },
  { provide: FaxDoor, useValue: services.faxDoor },
  { provide: CaseDesk, useValue: services.desk },
  { provide: CaseQueries, useValue: services.queries },
  { provide: EarlierRequests, useValue: services.earlier },
  { provide: Looks, useValue: services.looks },
  { provide: Watching, useValue: services.watching },
  { provide: CoHandling, useValue: services.helping },
  { provide: HandingOver, useValue: services.handing },
  { provide: Arrivals, useValue: services.arrivals },
  { provide: ReceiptSlips, useValue: services.slips },
  { provide: Enquiries, useValue: services.enquiries },
  { provide: PaceQueries, useValue: services.pace },
  { provide: OwnCases, useValue: services.own },
  { provide: LinkMails, useValue: services.linkMails },
  { provide: Consulted, useValue: services.consulted },
  { provide: Portal, useValue: services.portal },
  { provide: RecordCorrections, useValue: services.records },
  { provide: RecordDoor, useValue: services.recordDoor },
  ...tellingOf(services),
  { provide: LiveStreams, useValue: services.streams },
];

/** What officials are told, and how it reaches them. */
const tellingOf = (services: Services): Provider[] => [
  { provide: Notifications, useValue: services.notifications },
  { provide: Snoozes, useValue: services.snoozes },
  { provide: Undelivered, useValue: services.undelivered },
  { provide: MailedLetters, useValue: services.mailed },
  { provide: Webhooks, useValue: services.webhooks },
  { provide: OwnLadders, useValue: services.ladders },
];

/** Files, what is made of them, and what is published. */
const papersOf = (services: Services): Provider[] => [
  { provide: FileStore, useValue: services.store },
  { provide: StoredFiles, useValue: services.files },
  { provide: PageCopies, useValue: services.pages },
  { provide: PageRedactor, useValue: services.redactor },
  { provide: Papers, useValue: services.papers },
  { provide: Press, useValue: services.press },
  { provide: Bundles, useValue: services.bundles },
  { provide: FilingChecks, useValue: services.filingChecks },
  { provide: Exports, useValue: services.exports },
  { provide: Disposals, useValue: services.disposals },
  { provide: Wordings, useValue: services.wordings },
  { provide: Readings, useValue: services.readings },
  { provide: Redactions, useValue: services.redactions },
  ...publicationOf(services),
  { provide: AnnualReports, useValue: services.annualReports },
  { provide: ReportEntries, useValue: services.reportEntries },
  { provide: ReportPublications, useValue: services.reportPublications },
  { provide: PublishedReports, useValue: services.publishedReports },
  { provide: ReportComparisons, useValue: services.reportComparisons },
  { provide: Trainings, useValue: services.trainings },
  { provide: Assessments, useValue: services.assessments },
  { provide: Rectifications, useValue: services.rectifications },
  { provide: EvidenceFiles, useValue: services.evidence },
  { provide: LiveStreams, useValue: services.streams },
];

const publicationOf = (services: Services): Provider[] => [
  { provide: PublishedInformation, useValue: services.published },
  { provide: Catalogue, useValue: services.catalogue },
  { provide: CatalogueTables, useValue: services.catalogueTables },
  { provide: PublicationDrafts, useValue: services.publications },
  { provide: NewEntries, useValue: services.newEntries },
  { provide: EntryProposals, useValue: services.entryProposals },
  { provide: CatalogueYears, useValue: services.catalogueYears },
  { provide: FormedInformations, useValue: services.formed },
];
