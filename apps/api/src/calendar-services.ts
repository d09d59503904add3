import { Calendars, type CalendarParts, Feeds, type FeedParts, followCalendars } from '@gongkai/casework';

type CalendarServices = {
  readonly calendars: Calendars;
  readonly feeds: Feeds;
  readonly followCalendars: () => Promise<void>;
};

/** The calendars of this installation, what keeps this process to them, and what falls due in them. */
export const calendarsOf = (parts: CalendarParts & FeedParts): CalendarServices => ({
  calendars: new Calendars(parts),
  feeds: new Feeds(parts),
  followCalendars: () => followCalendars(parts),
});
