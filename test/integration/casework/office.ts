import { randomUUID } from 'node:crypto';
import { localDate } from '@gongkai/calendar';
import {
  CaseDesk,
  CaseQueries,
  Directory,
  lawShelf,
  loadOrgans,
  readDemoOrgans,
  type Answer,
  type Envelope,
  type Person,
} from '@gongkai/casework';
import type { CaseView, Command, NewApplication, Refusal } from '@gongkai/contracts';
import { CommandPool, createDataSource, ManualClock, Sealer } from '@gongkai/platform';
import type { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';

/** An office at work: a database of its own, the demonstration's people, a clock that stands still. */
export class Office {
  readonly clock = new ManualClock(localDate('2026-03-02'));
  readonly laws = lawShelf('config');
  readonly sealer = new Sealer(['a secret of the tests, long enough to be one']);
  readonly desk: CaseDesk;
  readonly queries: CaseQueries;
  readonly #people = new Map<string, Person>();

  private constructor(
    readonly database: TestDatabase,
    readonly pool: CommandPool,
    readonly source: DataSource,
  ) {
    const parts = { pool, clock: this.clock, laws: this.laws, sealer: this.sealer };
    this.desk = new CaseDesk(parts);
    this.queries = new CaseQueries(parts);
  }

  /** @param given a migrated, empty database; `close` drops it. One of the shared server where none is given */
  static async open(given?: TestDatabase): Promise<Office> {
    const database = given ?? (await createTestDatabase());
    const source = await createDataSource(database.url).initialize();
    await loadOrgans(source, readDemoOrgans('config'), { since: localDate('2019-01-01'), password: 'gongkai-demo' });
    const office = new Office(database, new CommandPool({ url: database.url, max: 20 }), source);
    await office.#meet();
    return office;
  }

  async #meet(): Promise<void> {
    const directory = new Directory(this.source, this.clock);
    const rows = await this.source.query<{ username: string }[]>('SELECT username FROM person');
    for (const { username } of rows) {
      const person = await directory.byUsername(username);
      if (person) this.#people.set(username, person);
    }
  }

  /** Reads a person anew, with what they may do today. */
  async meetAgain(username: string): Promise<Person> {
    const person = await new Directory(this.source, this.clock).byUsername(username);
    if (!person) throw new Error(`Nobody is called ${username}`);
    this.#people.set(username, person);
    return person;
  }

  async close(): Promise<void> {
    await this.pool.close();
    await this.source.destroy();
    await this.database.drop();
  }

  /** @param username e.g. `clerk.bureau` */
  person(username: string): Person {
    const person = this.#people.get(username);
    if (!person) throw new Error(`Nobody is called ${username}`);
    return person;
  }

  on(day: string): void {
    this.clock.set(localDate(day));
  }

  async log(body: NewApplication, by = 'clerk.bureau'): Promise<CaseView> {
    return (await this.desk.open({ id: randomUUID(), actor: this.person(by), body })).view;
  }

  envelope(caseId: string, by: string, command: Command, more: Partial<Envelope> = {}): Envelope {
    return { id: randomUUID(), caseId, actor: this.person(by), command, ...more };
  }

  async step(caseId: string, by: string, command: Command, more: Partial<Envelope> = {}): Promise<CaseView> {
    return (await this.handle(caseId, by, command, more)).view;
  }

  handle(caseId: string, by: string, command: Command, more: Partial<Envelope> = {}): Promise<Answer> {
    return this.desk.handle(this.envelope(caseId, by, command, more));
  }

  /** Handed in at the counter of the bureau on 2 March 2026, and accepted. */
  async accepted(more: Partial<NewApplication> = {}): Promise<CaseView> {
    const { id } = await this.log(atTheCounter('2026-03-02', more));
    return this.step(id, 'caseworker.bureau', { type: 'accept' });
  }

  /** Every item decided as published already, the reply approved and signed, all today. */
  async sign({ id, items, organ }: CaseView): Promise<CaseView> {
    const step = (by: string, command: Command) => this.step(id, `${by}.${organ}`, command);
    for (const item of items)
      await step('caseworker', { type: 'decideItem', itemId: item.id, code: 'already_public', otherOrgan: '门户网站' });
    await step('caseworker', { type: 'submitForApproval' });
    await step('approver', { type: 'approve' });
    return step('approver', { type: 'signReply' });
  }

  async rows<Row>(text: string, values: unknown[] = []): Promise<Row[]> {
    return this.source.query<Row[]>(text, values);
  }
}

const day = localDate;

/** An application of a person who comes to the counter. */
export const atTheCounter = (submittedOn: string, more: Partial<NewApplication> = {}): NewApplication => ({
  receipt: { channel: 'in_person', submittedOn: day(submittedOn) },
  applicant: {
    kind: 'natural_person',
    category: 'natural_person',
    name: '沈致远',
    idType: 'id_card',
    idNumber: '110101199001016620',
    phone: '13800000000',
    email: 'shen@example.org',
    address: '幸福路1号',
  },
  items: [{ description: '2025年度老旧小区改造项目资金使用情况' }, { description: '改造项目招标文件', period: '2025' }],
  wantedForm: 'paper',
  delivery: 'post',
  ...more,
});

/** The code and the fields of a refusal. */
export async function refusalOf(
  work: Promise<unknown>,
): Promise<{ code: string; fields: string[]; details: Refusal['details'] }> {
  try {
    await work;
  } catch (problem) {
    const { code, fields, details } = problem as Refusal;
    return {
      code,
      fields: (fields as Refusal['fields'] | undefined)?.map((field) => `${field.path} ${field.code}`) ?? [String(problem)],
      details,
    };
  }
  return { code: 'nothing was refused', fields: [], details: {} };
}

/** The desk of the same office, where it charges the processing fee. */
export function chargingDesk({ pool, clock, laws, sealer }: Office): CaseDesk {
  const lawOf: typeof laws.lawOf = (statute, on) => ({ ...laws.lawOf(statute, on), feeEnabled: true });
  return new CaseDesk({ pool, clock, sealer, laws: { ...laws, lawOf } });
}
