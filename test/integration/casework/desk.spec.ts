import { randomUUID } from 'node:crypto';
import { localDate } from '@gongkai/calendar';
import type { Answer, Idempotency } from '@gongkai/casework';
import type { CaseView, NewApplication } from '@gongkai/contracts';
import { entryHash } from '@gongkai/platform';
import { atTheCounter, Office, refusalOf } from './office.js';

const FILE = { type: 'file', unproven: 'the slips lie in the paper folder', unkept: 'so do the letters' } as const;

const day = localDate;
let office: Office;
beforeAll(async () => {
  office = await Office.open();
});
afterAll(() => office.close());
beforeEach(() => office.on('2026-03-02'));

const numbersOf = (views: readonly CaseView[]): number[] =>
  views.map(({ number }) => Number(/〕(\d+)号$/.exec(number)?.[1])).sort((a, b) => a - b);
const countOf = async (table: string): Promise<number> =>
  (await office.rows<{ count: number }>(`SELECT count(*)::int AS count FROM ${table}`))[0]?.count ?? -1;

describe('an application is logged', () => {
  test('the case has its number, its date of receipt and its first deadlines', async () => {
    const view = await office.log(atTheCounter('2026-03-02'));
    expect(view).toMatchObject({
      version: 1,
      organ: 'bureau',
      state: 'received',
      light: 'green',
      clock: 'running',
      receipt: { channel: 'in_person', submittedOn: '2026-03-02', receivedOn: '2026-03-02', rule: 'receipt.in_person' },
      applicant: { name: '沈致远', idNumber: '****6620', phone: '13800000000' },
      deadlines: { receivedOn: '2026-03-02', correctionNoticeDeadline: '2026-03-11', finalDue: '2026-03-30', clock: 'running' },
      daysLeft: 20,
      assignee: null,
      outcome: null,
    });
    expect(view.number).toMatch(/^[^〔]+〔2026〕[1-9]\d*号$/);
    expect(view.refused.find(({ type }) => type === 'accept')).toMatchObject({ code: 'role-missing' });
    expect(view.permitted.map(({ type }) => type)).toContain('register');
  });

  test('personal data is in no fact and in no column in clear', async () => {
    const fax = { receipt: { channel: 'fax' as const, submittedOn: day('2026-03-02'), faxNumber: '0571-87654321' } };
    const { id, receipt } = await office.log(atTheCounter('2026-03-02', fax));
    expect(receipt).toMatchObject({ faxNumber: '0571-87654321' });
    const texts = await office.rows<{ text: string }>(
      `SELECT case_file::text AS text FROM case_file WHERE id = $1
        UNION ALL SELECT journal::text FROM journal WHERE case_id = $1
        UNION ALL SELECT applicant::text FROM applicant`,
      [id],
    );
    const all = texts.map(({ text }) => text).join();
    for (const secret of ['110101199001016620', '13800000000', 'shen@example.org', '幸福路1号', '87654321'])
      expect(all).not.toContain(secret);
  });

  const wrong: [string, Partial<NewApplication>, string[]][] = [
    ['signed tomorrow', { receipt: { channel: 'ems', signedOn: day('2026-03-03') } }, ['receipt.signedOn future-date']],
    [
      'signed before it was posted',
      { receipt: { channel: 'ems', postedOn: day('2026-03-01'), signedOn: day('2026-02-27') } },
      ['receipt.signedOn signed-before-posted'],
    ],
    [
      'confirmed before it came',
      { receipt: { channel: 'web', submittedOn: day('2026-02-27'), confirmedOn: day('2026-02-26') } },
      ['receipt.confirmedOn confirmed-before-arrival'],
    ],
    ['with a file nobody has', { fileIds: ['f'.repeat(64)] }, ['fileIds.0 unknown-file']],
  ];
  test.each(wrong)('%s: refused by its field, and nothing is left', async (_name, more, fields) => {
    const before = [await countOf('case_file'), await countOf('applicant'), await countOf('journal'), await countOf('outbox')];
    const refusal = await refusalOf(office.log(atTheCounter('2026-03-02', more)));
    expect(refusal).toMatchObject({ code: 'invalid-request', fields });
    expect([await countOf('case_file'), await countOf('applicant'), await countOf('journal'), await countOf('outbox')]).toEqual(
      before,
    );
  });

  test('by who logs no applications, or into another organ: refused', async () => {
    expect(await refusalOf(office.log(atTheCounter('2026-03-02'), 'reviewer.bureau'))).toMatchObject({ code: 'role-missing' });
    expect(await refusalOf(office.log(atTheCounter('2026-03-02', { organ: 'street' })))).toMatchObject({ code: 'role-missing' });
    expect((await office.log(atTheCounter('2026-03-02', { organ: 'bureau' }))).organ).toBe('bureau');
  });

  test('late, with a reason or without: somebody else has to confirm; one working day later is in good time', async () => {
    office.on('2026-03-06');
    expect((await office.log(atTheCounter('2026-03-04'))).toConfirm).toMatchObject([{ reason: 'logged-late' }]);
    const explained = await office.log(atTheCounter('2026-03-04', { lateReason: '收发室漏转' }));
    expect(explained).toMatchObject({ lateReasonMissing: false, toConfirm: [{ reason: 'logged-late' }] });
    expect((await office.log(atTheCounter('2026-03-05'))).toConfirm).toEqual([]);
  });

  test('thirty at once are numbered without a gap, and each organ counts for itself', async () => {
    const street = await Promise.all(Array.from({ length: 30 }, () => office.log(atTheCounter('2026-03-02'), 'clerk.street')));
    expect(numbersOf(street)).toEqual(Array.from({ length: 30 }, (_, i) => i + 1));
    const refused = await refusalOf(office.log(atTheCounter('2026-04-02'), 'clerk.street'));
    expect(refused.code).toBe('invalid-request');
    expect(numbersOf([await office.log(atTheCounter('2026-03-02'), 'caseworker.street')])).toEqual([31]);
    const later = Array.from({ length: 20 }, () => office.log(atTheCounter('2026-03-02'), 'clerk.street'));
    await office.rows(`UPDATE organ SET number_format = '{prefix}{year}-{n:4}' WHERE code = 'street'`);
    later.push(office.log(atTheCounter('2026-03-02'), 'clerk.street'));
    const ids = (await Promise.all(later)).map(({ id }) => id);
    const given = await office.rows<{ id: string; number: string; number_year: number; serial: number }>(
      `SELECT id, number, number_year, serial FROM case_file WHERE id IN (${ids.map((id) => `'${id}'`).join()}) ORDER BY serial`,
    );
    expect(given.map(({ number_year, serial }) => [number_year, serial])).toEqual(ids.map((_, i) => [2026, 32 + i]));
    expect(given.map(({ number }) => Number(/0*(\d+)号?$/.exec(number)?.[1]))).toEqual(given.map(({ serial }) => serial));
    // Who came after the change has the new format, whichever place it was given among those who were under way.
    expect(given.find(({ id }) => id === ids.at(-1))?.number).toMatch(/2026-00\d\d$/);
    await office.rows(`UPDATE organ SET number_format = DEFAULT WHERE code = 'street'`);
    office.on('2027-01-04');
    expect((await office.log(atTheCounter('2027-01-04'), 'clerk.street')).number).toMatch(/〔2027〕1号$/);
  });
});

