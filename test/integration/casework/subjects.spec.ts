import { randomUUID } from 'node:crypto';
import { localDate } from '@gongkai/calendar';
import type { CaseView, Command } from '@gongkai/contracts';
import { verifyChains, verifyReplay } from '@gongkai/casework';
import { atTheCounter, Office, refusalOf } from './office.js';

const day = localDate;
let office: Office;
beforeAll(async () => {
  office = await Office.open();
});
afterAll(() => office.close());
beforeEach(() => office.on('2026-03-02'));

const CASEWORKER = 'caseworker.bureau';
const refused = (id: string, command: Command, by = CASEWORKER) => refusalOf(office.handle(id, by, command));
const countOf = async (table: string): Promise<number> =>
  (await office.rows<{ count: number }>(`SELECT count(*)::int AS count FROM ${table}`))[0]?.count ?? -1;
const FILE = 'a'.repeat(64);

const idOf = (thing: { id: string } | undefined): string => thing?.id ?? '';

/** A file as an upload leaves it. */
async function upload(by: string): Promise<void> {
  const { organId, id } = office.person(by);
  await office.rows(
    `INSERT INTO stored_file (id, organ_id, name, mime, size, uploaded_by, uploaded_at)
     VALUES ($1, $2, '预算表.pdf', 'application/pdf', 1024, $3, now()) ON CONFLICT DO NOTHING`,
    [FILE, organId, id],
  );
}

describe('files', () => {
  test('of another organ, or of nobody, are unknown', async () => {
    await upload('clerk.street');
    const { id, items } = await office.accepted();
    const itemId = idOf(items[0]);
    const decide = { type: 'decideItem' as const, itemId, code: 'granted' as const, fileIds: [FILE, 'b'.repeat(64)] };
    expect(await refused(id, decide)).toMatchObject({ fields: ['fileIds.0 unknown-file', 'fileIds.1 unknown-file'] });
    expect(await refused(id, { ...decide, itemId: 'x' })).toMatchObject({
      fields: ['itemId unknown-item', 'fileIds.0 unknown-file', 'fileIds.1 unknown-file'],
    });
  });

  test('that came with the application or were made for an item are its documents', async () => {
    await upload('clerk.bureau');
    const { id, items } = await office.accepted({ fileIds: [FILE] });
    const command = { type: 'decideItem' as const, itemId: idOf(items[0]), code: 'granted' as const, fileIds: [FILE] };
    expect((await office.step(id, CASEWORKER, command)).items[0]).toMatchObject({ fileIds: [FILE] });
    await office.step(id, CASEWORKER, { type: 'sendCorrectionNotice', missing: '年度' });
    expect(await office.queries.documents(office.person(CASEWORKER), id)).toMatchObject({
      items: [
        { type: 'notice', kind: 'correction' },
        { type: 'file', id: FILE, name: '预算表.pdf', size: 1024, entry: 1, itemId: null },
      ],
    });
  });
});

test('what is withheld names the very record, where it is a file of the case', async () => {
  await upload('clerk.bureau');
  const { id, items } = await office.accepted({ fileIds: [FILE] });
  const found = { facts: '会议纪要一份', severability: '全文均为讨论意见' } as const;
  const refusal = { code: 'refused', ground: 'process_information', article: 'REG 16(2)', reasons: '讨论中', ...found } as const;
  const withheld = { type: 'decideItem', itemId: idOf(items[0]), ...refusal } as const;
  expect(await refused(id, { ...withheld, recordIds: [FILE, 'b'.repeat(64)] })).toMatchObject({
    fields: ['recordIds.1 unknown-record'],
  });
  const decided = await office.step(id, CASEWORKER, { ...withheld, recordIds: [FILE] });
  expect(decided.items[0]).toMatchObject({ decision: { recordIds: [FILE] }, fileIds: [], review: null });
});

