import { ReminderClock, type RoundOfReminders } from '@gongkai/casework';
import { atTheCounter, Office } from './office.js';

/** A reminder as it was told. */
export type ToldRow = {
  readonly who: string;
  readonly instead_of: string | null;
  readonly subject: string;
  readonly rung: string;
  readonly ring_on: string;
  readonly attempt: number;
  readonly not_before: Date;
};

/** A reminder in a few words. */
export type Heard = readonly [on: string, deadline: string, rung: string, who: string];

/** An office with a clock that tells of deadlines. */
export class ReminderOffice {
  readonly clock: ReminderClock;

  private constructor(readonly office: Office) {
    this.clock = new ReminderClock(office);
  }

  static async open(): Promise<ReminderOffice> {
    return new ReminderOffice(await Office.open());
  }

  /** Nothing rings any more, and everybody is there. */
  async silence(): Promise<void> {
    await this.office.rows('DELETE FROM alarm');
    await this.office.rows('DELETE FROM absence');
  }

  /** A case that its caseworker has accepted on the day it came to the counter. */
  async assigned(receivedOn = '2026-03-02', to = 'caseworker.street'): Promise<string> {
    const { office } = this;
    office.on(receivedOn);
    const { id } = await office.log(atTheCounter(receivedOn), `clerk.${to.split('.')[1] ?? ''}`);
    await office.step(id, to, { type: 'claim' });
    await office.step(id, to, { type: 'accept' });
    return id;
  }

  /** Rings at that moment of the office's day. */
  at(moment: string): Promise<RoundOfReminders> {
    this.office.clock.set(new Date(`${moment}:00+08:00`));
    return this.clock.ring();
  }

  /** Rings every day at nine, weekends too. */
  async ringFrom(from: string, days: number): Promise<void> {
    this.office.on(from);
    for (let day = 0; day < days; day += 1) {
      await this.clock.ring();
      this.office.clock.advance(24 * 3_600_000);
    }
  }

  /** Everything that people were told of a case, in order. */
  told(caseId: string): Promise<ToldRow[]> {
    return this.office.rows<ToldRow>(
      `SELECT person.username AS who, away.username AS instead_of, subject, rung, ring_on, attempt, not_before
         FROM notification JOIN person ON person.id = person_id LEFT JOIN person AS away ON away.id = for_person_id
        WHERE case_id = $1 AND kind = 'reminder' ORDER BY notification.created_at, ring_on, subject, attempt, person.username`,
      [caseId],
    );
  }

  /** The same of its reply date alone. */
  async toldOfReply(caseId: string): Promise<ToldRow[]> {
    return (await this.told(caseId)).filter(({ subject }) => subject === 'finalDue');
  }

  /** Each ring once; what came again because nobody acknowledged it is left out. */
  async heard(caseId: string, deadline = ''): Promise<Heard[]> {
    const rows = (await this.told(caseId)).filter(({ subject, attempt }) => subject.startsWith(deadline) && attempt === 0);
    return rows.map(({ ring_on, subject, rung, who }) => [ring_on, subject.split(':')[0] ?? '', rung, who]);
  }

  async away(username: string, from: string, to: string, substitute?: string): Promise<void> {
    await this.office.rows(
      `INSERT INTO absence (id, person_id, from_day, to_day, substitute_id) VALUES (gen_random_uuid(), $1, $2, $3, $4)`,
      [this.office.person(username).id, from, to, substitute === undefined ? null : this.office.person(substitute).id],
    );
  }
}