describe('the same again', () => {
  const key = (requestHash = 'a', scope = 'clerk POST /cases'): Idempotency => ({ scope, key: 'K-1', requestHash });
  const open = (idempotency: Idempotency): Promise<Answer> =>
    office.desk.open({ id: randomUUID(), actor: office.person('clerk.bureau'), body: atTheCounter('2026-03-02'), idempotency });

  test('with the same key and body: the first answer, and nothing is done twice', async () => {
    const [first, ...others] = await Promise.all([open(key()), open(key()), open(key())]);
    const { id } = first.view;
    await office.step(id, 'clerk.bureau', { type: 'register' });
    const again = await open(key());
    expect([first, ...others].filter(({ replayed }) => !replayed)).toHaveLength(1);
    expect(again).toEqual({ status: 201, caseId: id, replayed: true, view: first.view });
    expect(again.view.applicant.phone).toBe('13800000000');
    const kept = await office.rows<{ text: string }>('SELECT idempotency_key::text AS text FROM idempotency_key');
    expect(kept[0]?.text).not.toContain('13800000000');
  });

  test('with the same key and another body: refused', async () => {
    expect(await refusalOf(open(key('b')))).toMatchObject({ code: 'idempotency-key-reused' });
    expect((await open(key('b', 'clerk2 POST /cases'))).replayed).toBe(false);
  });

  test('a command: by its key, and by the id of its envelope', async () => {
    const { id } = await office.log(atTheCounter('2026-03-02'));
    const envelope = office.envelope(id, 'clerk.bureau', { type: 'register' }, { idempotency: key('a', `clerk ${id}`) });
    const [first, second] = await Promise.all([office.desk.handle(envelope), office.desk.handle(envelope)]);
    expect([first.replayed, second.replayed].sort()).toEqual([false, true]);
    expect(second.view).toEqual(first.view);
    const elsewhere = await office.log(atTheCounter('2026-03-02'));
    expect(await refusalOf(office.handle(elsewhere.id, 'clerk.bureau', { type: 'register' }, { id: envelope.id }))).toMatchObject(
      {
        code: 'idempotency-key-reused',
      },
    );
    const { idempotency: _, ...bare } = envelope;
    expect(await office.desk.handle(bare)).toMatchObject({ replayed: true, view: { version: 2, state: 'registered' } });
    expect(await countOf(`journal WHERE case_id = '${id}'`)).toBe(2);
  });

  test('a refusal is not kept', async () => {
    const { id } = await office.log(atTheCounter('2026-03-02'));
    const idempotency = key('a', `caseworker ${id}`);
    const claim = (by: string) => office.handle(id, by, { type: 'accept' }, { idempotency });
    expect(await refusalOf(claim('clerk.bureau'))).toMatchObject({ code: 'role-missing' });
    expect((await claim('caseworker.bureau')).replayed).toBe(false);
  });
});

