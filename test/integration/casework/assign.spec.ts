import { randomUUID } from 'node:crypto';
import { CoHandling, verifyReplay } from '@gongkai/casework';
import type { Command, CommandOf } from '@gongkai/contracts';
import { Office, refusalOf } from './office.js';

let office: Office;
beforeAll(async () => {
  office = await Office.open();
});
afterAll(() => office.close());
beforeEach(() => office.on('2026-03-02'));

const CASEWORKER = 'caseworker.bureau';
const FILE = 'a'.repeat(64);
const refused = (id: string, command: Command) => refusalOf(office.handle(id, CASEWORKER, command));

describe('a case is assigned', () => {
  test('to an active person of the organ', async () => {
    const { id } = await office.accepted();
    const { id: assignee, name } = office.person(CASEWORKER);
    const view = await office.step(id, 'supervisor.bureau', { type: 'assign', assignee });
    expect(view).toMatchObject({ assignee: { id: assignee, name }, turn: { who: { person: { id: assignee, name } } } });
    expect(await office.queries.view(office.person(CASEWORKER), id)).toMatchObject({ assignee: { id: assignee, name } });
  });

  test('not to who has it already: nothing would change', async () => {
    const { id } = await office.accepted();
    const assign: Command = { type: 'assign', assignee: office.person(CASEWORKER).id };
    await office.step(id, CASEWORKER, assign);
    expect(await refused(id, assign)).toMatchObject({ fields: ['assignee holds-it-already'] });
  });

  test('and handed back by who holds it, with the reason: into the pool, or to the caseworker who assigned it', async () => {
    const { id } = await office.accepted();
    const me = office.person(CASEWORKER).id;
    const handBack = { type: 'handBack', reason: '应由执法科办理' } as const;
    expect(await refused(id, handBack)).toMatchObject({ code: 'step-not-permitted', details: { reason: 'not-assigned' } });
    const claimed = (await office.accepted()).id;
    await office.step(claimed, CASEWORKER, { type: 'claim' });
    expect(await refused(claimed, { ...handBack, to: 'assigner' })).toMatchObject({ fields: ['to no-assigner'] });
    await office.step(id, 'supervisor.bureau', { type: 'assign', assignee: me });
    // A supervisor holds no cases.
    expect(await refused(id, { ...handBack, to: 'assigner' })).toMatchObject({ fields: ['to no-assigner'] });
    const view = await office.step(id, CASEWORKER, handBack);
    expect(view).toMatchObject({ assignee: null, turn: { who: { role: 'caseworker', person: null } } });
    const [entry] = await office.rows(`SELECT fact FROM journal WHERE case_id = $1 AND type = 'HANDED_BACK'`, [id]);
    const assigner = office.person('supervisor.bureau').id;
    expect(entry).toEqual({ fact: { type: 'HANDED_BACK', reason: handBack.reason, assigner, assignee: null } });
  });

  test('with what each has in hand and is asked to help told; what is answered or over counts no more', async () => {
    const { id } = await office.accepted();
    const other = (await office.accepted()).id;
    await office.step(id, CASEWORKER, { type: 'claim' });
    const [me, helper] = [office.person(CASEWORKER), office.person('archivist.bureau')];
    await office.rows('UPDATE person SET capacity = 9 WHERE id = $1', [helper.id]);
    const helping = new CoHandling(office);
    const told = async () => {
      const { byPerson } = await office.queries.dashboard(me, { unit: 'bureau' });
      const mine = byPerson.find(({ person }) => person?.id === helper.id);
      const one = (await helping.helpers(office.person('reviewer.bureau'), id)).find((each) => each.id === helper.id);
      return [one?.openRequests, mine && { cases: mine.total, capacity: mine.capacity, helping: mine.helping }];
    };
    expect(await told()).toEqual([0, { cases: 0, capacity: 9, helping: 0 }]);
    const ask = { type: 'askUnit', unit: '档案室', person: helper.id, task: '查台账', workingDays: 3 } as const;
    const { unitRequests } = await office.step(id, CASEWORKER, ask);
    await office.step(other, CASEWORKER, ask);
    expect(await told()).toEqual([2, { cases: 0, capacity: 9, helping: 2 }]);
    await office.rows('UPDATE person SET capacity = NULL WHERE id = $1', [helper.id]);
    // Who holds nothing, and is asked, is no idle hand.
    expect(await told()).toEqual([2, { cases: 0, capacity: null, helping: 2 }]);
    await helping.answer(helper, unitRequests[0]?.id ?? '', { answer: '没有', language: 'zh-CN' });
    await office.step(other, CASEWORKER, { type: 'withdraw', how: '来信' });
    expect(await told()).toEqual([0, undefined]);
  });

  test('not to a stranger', async () => {
    const { id } = await office.accepted();
    for (const assignee of [office.person('caseworker.street').id, randomUUID(), 'x'])
      expect(await refused(id, { type: 'assign', assignee })).toMatchObject({ fields: ['assignee unknown-person'] });
  });

  test('not to somebody who could not take the next step', async () => {
    const { id } = await office.accepted();
    for (const role of ['auditor', 'approver', 'reviewer'])
      expect(await refused(id, { type: 'assign', assignee: office.person(`${role}.bureau`).id })).toMatchObject({
        fields: ['assignee unknown-person'],
      });
  });

  test('not to somebody who has left', async () => {
    const { id } = await office.accepted();
    const { id: assignee } = office.person(CASEWORKER);
    await office.rows('UPDATE person SET active = false WHERE id = $1', [assignee]);
    expect(await refused(id, { type: 'assign', assignee })).toMatchObject({ fields: ['assignee unknown-person'] });
    expect(await refused(id, { type: 'claim' })).toMatchObject({ fields: [' unknown-person'] });
    await office.rows('UPDATE person SET active = true WHERE id = $1', [assignee]);
  });

  test('only to somebody whose post has begun and is not over', async () => {
    const { id } = await office.accepted();
    const { id: assignee } = office.person(CASEWORKER);
    const held = (from: string, until: string | null) =>
      office.rows(`UPDATE post SET valid_from = $2, valid_to = $3 WHERE person_id = $1 AND role = 'caseworker'`, [
        assignee,
        from,
        until,
      ]);
    for (const [from, until] of [
      ['2026-03-03', null],
      ['2019-01-01', '2026-03-01'],
    ] as const) {
      await held(from, until);
      expect(await refused(id, { type: 'assign', assignee })).toMatchObject({ fields: ['assignee unknown-person'] });
    }
    await held('2026-03-02', '2026-03-02');
    await office.step(id, CASEWORKER, { type: 'assign', assignee });
    await held('2019-01-01', null);
  });
});

