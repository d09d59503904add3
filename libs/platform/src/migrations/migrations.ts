import { EntryProposals1795907100000 } from './entry-proposals.migration.js';
import { AccessOrder1795908200000 } from './access-order.migration.js';
import { Accesses1795907910000 } from './accesses.migration.js';
import { Appearing1795905000003 } from './appearing.migration.js';
import { Additions1795784000000 } from './additions.migration.js';
import { Administration1795646493634 } from './administration.migration.js';
import { AnnualReport1795806900000 } from './annual-report.migration.js';
import { Assessments1795901000006 } from './assessments.migration.js';
import { Answered1795741000000 } from './answered.migration.js';
import { AuditRoots1795907900000 } from './audit-roots.migration.js';
import { Calendars1795822000000 } from './calendars.migration.js';
import { Capacity1795902400003 } from './capacity.migration.js';
import { CaseInWork1795904100002 } from './case-in-work.migration.js';
import { Cases1764000000002 } from './cases.migration.js';
import { CleanCopies1795906000001 } from './clean-copies.migration.js';
import { Delegations1795830000000 } from './delegations.migration.js';
import { Delivery1795647697250 } from './delivery.migration.js';
import { Disclosures1795752000000 } from './disclosures.migration.js';
import { Disposals1795790000000 } from './disposals.migration.js';
import { DisposalRetention1795906400000 } from './disposal-retention.migration.js';
import { DestroyedNumbers1795902200002 } from './destroyed-numbers.migration.js';
import { DutiesTold1795903200007 } from './duties-told.migration.js';
import { Parts1795902300002 } from './parts.migration.js';
import { Done1795765000000 } from './done.migration.js';
import { Earlier1795738000000 } from './earlier.migration.js';
import { Feeds1795823000000 } from './feeds.migration.js';
import { OrganClosings1795906100006 } from './organ-closings.migration.js';
import { Orders1795837000000 } from './orders.migration.js';
import { FileNames1795783600000 } from './file-names.migration.js';
import { FilesAfterRemedies1795902600003 } from './files-after-remedies.migration.js';
import { FormedInformation1795904000001 } from './formed-information.migration.js';
import { FrozenReports1795807500000 } from './frozen-reports.migration.js';
import { Guides1795743600001 } from './guides.migration.js';
import { Heartbeat1795670504202 } from './heartbeat.migration.js';
import { Incoming1795690000000 } from './incoming.migration.js';
import { LegalReviews1795831000000 } from './legal-reviews.migration.js';
import { LetterMails1795909500000 } from './letter-mails.migration.js';
import { Lists1795760000000 } from './lists.migration.js';
import { Mail1795651089564 } from './mail.migration.js';
import { Mailbox1795737000000 } from './mailbox.migration.js';
import { Merged1795679000000 } from './merged.migration.js';
import { NothingToPublish1795820000000 } from './nothing-to-publish.migration.js';
import { OldRegister1795742000000 } from './old-register.migration.js';
import { OrganFees1795906500000 } from './organ-fees.migration.js';
import { OrganDuties1795902700004 } from './organ-duties.migration.js';
import { OwnLadders1795902100004 } from './own-ladders.migration.js';
import { OwnActs1795750024000 } from './own-acts.migration.js';
import { Snoozes1795902800004 } from './snoozes.migration.js';
import { Pace1795900100004 } from './pace.migration.js';
import { PageCopies1795729000000 } from './page-copies.migration.js';
import { Numbers1795734600000 } from './numbers.migration.js';
import { PartyContacts1795906200002 } from './party-contacts.migration.js';
import { People1764000000001 } from './people.migration.js';
import { Portal1795739400000 } from './portal.migration.js';
import { PublishedReports1795836000000 } from './published-reports.migration.js';
import { PublicationDrafts1795784900000 } from './publication-drafts.migration.js';
import { QueryCodes1795726515390 } from './query-codes.migration.js';
import { Readings1795770000000 } from './readings.migration.js';
import { RecordJournal1795902500003 } from './record-journal.migration.js';
import { RowSecurity1795908500000 } from './row-security.migration.js';
import { RecordRemedies1795909700000 } from './record-remedies.migration.js';
import { RecordReminders1795902100005 } from './record-reminders.migration.js';
import { RecordCorrections1795902000005 } from './record-corrections.migration.js';
import { RepliesThroughOrgans1795909100000 } from './replies-through-organs.migration.js';
import { PoliciesByKeys1795909800000 } from './policies-by-keys.migration.js';
import { RedactionsStopped1795903000001 } from './redactions-stopped.migration.js';
import { Redactions1795783500000 } from './redactions.migration.js';
import { RegisterJob1795751400000 } from './register-job.migration.js';
import { SamePages1795782300000 } from './same-pages.migration.js';
import { StuckMails1795781000000 } from './stuck-mails.migration.js';
import { Telling1795646483604 } from './telling.migration.js';
import { Titles1795809000000 } from './titles.migration.js';
import { ReportEntries1795824000000 } from './report-entries.migration.js';
import { Traffic1764000000003 } from './traffic.migration.js';
import { Trainings1795900000006 } from './trainings.migration.js';
import { Watching1795808000000 } from './watching.migration.js';
import { Undelivered1795838000000 } from './undelivered.migration.js';
import { Webhooks1795901000005 } from './webhooks.migration.js';
import { WithheldDeadlines1795820100000 } from './withheld-deadlines.migration.js';
import { Wordings1795784700000 } from './wordings.migration.js';
import { EarlierReplies1795906600000 } from './earlier-replies.migration.js';
import { MissedRounds1795907200000 } from './missed-rounds.migration.js';
import { RemediesToAnswer1795907210000 } from './remedies-to-answer.migration.js';
import { RecordFiles1795906900000 } from './record-files.migration.js';
import { LightUpdates1795907600000 } from './light-updates.migration.js';
import { SecondFactors1795906800000 } from './second-factors.migration.js';
import { SessionSeen1795907400000 } from './session-seen.migration.js';
import { TokenScopes1795907500000 } from './token-scopes.migration.js';
import { SignedOn1795908000000 } from './signed-on.migration.js';
import { CasesByPerson1795908100000 } from './cases-by-person.migration.js';
import { EndedClocks1795906300000 } from './ended-clocks.migration.js';
import { WebhookPosts1795906700000 } from './webhook-posts.migration.js';
import { WaitsByDue1795910500000 } from './waits-by-due.migration.js';
import { WorkByOwner1795910600000 } from './work-by-owner.migration.js';