describe('merge and link', () => {
  test('into an open case of the same applicant', async () => {
    const [one, other] = [await office.accepted(), await office.accepted()];
    const stranger = await office.accepted({ applicant: { kind: 'natural_person', category: 'natural_person', name: '王芳' } });
    const namesake = await office.accepted({
      applicant: { kind: 'natural_person', category: 'natural_person', name: '沈致远', idNumber: '110101198505050011' },
    });
    const offered = async ({ id }: CaseView): Promise<string[]> =>
      (await office.queries.mergeable(office.person(CASEWORKER), id)).items.map((row) => row.id);
    expect(await offered(one)).toContain(other.id);
    for (const no of [one, stranger, namesake]) expect(await offered(one)).not.toContain(no.id);
    const view = await office.step(one.id, CASEWORKER, { type: 'merge', intoCaseId: other.id });
    expect(await offered(other)).not.toContain(one.id);
    expect(view).toMatchObject({ state: 'closed', outcome: 'merged', closedOn: '2026-03-02' });
    expect(await refused(other.id, { type: 'merge', intoCaseId: one.id })).toMatchObject({ code: 'holds-merged-cases' });
    const held = await office.queries.view(office.person(CASEWORKER), other.id, 'en');
    expect(held.permitted.map(({ type }) => type)).not.toContain('merge');
    expect(held.refused).toContainEqual({
      type: 'withdraw',
      code: 'holds-merged-cases',
      article: 'REG 33',
      reason: expect.stringContaining(one.number),
    });
    const third = await office.accepted();
    expect(await refused(third.id, { type: 'merge', intoCaseId: one.id })).toMatchObject({ fields: ['intoCaseId closed-case'] });
  });

  test('into each other at once: one is, and the other is still to be answered', async () => {
    for (let i = 0; i < 12; i += 1) {
      const [one, other] = [await office.accepted(), await office.accepted()];
      const pairs = [[one, other] as const, [other, one] as const];
      const answers = await Promise.all(pairs.map(([from, into]) => refused(from.id, { type: 'merge', intoCaseId: into.id })));
      expect(answers.map(({ code }) => code).sort()).toEqual(['holds-merged-cases', 'nothing was refused']);
      const views = await Promise.all(pairs.map(([{ id }]) => office.queries.view(office.person(CASEWORKER), id)));
      expect(views.map(({ state }) => state).sort()).toEqual(['accepted', 'closed']);
    }
  });

  test('whose reply answers another case cannot be ended without one', async () => {
    const [one, other] = [await office.accepted(), await office.accepted()];
    await office.step(one.id, CASEWORKER, { type: 'merge', intoCaseId: other.id });
    const steps: readonly (readonly [Command, string])[] = [
      [{ type: 'voidCase', reason: '重复登记' }, 'approver.bureau'],
      [{ type: 'withdraw', how: '来信' }, CASEWORKER],
      [{ type: 'merge', intoCaseId: (await office.accepted()).id }, CASEWORKER],
    ];
    for (const [command, by] of steps) {
      const refusal = await refused(other.id, command, by);
      expect(refusal).toMatchObject({ code: 'holds-merged-cases' });
      expect(refusal.details).toMatchObject({
        article: 'REG 33',
        facts: { numbers: one.number },
        cases: [{ id: one.id, number: one.number }],
      });
    }
  });

  test('not into itself, another applicant’s, an unseen one, or none', async () => {
    const applicant = { kind: 'natural_person', category: 'natural_person', name: '李芳' } as const;
    const [one, other] = [await office.accepted(), await office.accepted({ applicant })];
    const unseen = await office.log(atTheCounter('2026-03-02'), 'clerk.street');
    const merge = (intoCaseId: string) => refused(one.id, { type: 'merge', intoCaseId });
    expect(await merge(one.id)).toMatchObject({ fields: ['intoCaseId same-case'] });
    expect(await merge(other.id)).toMatchObject({ fields: ['intoCaseId other-applicant'] });
    expect(await merge(unseen.id)).toMatchObject({ fields: ['intoCaseId unknown-case'] });
    expect(await merge('none')).toMatchObject({ fields: ['intoCaseId unknown-case'] });
    expect(await refused(one.id, { type: 'linkCase', caseId: unseen.id })).toMatchObject({ fields: ['caseId unknown-case'] });
    expect(await office.step(one.id, CASEWORKER, { type: 'linkCase', caseId: other.id })).toMatchObject({
      linkedCaseIds: [other.id],
    });
  });
});

