import type { Language } from '@gongkai/contracts';
import { caseWords as caseEn } from './en/case.js';
import { catalogue as catalogueEn } from './en/catalogue.js';
import { delegation as delegationEn } from './en/delegation.js';
import { disposal as disposalEn } from './en/disposal.js';
import { clock as clockEn } from './en/clock.js';
import { history as historyEn } from './en/history.js';
import { inbox as inboxEn } from './en/inbox.js';
import { incoming as incomingEn } from './en/incoming.js';
import { imports as importsEn } from './en/imports.js';
import { orders as ordersEn } from './en/orders.js';
import { intake as intakeEn } from './en/intake.js';
import { decide as decideEn } from './en/decide.js';
import { earlier as earlierEn } from './en/earlier.js';
import { desk as deskEn } from './en/desk.js';
import { lists as listsEn } from './en/lists.js';
import { overview as overviewEn } from './en/overview.js';
import { parts as partsEn } from './en/parts.js';
import { publish as publishEn } from './en/publish.js';
import { published as publishedEn } from './en/published.js';
import { receipt as receiptEn } from './en/receipt.js';
import { records as recordsEn } from './en/records.js';
import { redact as redactEn } from './en/redact.js';
import { calendars as calendarsEn } from './en/calendars.js';
import { remedies as remediesEn } from './en/remedies.js';
import { reminders as remindersEn } from './en/reminders.js';
import { reports as reportsEn } from './en/reports.js';
import { search as searchEn } from './en/search.js';
import { settings as settingsEn } from './en/settings.js';
import { shell as shellEn } from './en/shell.js';
import { step as stepEn } from './en/step.js';
import { terms as termsEn } from './en/terms.js';
import { assess as assessEn } from './en/assess.js';
import { trainings as trainingsEn } from './en/trainings.js';
import { trends as trendsEn } from './en/trends.js';
import { wayIn as wayInEn } from './en/way-in.js';
import { wordings as wordingsEn } from './en/wordings.js';
import { caseWords } from './zh/case.js';
import { catalogue } from './zh/catalogue.js';
import { delegation } from './zh/delegation.js';
import { disposal } from './zh/disposal.js';
import { clock } from './zh/clock.js';
import { history } from './zh/history.js';
import { inbox } from './zh/inbox.js';
import { incoming } from './zh/incoming.js';
import { imports } from './zh/imports.js';
import { orders } from './zh/orders.js';
import { intake } from './zh/intake.js';
import { decide } from './zh/decide.js';
import { earlier } from './zh/earlier.js';
import { desk } from './zh/desk.js';
import { lists } from './zh/lists.js';
import { overview } from './zh/overview.js';
import { parts } from './zh/parts.js';
import { publish } from './zh/publish.js';
import { published } from './zh/published.js';
import { receipt } from './zh/receipt.js';
import { records } from './zh/records.js';
import { redact } from './zh/redact.js';
import { calendars } from './zh/calendars.js';
import { remedies } from './zh/remedies.js';
import { reminders } from './zh/reminders.js';
import { reports } from './zh/reports.js';
import { search } from './zh/search.js';
import { settings } from './zh/settings.js';
import { shell } from './zh/shell.js';
import { step } from './zh/step.js';
import { terms } from './zh/terms.js';
import { assess } from './zh/assess.js';
import { trainings } from './zh/trainings.js';
import { trends } from './zh/trends.js';
import { wayIn } from './zh/way-in.js';
import { wordings } from './zh/wordings.js';
import type { KeyOf } from './same-keys.js';

const zh = {
  shell,
  terms,
  lists,
  desk,
  decide,
  earlier,
  search,
  parts,
  clock,
  history,
  step,
  intake,
  overview,
  trends,
  settings,
  wayIn,
  wordings,
  inbox,
  incoming,
  imports,
  orders,
  receipt,
  records,
  redact,
  publish,
  published,
  remedies,
  reminders,
  reports,
  calendars,
  catalogue,
  delegation,
  disposal,
  assess,
  trainings,
  case: caseWords,
} as const;
const en = {
  shell: shellEn,
  terms: termsEn,
  lists: listsEn,
  desk: deskEn,
  decide: decideEn,
  earlier: earlierEn,
  search: searchEn,
  parts: partsEn,
  clock: clockEn,
  history: historyEn,
  step: stepEn,
  intake: intakeEn,
  inbox: inboxEn,
  incoming: incomingEn,
  imports: importsEn,
  orders: ordersEn,
  receipt: receiptEn,
  records: recordsEn,
  redact: redactEn,
  publish: publishEn,
  published: publishedEn,
  remedies: remediesEn,
  reminders: remindersEn,
  reports: reportsEn,
  calendars: calendarsEn,
  overview: overviewEn,
  trends: trendsEn,
  settings: settingsEn,
  wayIn: wayInEn,
  wordings: wordingsEn,
  catalogue: catalogueEn,
  delegation: delegationEn,
  disposal: disposalEn,
  assess: assessEn,
  trainings: trainingsEn,
  case: caseEn,
} as const;

/** All words, by language and area. */
export const words = { 'zh-CN': zh, en } as const satisfies Record<Language, unknown>;

/** An area of words: a file in `zh/` and one in `en/`. */
export type Area = keyof typeof zh;
/** What can be said in an area. */
export type Key<A extends Area> = KeyOf<(typeof zh)[A]>;

/** Whether an area says something under this key; for what is named by the server. */
export const isKey = <A extends Area>(area: A, key: string): key is Key<A> => key in zh[area] || `${key}_other` in zh[area];
