/**
 * Cases as they are kept: the desk where every command ends, the journal, numbers, lists and views, the audit of all that;
 * and the directory of organs, people and sessions. Who may do what and what the law makes of it is the business of
 * lifecycle and statutes.
 */
export { isOneWith, needRole, type Person } from './person.js';
export { Administration } from './administration/administration.js';
export {
  entryInLog,
  makeChange,
  needAdmin,
  record,
  type AdministrationParts,
  type Change,
  type Mark,
} from './administration/change.js';
export { organInScope } from './administration/organs.js';
export { reckon } from './desk/columns.js';
export { createAdministrator, type AdministratorProblem, type NewAdministrator } from './directory/administrators.js';
export { ApiTokens } from './directory/api-tokens.js';
export { addGuides, loadOrgans, organFiles, organListsOf, readDemoOrgans, type LoadOptions } from './directory/load-organs.js';
export { parseOrgans, type ListedOrgan, type ListedPost } from './directory/organ-file.js';
export { Directory, type PeopleFilter } from './directory/people.js';
export { wantingGuides } from './guides/wanting-guides.js';
export { holdersOfBoth } from './directory/both-posts.js';
export { vacantPosts } from './directory/vacant-posts.js';
export { OwnSessions } from './directory/own-sessions.js';
export { SecondFactors } from './directory/second-factors.js';
export {
  SESSION_HOURS,
  Sessions,
  type Credentials,
  type From,
  type OpenSession,
  type SignOnRefused,
} from './directory/sessions.js';
export { AlarmClock, type AlarmClockParts, type FailedAlarm, type Rung } from './alarms/alarm-clock.js';
export { checkInboxRole, IncomingDesk, SORT_OF } from './incoming/incoming-desk.js';
export type { Arriving, Received } from './incoming/reception.js';
export { placeAmong, type Placed } from './incoming/versions.js';
export { CoHandling } from './helping/co-handling.js';
export { HandingOver } from './handing-over/handing-over.js';
export { Watching } from './watching/watching.js';
export { tellWatchers } from './reminders/watchers.js';
export { Looks } from './looks/looks.js';
export { writeDownReading } from './looks/write-down-reading.js';
export { personalFindings, personalMatches, type Passage } from './answers/personal-findings.js';
export {
  answeredCase,
  personalWordsOf,
  wordsOfApplicant,
  type AnsweredCase,
  type PersonalWord,
} from './answers/answered-case.js';
export { pairFrequencies, type FrequencyRow } from './earlier/candidates.js';
export { EarlierRequests } from './earlier/earlier-requests.js';
export { rarest, tellingPairs } from './earlier/likeness.js';
export { Enquiries, type Enquiry } from './enquiries/enquiries.js';
export { AnswerLinks } from './consulted/answer-links.js';
export { SAID_BY_LINK, saidByLink, type SaidByLink, type SaidRow } from './consulted/answers.js';
export { letterEntriesSql, type LetterEntry } from './consulted/letters-sql.js';
export { Consulted } from './consulted/consulted.js';
export { LinkMails } from './consulted/link-mails.js';
export { MailedLetters } from './mailed/mailed-letters.js';
export { noteLetter } from './mailed/note-letter.js';
export { sendLetter } from './mailed/send-letter.js';
export { APPLICANT } from './portal/applicant.js';
export { tellApplicant, type TellingParts } from './own/tell-applicant.js';
export { OwnCases, type Acting } from './own/own-cases.js';
export { Portal } from './portal/portal.js';
export { RecordCorrections, type RecordMatter, type RecordNotices } from './records/records.js';
export type { RecordFolder, RecordPaper } from './records/record-folder.js';
export { verifyRecords, type BrokenRecord, type RecordChains } from './records/record-journal.js';
export { owedRecordAnswers } from './records/owed-records.js';
export { owedRecordRemedies } from './records/owed-record-remedies.js';
export { RecordDoor } from './records/record-door.js';
export { ReceiptSlips } from './enquiries/receipt-slips.js';
export { Arrivals } from './arrivals/arrivals.js';
export {
  ReminderClock,
  type FailedReminder,
  type ReminderClockParts,
  type RoundOfReminders,
} from './reminders/reminder-clock.js';
export { Snoozes } from './reminders/snooze.js';
export { DutyClock, type DutySource, type OwedDuty, type RoundOfDuties } from './reminders/organ-duties.js';
export { deliver, type DeliveryParts } from './reminders/delivery.js';
export { type DeliveryRun } from './reminders/deliverable.js';
export { deliverWebhook, type WebhookParts } from './webhooks/deliver-webhook.js';
export { OwnLadders } from './ladders/own-ladders.js';
export { Webhooks } from './webhooks/webhooks.js';
export { Notifications } from './reminders/notifications.js';
export { Undelivered } from './reminders/undelivered.js';
export { tellNews } from './reminders/news.js';
export { organNews, organNewsOver, type OrganNews } from './reminders/organ-news.js';
export { tellConfirmation, tellTurn, type TurnParts } from './reminders/turns.js';
export { CaseDesk, type DeskParts } from './desk/case-desk.js';
export { SEALED_TABLES } from './sealed-tables.js';
export { CountedDesk } from './desk/counted-desk.js';
export type { Answer, Envelope, Idempotency, OldNumber, Opening } from './desk/envelope.js';
export { raiseSeries } from './desk/numbering.js';
export { applicationFact } from './desk/opening.js';
export type { Companion } from './desk/companion.js';
export { anyOf, containing, searchQuery, searchVector } from './queries/bigrams.js';
export type { PaperMaker, PaperMatter } from './desk/paper-matter.js';
export { maskedApplicant } from './applicants.js';
export { CaseQueries } from './queries/case-queries.js';
export { PaceQueries } from './pace/pace-queries.js';
export { applicationsBetween, inParts } from './queries/applications.js';
export { challengedBetween, openBetween } from './queries/spans.js';
export { cursorText, PlaceId, readCursor } from './queries/cursor.js';
export { Parameters } from './queries/list-sql.js';
export { dayKind } from './queries/dashboard-days.js';
export { LiveFeed, type LiveFeedParts, type Watcher } from './live/live-feed.js';
export { actingIn, asUuid, canSee, organInSight, sightOf } from './visibility.js';
export { lawShelf, withoutOfficeRules, type LawOfCase, type LawShelf } from './law-shelf.js';
export { Calendars, type CalendarAsked, type CalendarParts } from './calendars/calendars.js';
export { Feeds, type FeedParts } from './feeds/feeds.js';
export { followCalendars, lawsIn } from './calendars/edition.js';
export { reckonAnew, type ReckoningParts } from './calendars/reckon-anew.js';
export { groundsView } from './views/grounds-view.js';
export { allPagesDone } from './pages/copies.js';
export { drawPages, type DrawingParts } from './pages/draw-pages.js';
export { PageCopies } from './pages/page-copies.js';
export { liesInACase } from './files-of-cases.js';
export { ASIDE_DAYS, removeStrays, setStraysAside, straysIn, type StrayRemoval, type Strays } from './strays.js';
export { holdFiles, removeLooseFiles } from './loose-files.js';
export { checkPaged, notPaged } from './paged-files.js';
export { nameInCase } from './file-names.js';
export { plainName, StoredFiles, type OpenFile, type Upload } from './stored-files.js';
export type { Progress } from './audit/batches.js';
export { verifyChains, type BrokenChain, type ChainReport } from './audit/chains.js';
export { verifyFiles, type AlteredFile, type FileReport } from './audit/files.js';
export { migrateMachine, type FailedCase, type MigrationParts, type MigrationReport } from './audit/migrate-machine.js';
export { verifyReplay, type Difference, type RefoldParts, type RefoldReport } from './audit/refold.js';
export { AccessLog } from './accesses/access-log.js';
export { FileAccess } from './accesses/file-access.js';
export { Accesses } from './accesses/accesses.js';
export { AuditTrail, type AuditFile } from './audit/roots/audit-trail.js';
export { DailyRoots, type MadeUp } from './audit/roots/daily-roots.js';
export type { RootParts } from './audit/roots/root-parts.js';
export { verifyRoots, type BrokenRoot, type KnownKeys } from './audit/roots/verify-roots.js';
export { verifyChainsInSight } from './audit/chains-in-sight.js';
export { noticeNumbers } from './audit/series.js';
export { verifyRegister, type LostFile, type NumberGap, type RegisterReport } from './audit/register.js';
export { verifyWatch, type UnwatchedCase, type WatchParts, type WatchReport } from './audit/unwatched.js';