describe('split', () => {
  test('opens a case with the items, the applicant and the receipt of the first', async () => {
    office.on('2026-03-04');
    const receipt = { channel: 'ordinary_mail' as const, arrivedOn: day('2026-03-03'), confirmedOn: day('2026-03-04') };
    const { id, items, number, applicant } = await office.accepted({ receipt });
    await office.step(id, CASEWORKER, { type: 'claim' });
    const [, second] = items;
    office.on('2026-03-09');
    const view = await office.step(id, CASEWORKER, { type: 'split', items: [idOf(second)] });
    expect(view.items).toHaveLength(1);
    const [row] = await office.rows<{ id: string }>('SELECT id FROM case_file WHERE file::text LIKE $1 AND id <> $2', [
      `%${idOf(second)}%`,
      id,
    ]);
    const child = await office.queries.view(office.person(CASEWORKER), idOf(row));
    expect(view.linkedCaseIds).toEqual([child.id]);
    expect(child.linkedCaseIds).toEqual([id]);
    expect(child).toMatchObject({
      state: 'received',
      applicant: { id: applicant.id, name: applicant.name },
      items: [{ description: second?.description }],
      receipt: { channel: 'ordinary_mail', receivedOn: '2026-03-04' },
      assignee: { id: office.person(CASEWORKER).id },
      deadlines: { finalDue: '2026-04-01' },
    });
    expect(child.number).not.toBe(number);
    expect(await refused(id, { type: 'split', items: [idOf(items[0])] })).toMatchObject({ code: 'step-not-permitted' });
  });

  test('leaves at least one item behind, and nothing when refused', async () => {
    const { id, items } = await office.accepted();
    const before = [await countOf('case_file'), await countOf('number_series'), await lastNumber()];
    expect(await refused(id, { type: 'split', items: items.map((item) => item.id) })).toMatchObject({
      fields: ['items all-items'],
    });
    expect([await countOf('case_file'), await countOf('number_series'), await lastNumber()]).toEqual(before);
  });
});

const lastNumber = async (): Promise<unknown> =>
  office.rows(`SELECT organ_id, last FROM number_series WHERE kind = 'case' ORDER BY organ_id`);

describe('correct', () => {
  const entryOf = async (id: string, type: string): Promise<string> => {
    const { items } = await office.queries.journal(office.person(CASEWORKER), id, { limit: 50 });
    return items.find((entry) => entry.type === type)?.id ?? '';
  };
  const correct = (entryId: string, fields: Record<string, unknown>): Command => ({
    type: 'correctFact',
    entryId,
    fields,
    reason: '笔误',
  });

  test('a day that moves the date: everything after it is replayed, and somebody has to confirm', async () => {
    office.on('2026-03-03');
    const { id } = await office.accepted({ receipt: { channel: 'ems', signedOn: day('2026-03-02') } });
    office.on('2026-03-05');
    const entryId = await entryOf(id, 'APPLICATION_RECEIVED');
    const view = await office.step(id, CASEWORKER, correct(entryId, { receipt: { channel: 'ems', signedOn: '2026-03-03' } }));
    expect(view).toMatchObject({
      state: 'accepted',
      receipt: { signedOn: '2026-03-03', receivedOn: '2026-03-03' },
      deadlines: { finalDue: '2026-03-31' },
      toConfirm: [{ about: entryId, reason: 'fact-corrected', by: office.person(CASEWORKER).id }],
    });
    const next = await office.step(id, CASEWORKER, { type: 'claim' });
    expect(next.deadlines.finalDue).toBe('2026-03-31');
  });

  test('what moves nothing needs nobody', async () => {
    const { id } = await office.accepted();
    await office.step(id, CASEWORKER, { type: 'recordSearch', where: '档案室', words: '改造', result: '无' });
    const view = await office.step(id, CASEWORKER, correct(await entryOf(id, 'SEARCH_RECORDED'), { where: '资料室' }));
    expect(view.toConfirm).toEqual([]);
  });

  test('only what the entry says, in its own terms, and nothing of tomorrow', async () => {
    const { id } = await office.accepted();
    await office.step(id, CASEWORKER, { type: 'askReasons', reason: 'too many' });
    await office.step(id, CASEWORKER, { type: 'recordComplaint' });
    const entryId = await entryOf(id, 'COMPLAINT_RECORDED');
    expect(await refused(id, correct(await entryOf(id, 'ACCEPTED'), { where: '档案室' }))).toMatchObject({
      fields: ['fields.where field-not-correctable'],
    });
    expect(await refused(id, correct(randomUUID(), { on: '2026-03-02' }))).toMatchObject({ fields: ['entryId unknown-entry'] });
    expect(await refused(id, correct(entryId, { type: 'NOTED' }))).toMatchObject({
      fields: ['fields.type field-not-correctable'],
    });
    expect(await refused(id, correct(entryId, { on: 5 }))).toMatchObject({ fields: ['fields.on wrong-type'] });
    expect(await refused(id, correct(entryId, { on: '2026-03-03' }))).toMatchObject({ fields: ['fields.on future-date'] });
    expect(await refused(id, correct(entryId, {}))).toMatchObject({ fields: ['fields required'] });
    const opened = await entryOf(id, 'APPLICATION_RECEIVED');
    const unsettled = { receipt: { channel: 'web', submittedOn: '2026-03-02' } };
    expect(await refused(id, correct(opened, unsettled))).toMatchObject({ code: 'invalid-request' });
    expect(await refused(id, correct(opened, { receipt: { channel: 'pigeon' } }))).toMatchObject({
      fields: ['fields.receipt.channel unknown-type'],
    });
  });
});

