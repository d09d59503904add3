import { addDays, yearOf, type LocalDate } from '@gongkai/calendar';
import { isElectronic, type Channel, type NewApplication, type ReceiptWithEvidence } from '@gongkai/contracts';
import type { Scripted } from './scripted.js';

/** When it came, when its day of receipt is meant to be, and whether that day is known when it is logged. */
type Days = { readonly arrivedOn: LocalDate; readonly receivedOn: LocalDate; readonly isSettled: boolean };

const confirmed = ({ receivedOn, isSettled }: Days): { confirmedOn?: LocalDate } =>
  isSettled ? { confirmedOn: receivedOn } : {};
const signed = ({ receivedOn }: Days) => ({ postedOn: addDays(receivedOn, -2), signedOn: receivedOn, signedBy: '收发室' });

const RECEIPTS: Readonly<Record<Channel, (days: Days) => ReceiptWithEvidence>> = {
  in_person: ({ receivedOn }) => ({ channel: 'in_person', submittedOn: receivedOn, pages: 2 }),
  registered_mail: (days) => ({ channel: 'registered_mail', ...signed(days) }),
  ems: (days) => ({ channel: 'ems', ...signed(days) }),
  ordinary_mail: (days) => ({ channel: 'ordinary_mail', arrivedOn: days.arrivedOn, signedBy: '收发室', ...confirmed(days) }),
  fax: (days) => ({ channel: 'fax', submittedOn: days.arrivedOn, pages: 3, faxNumber: '0999-5550199', ...confirmed(days) }),
  web: (days) => ({ channel: 'web', submittedOn: days.arrivedOn, ...confirmed(days) }),
  email: (days) => ({ channel: 'email', submittedOn: days.arrivedOn, ...confirmed(days) }),
};

/** Has its day of receipt from the day it came (REG 31). */
const AT_ONCE: ReadonlySet<Channel> = new Set<Channel>(['in_person', 'registered_mail', 'ems']);

export type Arrival = {
  readonly body: NewApplication;
  readonly loggedOn: LocalDate;
  /** Days on which nobody is reached, before the day of receipt. */
  readonly attemptsOn: readonly LocalDate[];
  /** The day on which the arrival is confirmed after it was logged; null where there is nothing to confirm. */
  readonly confirmOn: LocalDate | null;
  /** The day on which a second person looks at what was logged late and settles its day of receipt; null where nobody has to. */
  readonly lookedAtOn: LocalDate | null;
};

/** How the application of a course comes in, and when the clerk logs it. */
export function arrivalOf(scripted: Scripted): Arrival {
  const {
    course,
    law: { calendar },
  } = scripted;
  const { channel, receivedOn } = course;
  const atOnce = AT_ONCE.has(channel);
  const arrivedOn = arrivalDayOf(scripted);
  const loggedOn = calendar.add(calendar.rollForward(arrivedOn), course.loggedAfter);
  // A form on the web that is logged on its day is confirmed with it.
  const isSettled = atOnce || loggedOn > receivedOn || (channel === 'web' && loggedOn === receivedOn);
  return {
    body: { ...applicationOf(scripted), receipt: RECEIPTS[channel]({ arrivedOn, receivedOn, isSettled }) },
    loggedOn,
    attemptsOn: isSettled ? [] : [1, 2].map((n) => calendar.add(loggedOn, n)).filter((day) => day < receivedOn),
    confirmOn: isSettled ? null : receivedOn,
    lookedAtOn: isToLookAt(loggedOn, scripted) ? calendar.next(loggedOn) : null,
  };
}

/** The post comes on working days; a fax or a form on any. */
function arrivalDayOf({ course: { channel, receivedOn, arrivedBefore }, law: { calendar } }: Scripted): LocalDate {
  const cameOn = AT_ONCE.has(channel) ? receivedOn : addDays(receivedOn, -arrivedBefore);
  return channel === 'ordinary_mail' ? calendar.rollForward(cameOn) : cameOn;
}

/** Logged long after the day of receipt that it tells. */
const isToLookAt = (loggedOn: LocalDate, { course: { receivedOn }, law: { calendar } }: Scripted): boolean =>
  calendar.covers(receivedOn) && calendar.count(receivedOn, loggedOn) > 1;

const DELIVERY_OF: Readonly<Record<string, NewApplication['delivery']>> = {
  in_person: 'pick_up',
  email: 'email',
  portal: 'portal',
  fax: 'fax',
};

function applicationOf({ course, voice, law: { calendar } }: Scripted): Omit<NewApplication, 'receipt'> {
  const { organ, category, decisions, mode, receivedOn, loggedAfter } = course;
  const isLate = loggedAfter > 1 && calendar.covers(receivedOn);
  return {
    applicant: voice.applicant(category),
    items: decisions.map(() => ({ description: voice.topic(organ, yearOf(receivedOn)) })),
    wantedForm: isElectronic(mode) ? 'electronic' : 'paper',
    delivery: DELIVERY_OF[mode] ?? 'post',
    ...(isLate && course.lateReason ? { lateReason: voice.say('lateLogging') } : {}),
  };
}