describe('one case, many hands', () => {
  test('twenty at once: one wins, the others learn what is permitted now', async () => {
    const { id } = await office.log(atTheCounter('2026-03-02'));
    const all = await Promise.all(
      Array.from({ length: 20 }, () => refusalOf(office.handle(id, 'caseworker.bureau', { type: 'accept' }))),
    );
    const refused = all.filter(({ code }) => code !== 'nothing was refused');
    expect(refused).toHaveLength(19);
    for (const { code, details } of refused) {
      expect(code).toBe('step-not-permitted');
      expect(details).toMatchObject({ version: 2, reason: 'not-at-this-stage' });
      expect(details.permitted).toContainEqual({ type: 'sendCorrectionNotice' });
    }
  });

  test('what is ticked off a list stands in the case with who did it, in the words of who asks, also when it is told again', async () => {
    const { id } = await office.log(atTheCounter('2026-03-02'));
    const tick = { type: 'tick' as const, item: 'applicant_known', done: true };
    const { checklists, people } = await office.step(id, 'clerk.bureau', tick, { language: 'en' });
    const { id: by, name } = office.person('clerk.bureau');
    expect(checklists[0]).toMatchObject({ id: 'accepting', name: 'Before accepting', before: 'accept', isCurrent: true });
    expect(checklists[0]?.items[0]).toEqual({
      id: 'applicant_known',
      text: 'Name, proof of identity and contact are there',
      article: 'REG 29',
      required: false,
      ticked: { by, on: '2026-03-02' },
    });
    expect(people[by]).toBe(name);
    const undone = await office.step(id, 'caseworker.bureau', { ...tick, done: false });
    expect(undone.checklists[0]?.items.map(({ ticked }) => ticked)).toEqual([null, null, null, null, null]);
  });

  test('twenty on the same version: one wins, the others are told how the case stands now', async () => {
    const { id } = await office.log(atTheCounter('2026-03-02'));
    const note = { type: 'note' as const, text: '电话询问' };
    const all = await Promise.all(
      Array.from({ length: 20 }, () => refusalOf(office.handle(id, 'clerk.bureau', note, { expectedVersion: 1 }))),
    );
    expect(all.filter(({ code }) => code === 'nothing was refused')).toHaveLength(1);
    const { permitted } = await office.queries.view(office.person('clerk.bureau'), id);
    const told = { version: 2, state: 'received', permitted: permitted.map(({ type }) => ({ type })) };
    expect(all.filter(({ code }) => code === 'case-changed').map(({ details }) => details)).toEqual(new Array(19).fill(told));
  });

  test('twenty notes without a version: all of them, one after the other', async () => {
    const { id } = await office.log(atTheCounter('2026-03-02'));
    await Promise.all(Array.from({ length: 20 }, (_, i) => office.step(id, 'clerk.bureau', { type: 'note', text: `第${i}次` })));
    const { items } = await office.queries.journal(office.person('clerk.bureau'), id, { limit: 50 });
    expect(items.map(({ seq }) => seq)).toEqual(Array.from({ length: 21 }, (_, i) => i + 1));
    for (const [i, { hash, ...entry }] of items.entries()) {
      expect(hash).toBe(entryHash(entry));
      expect(entry.previousHash).toBe(items[i - 1]?.hash ?? '0'.repeat(64));
    }
  });

  test('role before version, version before stage', async () => {
    const { id } = await office.log(atTheCounter('2026-03-02'));
    const stale = { expectedVersion: 7 };
    expect((await refusalOf(office.handle(id, 'clerk.bureau', { type: 'accept' }, stale))).code).toBe('role-missing');
    expect((await refusalOf(office.handle(id, 'archivist.bureau', FILE, stale))).code).toBe('case-changed');
    expect((await refusalOf(office.handle(id, 'archivist.bureau', FILE))).code).toBe('step-not-permitted');
  });

  test('a preview shows what would be and does nothing', async () => {
    const { id } = await office.log(atTheCounter('2026-03-02'));
    await office.step(id, 'caseworker.bureau', { type: 'accept' });
    const command = { type: 'sendCorrectionNotice' as const, missing: '年度不明' };
    const preview = await office.desk.preview(office.envelope(id, 'caseworker.bureau', command));
    expect(preview).toMatchObject({
      state: 'accepted',
      notices: [{ kind: 'correction', number: null, dispatchedOn: '2026-03-02' }],
      told: expect.arrayContaining([{ who: 'applicant', by: 'notice', kind: 'correction' }]),
    });
    const proposal = { type: 'askSecrecyAuthority' as const, party: '保密局' };
    expect((await office.desk.preview(office.envelope(id, 'caseworker.bureau', proposal))).changes).toContainEqual({
      deadline: 'finalDue',
      before: '2026-03-30',
      after: null,
    });
    expect(await office.queries.view(office.person('clerk.bureau'), id)).toMatchObject({ version: 2, notices: [] });
    expect((await refusalOf(office.desk.preview(office.envelope(id, 'clerk.bureau', command)))).code).toBe('role-missing');
  });
});