test('a case opened by mistake is closed by an approver', async () => {
  const { id } = await office.accepted();
  const view = await office.step(id, 'approver.bureau', { type: 'voidCase', reason: '重复登记' });
  expect(view).toMatchObject({ state: 'closed', outcome: 'other', voided: true });
});

test('time itself: a lapse is journalled by the clock, once for its envelope', async () => {
  const { id } = await office.accepted();
  const asked = await office.step(id, CASEWORKER, { type: 'askThirdParty', party: '某公司' });
  const consultationId = asked.consultations[0]?.id ?? '';
  await office.step(id, CASEWORKER, { type: 'recordService', consultationId, how: 'EMS' });
  office.on('2026-03-24');
  const envelope = {
    id: randomUUID(),
    caseId: id,
    actor: 'clock' as const,
    command: { type: 'lapseConsultation' as const, consultationId },
  };
  const { view } = await office.desk.handle(envelope);
  expect(view).toMatchObject({ clock: 'running', permitted: [], consultations: [{ closedOn: '2026-03-23' }] });
  expect(await office.desk.handle(envelope)).toMatchObject({ replayed: true, view: { version: view.version } });
  const [row] = await office.rows<object>('SELECT actor_id, type FROM journal WHERE id = $1', [envelope.id]);
  expect(row).toEqual({ actor_id: 'clock', type: 'CONSULTATION_LAPSED' });
});

test('a write that fails leaves nothing behind', async () => {
  const { id } = await office.accepted();
  const tables = ['journal', 'outbox', 'deadline', 'alarm', 'idempotency_key', 'number_series'];
  const before = await Promise.all(tables.map(countOf));
  await office.rows(`ALTER TABLE outbox ADD CONSTRAINT broken CHECK (job <> 'case-changed') NOT VALID`);
  const command = { type: 'sendCorrectionNotice' as const, missing: '年度' };
  const idempotency = { scope: 's', key: 'k', requestHash: 'h' };
  await expect(office.handle(id, CASEWORKER, command, { idempotency })).rejects.toThrow('broken');
  await office.rows('ALTER TABLE outbox DROP CONSTRAINT broken');
  expect(await Promise.all(tables.map(countOf))).toEqual(before);
  expect(await office.queries.view(office.person(CASEWORKER), id)).toMatchObject({ version: 2, notices: [] });
  expect((await office.handle(id, CASEWORKER, command, { idempotency })).replayed).toBe(false);
});

test('at the end everything that is stored is what the journals tell', async () => {
  const { cases, differences } = await verifyReplay({ pool: office.pool, laws: office.laws });
  expect(cases).toBeGreaterThan(10);
  expect(differences).toEqual([]);
  expect((await verifyChains(office.pool)).broken).toEqual([]);
});
