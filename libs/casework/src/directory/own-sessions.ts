import { Refusal, type OwnSession } from '@gongkai/contracts';
import { tellGone, tokenHash } from '@gongkai/platform';
import { makeChange, record, type AdministrationParts } from '../administration/change.js';
import type { Person } from '../person.js';

const LIST = `
  SELECT id, created_at AS since, expires_at AS until, address, agent, id_hash = $2 AS "isThis" FROM session
   WHERE person_id = $1 AND expires_at > $3 ORDER BY created_at DESC, id`;

/** What the person watches there ends with it. */
const END = `
  WITH ended AS (DELETE FROM session WHERE person_id = $1 AND id::text = $2 RETURNING person_id, address)
  SELECT address, ${tellGone('person_id')} FROM ended`;

type Row = Omit<OwnSession, 'since' | 'until'> & { readonly since: Date; readonly until: Date };

/** The screens at which a person is logged in: they see them all, and log themselves out at one that is not theirs. */
export class OwnSessions {
  constructor(private readonly parts: AdministrationParts) {}

  /** The latest first. @param secret of the session that asks */
  async list(person: Person, secret: string): Promise<readonly OwnSession[]> {
    const { source, clock } = this.parts;
    const rows = await source.query<Row[]>(LIST, [person.id, tokenHash(secret), clock.now()]);
    return rows.map(({ since, until, ...row }) => ({ ...row, since: since.toISOString(), until: until.toISOString() }));
  }

  /** Logs out there. @throws Refusal `not-found` where it is no session of this person */
  async end(person: Person, id: string): Promise<void> {
    await makeChange(this.parts, person, async (change) => {
      const [ended] = await change.manager.query<{ address: string }[]>(END, [person.id, id]);
      if (ended === undefined) throw new Refusal('not-found');
      const before = { address: ended.address };
      await record(change, { action: 'session-ended', path: person.organPath, subject: person, before });
    });
  }
}