describe('who may see a case', () => {
  const seen = async (id: string, by: string): Promise<string> =>
    (await refusalOf(office.queries.view(office.person(by), id))).code;
  const here = 'nothing was refused';

  test('the own organ; supervisor and auditor also what is below; nobody what is beside or above', async () => {
    const { id: street } = await office.log(atTheCounter('2026-03-02'), 'clerk.street');
    const { id: district } = await office.log(atTheCounter('2026-03-02'), 'clerk.district');
    expect(await seen(street, 'clerk.street')).toBe(here);
    expect(await seen(street, 'supervisor.district')).toBe(here);
    expect(await seen(street, 'auditor.district')).toBe(here);
    expect(await seen(street, 'caseworker.district')).toBe('case-not-found');
    expect(await seen(district, 'supervisor.street')).toBe('case-not-found');
    expect(await seen(street, 'supervisor.bureau')).toBe('case-not-found');
    expect(await seen(randomUUID(), 'clerk.street')).toBe('case-not-found');
    expect(await seen('no id at all', 'clerk.street')).toBe('case-not-found');
    const both = { ...office.person('supervisor.district'), roles: ['supervisor', 'caseworker'] as const };
    const view = await office.queries.view(both, street);
    expect(view.permitted).toContainEqual({ type: 'assign' });
    expect(view.refused.find(({ type }) => type === 'accept')).toMatchObject({ code: 'role-missing' });
    const accept = { id: randomUUID(), caseId: street, actor: both, command: { type: 'accept' as const } };
    expect((await refusalOf(office.desk.handle(accept))).code).toBe('role-missing');
    const unseen = office.handle(street, 'clerk.bureau', FILE, { expectedVersion: 9 });
    expect((await refusalOf(unseen)).code).toBe('case-not-found');
  });
});
