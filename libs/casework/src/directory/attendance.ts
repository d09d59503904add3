const MINUTE_MS = 60_000;

/** Of two requests at once the later one counts. */
export const SEEN = 'UPDATE session SET seen_at = $2 WHERE id_hash = $1 AND seen_at < $2';

/** Somebody is still at a screen that asks nothing of the session: one that was left alone for too long (`$3`) or is over stays so. */
export const STILL_THERE = `
  UPDATE session SET seen_at = $2
   WHERE id_hash = $1 AND seen_at <= $2::timestamptz - interval '1 minute' AND seen_at > $3 AND expires_at > $2`;

/** What says whether somebody is at the screen: screens ask by themselves each minute, and say which requests are such ones. */
export type Attendance = {
  /** Minutes without anybody after which a session ends; undefined: it lasts as long as it may. */
  readonly idleMinutes: number | undefined;
};

/** The moment since which somebody has to have been seen; null where it does not matter. */
export const seenSince = ({ idleMinutes }: Attendance, now: Date): Date | null =>
  idleMinutes === undefined ? null : new Date(now.getTime() - idleMinutes * MINUTE_MS);

/** Whether it is time to write down that somebody is there: once a minute is enough. */
export const isNews = (seenAt: Date, now: Date): boolean => now.getTime() - seenAt.getTime() >= MINUTE_MS;