describe('an agent', () => {
  const ofAgent = { agent: '何律', agentIdType: '居民身份证', agentIdNumber: '11010519491231002X', agentPhone: '139 0000 1234' };

  test('comes with a power of attorney, gives way to another, and is gone; the journal names nobody', async () => {
    const { organId, id: clerk } = office.person('clerk.bureau');
    await office.rows(
      `INSERT INTO stored_file (id, organ_id, name, mime, size, uploaded_by, uploaded_at)
       VALUES ($1, $2, '委托书.pdf', 'application/pdf', 1024, $3, now())`,
      [FILE, organId, clerk],
    );
    const { id, applicant } = await office.accepted();
    const change = async (command: Omit<CommandOf<'changeAgent'>, 'type'>) =>
      (await office.step(id, 'clerk.bureau', { type: 'changeAgent', ...command })).applicant;
    const named = await change({ ...ofAgent, fileIds: [FILE] });
    expect(named).toMatchObject({ ...ofAgent, name: applicant.name, agentIdNumber: '****002X', powerOfAttorneyFileId: FILE });
    expect(named.id).not.toBe(applicant.id);
    // Of the same agent only what is new has to be said.
    expect(await change({ agent: '何律', agentScope: '代收文书' })).toMatchObject({
      ...{ ...ofAgent, agentIdNumber: '****002X' },
      ...{ agentScope: '代收文书', powerOfAttorneyFileId: FILE },
    });
    const other = await change({ agent: '陶真' });
    expect(other).toMatchObject({ agent: '陶真' });
    for (const field of ['agentIdNumber', 'agentPhone', 'agentScope', 'powerOfAttorneyFileId'])
      expect(other).not.toHaveProperty(field);
    const alone = await change({ note: '解除委托' });
    expect(alone).toEqual({ ...applicant, id: alone.id, mayLook: alone.mayLook });
    expect((await office.queries.view(office.person('clerk.bureau'), id)).applicant).toEqual(alone);
    const facts = await office.rows<{ fact: object }>(`SELECT fact FROM journal WHERE case_id = $1 AND type = 'AGENT_CHANGED'`, [
      id,
    ]);
    expect(facts).toHaveLength(4);
    expect(facts[0]?.fact).toEqual({ type: 'AGENT_CHANGED', on: '2026-03-02', applicantId: named.id, fileIds: [FILE] });
    expect(facts[3]?.fact).toEqual({ type: 'AGENT_CHANGED', on: '2026-03-02', applicantId: alone.id, note: '解除委托' });
    expect(await verifyReplay({ pool: office.pool, laws: office.laws })).toMatchObject({ differences: [] });
    const told = await office.queries.agents(office.person('clerk.bureau'), id);
    expect(told.changes.map(({ fields }) => fields.map(({ field, before, after }) => [field, before, after]))).toEqual([
      [
        ['agent', null, '何律'],
        ['agentIdType', null, '居民身份证'],
        ['agentIdNumber', null, '****002X'],
        ['agentPhone', null, '139 0000 1234'],
      ],
      [['agentScope', null, '代收文书']],
      [
        ['agent', '何律', '陶真'],
        ['agentIdType', '居民身份证', null],
        ['agentIdNumber', '****002X', null],
        ['agentPhone', '139 0000 1234', null],
        ['agentScope', '代收文书', null],
      ],
      [['agent', '陶真', null]],
    ]);
    expect(told.items).toEqual([
      { agent: '何律', agentPhone: '139 0000 1234', from: '2026-03-02', until: '2026-03-02', powerOfAttorneyFileId: FILE },
      { agent: '陶真', from: '2026-03-02', until: '2026-03-02' },
    ]);
  });

  test('who is nobody has no papers, and one who is not there cannot go', async () => {
    const { id } = await office.accepted();
    const { agent: _, ...ofNobody } = ofAgent;
    for (const command of [ofNobody, {}])
      expect(await refused(id, { type: 'changeAgent', ...command })).toMatchObject({ fields: ['agent required'] });
    expect(await refused(id, { type: 'changeAgent', agent: '何律', fileIds: ['b'.repeat(64)] })).toMatchObject({
      fields: ['fileIds.0 unknown-file'],
    });
  });
});

