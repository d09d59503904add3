import { caseWords } from './case.js';
import { catalogue } from './catalogue.js';
import { delegation } from './delegation.js';
import { disposal } from './disposal.js';
import { clock } from './clock.js';
import { history } from './history.js';
import { inbox } from './inbox.js';
import { incoming } from './incoming.js';
import { imports } from './imports.js';
import { orders } from './orders.js';
import { intake } from './intake.js';
import { decide } from './decide.js';
import { earlier } from './earlier.js';
import { desk } from './desk.js';
import { lists } from './lists.js';
import { overview } from './overview.js';
import { parts } from './parts.js';
import { publish } from './publish.js';
import { published } from './published.js';
import { receipt } from './receipt.js';
import { records } from './records.js';
import { redact } from './redact.js';
import { calendars } from './calendars.js';
import { remedies } from './remedies.js';
import { reminders } from './reminders.js';
import { reports } from './reports.js';
import { search } from './search.js';
import { settings } from './settings.js';
import { shell } from './shell.js';
import { step } from './step.js';
import { terms } from './terms.js';
import { assess } from './assess.js';
import { audit } from './audit.js';
import { trainings } from './trainings.js';
import { trends } from './trends.js';
import { wayIn } from './way-in.js';
import { wordings } from './wordings.js';

/** The same in English. */
export const en = {
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
  audit,
  trainings,
  case: caseWords,
} as const;