/** Every step of the schema, oldest first. */
export const migrations = [
  People1764000000001,
  Cases1764000000002,
  Traffic1764000000003,
  Telling1795646483604,
  Administration1795646493634,
  Delivery1795647697250,
  Mail1795651089564,
  Heartbeat1795670504202,
  Merged1795679000000,
  Incoming1795690000000,
  QueryCodes1795726515390,
  PageCopies1795729000000,
  Numbers1795734600000,
  Mailbox1795737000000,
  Earlier1795738000000,
  Portal1795739400000,
  Answered1795741000000,
  OldRegister1795742000000,
  Guides1795743600001,
  OwnActs1795750024000,
  RegisterJob1795751400000,
  Disclosures1795752000000,
  Lists1795760000000,
  Done1795765000000,
  Readings1795770000000,
  StuckMails1795781000000,
  SamePages1795782300000,
  Redactions1795783500000,
  FileNames1795783600000,
  Additions1795784000000,
  Wordings1795784700000,
  PublicationDrafts1795784900000,
  Disposals1795790000000,
  AnnualReport1795806900000,
  FrozenReports1795807500000,
  Watching1795808000000,
  Titles1795809000000,
  NothingToPublish1795820000000,
  WithheldDeadlines1795820100000,
  Calendars1795822000000,
  Feeds1795823000000,
  ReportEntries1795824000000,
  Delegations1795830000000,
  LegalReviews1795831000000,
  PublishedReports1795836000000,
  Orders1795837000000,
  Undelivered1795838000000,
  Trainings1795900000006,
  Pace1795900100004,
  Webhooks1795901000005,
  Assessments1795901000006,
  RecordCorrections1795902000005,
  OwnLadders1795902100004,
  RecordReminders1795902100005,
  DestroyedNumbers1795902200002,
  Parts1795902300002,
  Capacity1795902400003,
  RecordJournal1795902500003,
  FilesAfterRemedies1795902600003,
  OrganDuties1795902700004,
  Snoozes1795902800004,
  RedactionsStopped1795903000001,
  DutiesTold1795903200007,
  FormedInformation1795904000001,
  CaseInWork1795904100002,
  Appearing1795905000003,
  CleanCopies1795906000001,
  OrganClosings1795906100006,
  PartyContacts1795906200002,
  EndedClocks1795906300000,
  DisposalRetention1795906400000,
  OrganFees1795906500000,
  EarlierReplies1795906600000,
  WebhookPosts1795906700000,
  SecondFactors1795906800000,
  RecordFiles1795906900000,
  EntryProposals1795907100000,
  MissedRounds1795907200000,
  RemediesToAnswer1795907210000,
  SessionSeen1795907400000,
  TokenScopes1795907500000,
  LightUpdates1795907600000,
  AuditRoots1795907900000,
  Accesses1795907910000,
  SignedOn1795908000000,
  CasesByPerson1795908100000,
  AccessOrder1795908200000,
  RowSecurity1795908500000,
  RepliesThroughOrgans1795909100000,
  LetterMails1795909500000,
  RecordRemedies1795909700000,
  PoliciesByKeys1795909800000,
  WaitsByDue1795910500000,
  WorkByOwner1795910600000,
];
