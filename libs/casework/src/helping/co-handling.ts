import { randomUUID } from 'node:crypto';
import { Refusal, type HelpAnswer, type HelpAsked, type Language, type Helper, type PersonRef } from '@gongkai/contracts';
import { ledgerOf, unitDue, type CaseFile, type ChartValue, type UnitRequest } from '@gongkai/lifecycle';
import { EVERYTHING, withSight, type Statement } from '@gongkai/platform';
import type { ReminderLadders } from '@gongkai/statutes';
import type { CaseDesk, DeskParts } from '../desk/case-desk.js';
import { readCase, readSurroundings, storedCase } from '../desk/stored-case.js';
import type { Person } from '../person.js';
import { presented } from '../queries/present.js';
import { canSee } from '../visibility.js';
import { readHelpers, readInHand, type InHand } from './helpers.js';

type Row = {
  readonly id: string;
  readonly number: string;
  readonly statute: string;
  readonly machine_version: number;
  readonly clock_edition: number | null;
  readonly file: CaseFile;
  readonly value: ChartValue;
  readonly organ_id: string;
  readonly organ_path: readonly string[];
  readonly code: string;
  readonly name_zh: string;
  readonly name_en: string;
  /** Whom each request that the reader can answer was asked of, by its id. */
  readonly asked: Readonly<Record<string, PersonRef>>;
};

/**
 * Open cases in which the reader can answer for a unit, with whom each request was asked of: the reader, whom they stand in for on the
 * day, or whom they were reminded for because nobody named stands in. Who was told as the substitute of somebody else is not meant.
 */
const ASKED_OF: Statement['text'] = `
  SELECT case_file.id, case_file.number, case_file.statute, case_file.machine_version, case_file.clock_edition, case_file.file, case_file.value, found.asked,
         organ.id AS organ_id, organ.path AS organ_path, organ.code, organ.name_zh, organ.name_en
    FROM case_file JOIN organ ON organ.id = case_file.organ_id
   CROSS JOIN LATERAL (
     SELECT jsonb_object_agg(one ->> 'id', jsonb_build_object('id', person.id, 'name', person.name)) AS asked
       FROM jsonb_array_elements(case_file.file -> 'unitRequests') AS one JOIN person ON person.id = (one ->> 'person')::uuid
      WHERE one ->> 'answeredOn' IS NULL AND (
        person.id = $1
        OR EXISTS (SELECT FROM absence WHERE person_id = person.id AND substitute_id = $1 AND $2 BETWEEN from_day AND to_day)
        OR EXISTS (
          SELECT FROM notification AS told
           WHERE told.case_id = case_file.id AND told.subject = 'unitDue:' || (one ->> 'id') AND told.kind = 'reminder'
             AND told.person_id = $1 AND told.for_person_id IS NOT NULL AND told.told_as = ANY ($3)))) AS found
   WHERE 'unit' = ANY (case_file.waits) AND case_file.closed_on IS NULL AND found.asked IS NOT NULL
   ORDER BY case_file.opened_on, case_file.number`;

/** The files are the case's as well, as far as they are of the helper's organ: the same content, kept once. */
const HAND_OVER = `
  INSERT INTO stored_file (id, organ_id, name, mime, size, uploaded_by, uploaded_at)
  SELECT id, $2, name, mime, size, uploaded_by, uploaded_at FROM stored_file WHERE organ_id = $3 AND id = ANY ($1)
  ON CONFLICT DO NOTHING`;

type Found = { readonly row: Row; readonly request: UnitRequest; readonly asked: PersonRef };
type Parts = DeskParts & { readonly desk: Pick<CaseDesk, 'handle'> };

/**
 * Who is asked to help with a case answers here, also in an organ below, where the case itself is out of sight: they read what the
 * co-handling letter says, and their one step is the answer.
 */
export class CoHandling {
  constructor(private readonly parts: Parts) {}

