import { databaseTime, SystemClock, TOLERATED_SECONDS } from '@gongkai/platform';
import type { DataSource } from 'typeorm';

/** Whether the clock of this machine goes as that of the database does, by which days are counted where they differ. */
export async function clockStanding(source: DataSource): Promise<{ readonly ok: boolean; readonly what: string }> {
  const theirs = await databaseTime((text) => source.query<{ ms: number }[]>(text));
  const ahead = Math.round((new SystemClock().deviceTime().getTime() - theirs) / 1000);
  if (Math.abs(ahead) <= TOLERATED_SECONDS) return { ok: true, what: 'the clock of this machine goes as that of the database' };
  const how = ahead > 0 ? 'ahead of' : 'behind';
  return {
    ok: false,
    what: `The clock of this machine is ${Math.abs(ahead)} s ${how} that of the database. See that both are set by a time server (chrony, systemd-timesyncd).`,
  };
}