test('who appears at a hearing lies sealed beside the facts, and the organ itself has to appear (ALL 3(3))', async () => {
  const { id } = await office.accepted();
  // Nothing was answered in time.
  office.on('2026-05-11');
  const update = async (command: object) => (await office.step(id, CASEWORKER, { type: 'updateRemedy', ...command })).remedies[0];
  await office.step(id, CASEWORKER, { type: 'recordSuitCopy', court: '某法院' });
  const lawyer = { as: 'agent', name: '李律师', attorneyOnFile: true, phone: '139 0000 4321' } as const;
  const head = { as: 'head', name: '王局长' } as const;
  expect(await update({ hearingOn: '2026-06-01', appearing: [lawyer] })).toMatchObject({
    appearing: [lawyer],
    headMissing: 'ALL 3(3)',
  });
  const both = await update({ appearing: [lawyer, head] });
  expect(both).toMatchObject({ appearing: [lawyer, head], hearing: { on: '2026-06-01' } });
  expect(both).not.toHaveProperty('headMissing');
  expect((await office.queries.view(office.person(CASEWORKER), id)).remedies).toEqual([both]);
  const kept = await office.rows<{ all: string }>(
    `SELECT string_agg(journal::text || case_file::text || appearing::text, '') AS all
       FROM case_file JOIN journal ON journal.case_id = case_file.id JOIN appearing ON appearing.case_id = case_file.id
      WHERE case_file.id = $1`,
    [id],
  );
  for (const told of ['李律师', '王局长', '0000 4321']) expect(kept[0]?.all).not.toContain(told);
  const [entry] = await office.rows<{ id: string }>(`SELECT id FROM journal WHERE case_id = $1 AND type = 'REMEDY_UPDATED'`, [
    id,
  ]);
  const correction = { entryId: entry?.id ?? '', fields: { appearing: [head] }, reason: '写错' };
  expect(await refused(id, { type: 'correctFact', ...correction })).toMatchObject({
    fields: [expect.stringMatching(/^fields\.appearing field-not-correctable/)],
  });
  expect(await verifyReplay({ pool: office.pool, laws: office.laws })).toMatchObject({ differences: [] });
});