  /** Who can be asked to help with a case, with what they have in hand; the reader left out. @throws Refusal `case-not-found` */
  async helpers(person: Person, caseId: string): Promise<readonly Helper[]> {
    const [rows, around] = await Promise.all([this.#query(readCase(caseId, 'none')), this.#query(readSurroundings(caseId))]);
    const { row } = storedCase(rows, around, person);
    const all = await this.#query<Omit<Helper, keyof InHand> & PersonRef>(readHelpers(row.id, this.parts.clock.today()));
    const others = all.filter(({ id }) => id !== person.id);
    // Their own cases are out of sight: of them only a number is told.
    const counted = await beyondSight(() => this.#query<InHand>(readInHand(others.map(({ id }) => id))));
    const inHand = new Map(counted.map((one) => [one.id, one]));
    return others.map((one) => ({ ...one, ...(inHand.get(one.id) ?? { openCases: 0, capacity: null, openRequests: 0 }) }));
  }

  /** What the reader, or whom they stand in for or were reminded for, was asked and has not answered, the first to answer on top. */
  async asked(person: Person): Promise<readonly HelpAsked[]> {
    const found = await beyondSight(() => this.#open(person));
    return found.map((one) => this.#viewOf(one, person)).toSorted((a, b) => (a.due < b.due ? -1 : 1));
  }

  /**
   * Answers for the unit; files that go along become the case's.
   * @throws Refusal `help-not-asked` for what was asked of somebody else, is answered or over, and as the step `recordUnitAnswer`
   */
  async answer(
    person: Person,
    requestId: string,
    said: HelpAnswer & { readonly language: Language },
  ): Promise<readonly HelpAsked[]> {
    const found = (await beyondSight(() => this.#open(person))).find(({ request }) => request.id === requestId);
    if (found === undefined) throw new Refusal('help-not-asked');
    await beyondSight(() => this.#record(person, found, said));
    return this.asked(person);
  }

  async #record(person: Person, { row, request }: Found, said: HelpAnswer & { readonly language: Language }): Promise<void> {
    const { language, fileIds, ...answered } = said;
    if (fileIds !== undefined && row.organ_id !== person.organId)
      await this.#query({ text: HAND_OVER, values: [fileIds, row.organ_id, person.organId] });
    await this.parts.desk.handle({
      id: randomUUID(),
      caseId: row.id,
      actor: asHelper(person, row),
      language,
      command: { type: 'recordUnitAnswer', requestId: request.id, ...answered, ...(fileIds === undefined ? {} : { fileIds }) },
    });
  }

  async #open({ id }: Person): Promise<readonly Found[]> {
    const { laws, clock } = this.parts;
    const today = clock.today();
    const values = [id, today, askedLists(laws.lawOf(laws.statute, today).reminders)];
    const rows = await this.#query<Row>({ name: 'asked-to-help', text: ASKED_OF, values });
    return (await presented(rows, this.parts)).flatMap((row) =>
      row.file.unitRequests.flatMap((request) => {
        const asked = row.asked[request.id];
        return asked === undefined || request.answeredOn !== null ? [] : [{ row, request, asked }];
      }),
    );
  }

  #viewOf({ row, request, asked }: Found, person: Person): HelpAsked {
    const { laws, clock } = this.parts;
    const law = laws.lawOf(row.statute, clock.today(), row.organ_id, row.clock_edition);
    const due = unitDue(request, law.calendar);
    const { finalDue, provisionalFinalDue = null } = ledgerOf(row.file, law, { asOf: clock.today(), derivation: false });
    const { id, unit, task, askedOn } = request;
    return {
      ...{ id, unit, task, askedOn, due, provisional: law.calendar.isProvisional(due) },
      case: { id: row.id, number: row.number, inSight: canSee(person, row.organ_path) },
      organ: { code: row.code, name: { 'zh-CN': row.name_zh, en: row.name_en } },
      items: row.file.items.map(({ description }) => description),
      replyDue: finalDue ?? provisionalFinalDue,
      inSteadOf: asked.id === person.id ? null : asked,
    };
  }

  async #query<Result extends object>(statement: Statement): Promise<readonly Result[]> {
    return (await this.parts.pool.query<Result>(statement)).rows;
  }
}

/** A case may be of an organ out of sight: what is read and done of it is what its co-handling letter asks for, or it is counted. */
const beyondSight = <T>(work: () => T): T => withSight(EVERYTHING, work);

/** The lists by which who was asked is reminded. */
const askedLists = ({ recipients }: ReminderLadders): string[] =>
  Object.keys(recipients).filter((name) => recipients[name]?.of === 'asked');

/** Whoever was asked takes this one step in the case, whatever their posts are at home; the journal names them. */
const asHelper = (person: Person, { organ_id: organId, code: organCode, organ_path: organPath }: Row): Person => ({
  ...person,
  ...{ organId, organCode, organPath },
  ...{ roles: ['caseworker'], ogiHead: false, titles: [], seesBelow: false, standsFor: [], substituteFor: [] },
});
