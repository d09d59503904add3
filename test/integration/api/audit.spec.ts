import { localDate } from '@gongkai/calendar';
import { verifyRegister, type Person } from '@gongkai/casework';
import type {
  AssessedCases,
  Assessment,
  AssessmentOfOrgan,
  CaseLooks,
  EnteredRecord,
  FileView,
  Rectification,
  Rectifications,
} from '@gongkai/contracts';
import { Sealer } from '@gongkai/platform';
import { readRecords } from '../../../libs/casework/src/records/record-rows.js';
import { startTestApi, type TestApi } from '../../support/api.js';
import { application, open, step } from '../../support/applications.js';
import { askedRoutes } from '../../support/every-route.js';
import { fieldsIn, problemIn, type HttpAnswer, type Officer } from '../../support/officer.js';
import { expectStreetMailed, organNewsOf } from '../../support/organ-news.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

test('the journals in sight are verified, and a planted change is found', async () => {
  const clerk = await api.officer('clerk.street');
  const { id, number } = await open(clerk);
  await step(clerk, id, { type: 'register' });
  await open(await api.officer('clerk.bureau'));
  const [above, elsewhere] = [await api.officer('auditor.district'), await api.officer('auditor.bureau')];
  expect((await above.get('/audit/verify')).body).toMatchObject({ cases: 1, entries: 2, broken: [] });

  await api.services.source.transaction(async (manager) => {
    await manager.query(`SELECT set_config('app.falsify_journal', 'on', true)`);
    await manager.query(`UPDATE journal SET on_day = on_day - 1 WHERE case_id = $1 AND seq = 1`, [id]);
  });
  expect((await above.get('/audit/verify')).body).toMatchObject({ broken: [{ caseId: id, number, seq: 1, problem: 'content' }] });
  expect((await elsewhere.get('/audit/verify')).body).toMatchObject({ cases: 1, entries: 1, broken: [] });
});

test('the numbers of answers to requests to correct a record are looked through too; what no key opens is told, and hides nothing that is open', async () => {
  const [clerk, writer] = [await api.officer('clerk.bureau'), await api.officer('caseworker.bureau')];
  const approver = await api.officer('approver.bureau');
  const asked = {
    applicant: { name: '吴敏' },
    record: '登记表',
    wrong: '12平方米',
    wanted: '8平方米',
    proof: '测绘证明',
    fileIds: [],
  };
  const { body } = await clerk.post('/record-corrections', { ...asked, channel: 'in_person', receivedOn: '2026-03-02' });
  const { id } = (body as EnteredRecord).entry;
  await writer.post(`/record-corrections/${id}/steps`, { version: 1, step: 'decide', outcome: 'corrected', text: '已更正' });
  expect((await approver.post(`/record-corrections/${id}/steps`, { version: 2, step: 'sign' })).status).toBe(200);
  const { pool, source } = api.services;
  const verified = (secret: string = api.settings.secretKeys[0]) => verifyRegister(pool, new Sealer([secret]));
  expect(await verified()).toEqual({ gaps: [], lostFiles: [], unopened: [] });
  const drawn = (last: number) => source.query(`UPDATE number_series SET last = ${String(last)} WHERE kind = 'record_answer'`);
  const gap = { organ: 'bureau', kind: 'record_answer', year: 2026 };
  await drawn(2);
  expect((await verified()).gaps).toEqual([{ ...gap, number: 2, problem: 'missing' }]);
  await drawn(0);
  expect((await verified()).gaps).toEqual([{ ...gap, number: 1, problem: 'not-drawn' }]);
  await drawn(1);
  const other = await verified('another secret, which is long enough to be one');
  expect(other).toMatchObject({ unopened: [{ id, number: '城管依申请更〔2026〕1号' }], gaps: [{ ...gap, problem: 'missing' }] });

  await source.query(`
    INSERT INTO record_correction (id, organ_id, number, number_year, serial, state, received_on, file_ids, sealed)
    SELECT gen_random_uuid(), organ_id, 'old', 2019, n, 'served', DATE '2019-01-01' + n / 4, '{}', sealed
      FROM record_correction, generate_series(1, 1001) AS n WHERE record_correction.id = '${id}'`);
  const [bureau] = await source.query<{ organId: string }[]>(
    `SELECT id AS "organId", false AS "seesBelow" FROM organ WHERE code = 'bureau'`,
  );
  const rowsOf = (filters: object) => readRecords(bureau as Person, filters, pool);
  const { rows, total } = await rowsOf({});
  expect([rows.length, total, rows[0]?.id]).toEqual([1000, 1002, id]);
  expect((await rowsOf({ state: 'done' })).rows[0]?.receivedOn).toBe('2019-09-08');
  await source.query(`DELETE FROM record_correction WHERE number = 'old'`);
});

test('verifying is for auditors, supervisors and administrators', async () => {
  for (const role of ['auditor', 'supervisor', 'admin'])
    expect((await (await api.officer(`${role}.bureau`)).get('/audit/verify')).status).toBe(200);
  for (const role of ['clerk', 'caseworker', 'approver'])
    expect(problemIn(await (await api.officer(`${role}.bureau`)).get('/audit/verify')).code).toBe('role-missing');
});

describe('a number that is masked', () => {
  const ofAgent = { agent: '何律', agentIdType: '居民身份证', agentIdNumber: '11010519491231002X', agentPhone: '139 0000 1234' };
  const applicant = { ...application().applicant, ...ofAgent, agentScope: '代为申请', accessibility: '大字版' };
  let id: string;
  let number: string;
  beforeAll(async () => {
    const view = await open(await api.officer('clerk.street'), { applicant });
    ({ id, number } = view);
    expect(view.applicant).toMatchObject({ ...ofAgent, accessibility: '大字版', agentIdNumber: '****002X', mayLook: true });
    // The other number says of itself that it is mistyped, and nobody is turned away for it.
    expect(view.applicant.doubtful).toEqual(['idNumber']);
  });
  const look = async (who: string, body: object = { reason: '核对身份' }) =>
    (await api.officer(who)).post(`/cases/${id}/applicant/looks`, body);

  test('lies sealed, with everything that is known of an agent', async () => {
    const rows = await api.services.source.query<object[]>('SELECT * FROM applicant');
    for (const secret of ['何律', '11010519491231002X', '139 0000 1234', '大字版']) {
      expect(JSON.stringify(rows)).not.toContain(secret);
      expect((await (await api.officer('clerk.street')).get(`/cases/${id}/journal`)).text).not.toContain(secret);
    }
  });

  test('is seen whole by who handles the case, for a reason, and never without a line in the log', async () => {
    const before = await api.count('admin_log');
    const { status, headers, body } = await look('caseworker.street');
    expect([status, headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(body).toEqual({ idNumber: '110101199003070015', agentIdNumber: '11010519491231002X' });
    const { items } = (await (await api.officer('auditor.district')).get('/admin/log?limit=1')).body as { items: unknown[] };
    expect(items).toMatchObject([
      {
        action: 'id-number-seen',
        subject: { id, name: number },
        before: null,
        after: { applicant: '李明远', reason: '核对身份' },
      },
    ]);
    expect(await api.count('admin_log')).toBe(before + 1);
  });

  test('who looked is told with the case to who may look, and to who watches over it', async () => {
    const seen = async (who: string) => (await (await api.officer(who)).get(`/cases/${id}/applicant/looks`)).body as CaseLooks;
    const looked = [{ by: { name: expect.any(String) as string }, reason: '核对身份' }];
    for (const who of ['clerk.street', 'supervisor.district', 'auditor.street'])
      expect((await seen(who)).items).toMatchObject(looked);
    for (const who of ['reviewer.street', 'archivist.street']) expect((await seen(who)).items).toEqual([]);
  });

  test('is refused to others, and without a reason', async () => {
    const before = await api.count('admin_log');
    for (const who of ['supervisor.district', 'reviewer.street', 'archivist.street', 'auditor.street', 'admin.street'])
      expect([who, problemIn(await look(who)).code]).toEqual([who, 'role-missing']);
    expect(problemIn(await look('clerk.bureau')).code).toBe('case-not-found');
    expect(fieldsIn(await look('clerk.street', { reason: ' ' }))).toEqual(['reason too-short']);
    expect(fieldsIn(await look('clerk.street', {}))).toEqual(['reason required']);
    const above = await (await api.officer('supervisor.district')).get(`/cases/${id}`);
    expect((above.body as { applicant: object }).applicant).not.toHaveProperty('mayLook');
    expect(await api.count('admin_log')).toBe(before);
  });

  test('is not taken of an agent who is nobody, nor a power of attorney that did not come', async () => {
    const clerk = await api.officer('clerk.street');
    const { agent: _, ...nobody } = applicant;
    expect(fieldsIn(await clerk.post('/cases', application({ applicant: nobody })))).toEqual(['applicant.agent required']);
    const paper = { ...applicant, powerOfAttorneyFileId: 'a'.repeat(64) };
    expect(fieldsIn(await clerk.post('/cases', application({ applicant: paper })))).toEqual([
      'applicant.powerOfAttorneyFileId unknown-file',
    ]);
  });
});

describe('an assessment', () => {
  const person = {
    kind: 'natural_person',
    category: 'natural_person',
    name: '欧阳朔望',
    idType: '居民身份证',
    idNumber: '110101199003070031',
    phone: '13911112222',
    address: '清河区枣花巷7号院',
  };
  const secrets = ['欧阳朔望', '110101199003070031', '****0031', '13911112222', '枣花巷', '2025年枣花巷拆迁补偿'];
  const put = (who: Officer, path: string, body: unknown): Promise<HttpAnswer> =>
    who.send(path, { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  const evidence = (name = '指南截图.txt'): File => new File([`${String(Math.PI)}指南截图`], name);
  let assessor: Officer;
  let supervisor: Officer;
  let street: Officer;
  let number: string;
  let caseId: string;
  let assessment: string;
  const logIn = async (): Promise<void> => {
    [assessor, supervisor] = [await api.officer('assessor.district'), await api.officer('supervisor.district')];
    street = await api.officer('supervisor.street');
  };
  const at = (): string => `/assessments/${assessment}/organs/street`;
  const view = async (who = supervisor): Promise<AssessmentOfOrgan> => (await who.get(at())).body as AssessmentOfOrgan;

  beforeAll(async () => {
    const clerk = await api.officer('clerk.street');
    ({ id: caseId, number } = await open(clerk, { applicant: person, items: [{ description: '2025年枣花巷拆迁补偿' }] }));
    // The same bytes under another name are kept once, and the name is nobody's business here.
    await clerk.upload('/files', evidence('欧阳朔望.txt'));
    api.clock.set(localDate('2026-04-01'));
    await logIn();
  });

  test('is counted, judged with evidence by somebody else than who settles it, told, objected to, settled', async () => {
    expect(problemIn(await street.post('/assessments', { year: 2027, quarter: null })).status).toBe(422);
    const begun = await supervisor.post('/assessments', { year: 2026, quarter: 1 });
    assessment = (begun.body as Assessment).id;
    expect(problemIn(await supervisor.post('/assessments', { year: 2026, quarter: 1 })).code).toBe('assessment-exists');
    expect((await street.get(at())).status).toBe(404);
    const { figures, version } = await view();
    expect(figures.on_time).toMatchObject({ value: 0, points: 0 });
    expect([figures.trained?.value, figures.complaints?.value]).toEqual([0, null]);
    const { items } = (await assessor.get(`${at()}/indicators/on_time/cases`)).body as AssessedCases;
    expect(items).toContainEqual({ number, begunOn: '2026-03-02', due: '2026-03-30', doneOn: null, good: false });
    const { id: file } = (await assessor.upload('/files', evidence())).body as FileView;
    const judged = { choice: 'current', remark: null, fileIds: [file] };
    const wrong = { guide: { ...judged, choice: 'fine', fileIds: ['0'.repeat(64)] }, on_time: judged };
    expect(fieldsIn(await put(assessor, at(), { version, entries: wrong }))).toEqual([
      'entries.guide.choice unknown-option',
      'entries.on_time unknown-field',
      'entries.guide.fileIds.0 unknown-file',
    ]);
    expect(fieldsIn(await supervisor.post(`${at()}/steps`, { version, step: 'tell' }))).toEqual([
      'entries.guide.choice required',
      'entries.catalogue.choice required',
    ]);
    expect((await put(assessor, at(), { version, entries: { guide: judged, catalogue: judged } })).status).toBe(200);
    expect(problemIn(await put(assessor, at(), { version, entries: {} })).code).toBe('assessment-changed');
    expect(problemIn(await assessor.post(`${at()}/steps`, { version: 2, step: 'tell' })).code).toBe('assessor-scope');
    expect((await supervisor.post(`${at()}/steps`, { version: 2, step: 'tell' })).body).toMatchObject({ state: 'told' });
    expect((await street.get(at())).body).toMatchObject({ may: ['object'], state: 'told' });
    expect(await organNewsOf(street)).toEqual([`street assessment-told ${assessment}`]);
    expect((await street.post(`${at()}/steps`, { version: 3, step: 'object', text: '已更新' })).status).toBe(200);
    expect(await view()).toMatchObject({ score: 38.5, grade: { en: 'Failed' }, may: ['reopen', 'settle'] });
    expect((await supervisor.post(`${at()}/steps`, { version: 4, step: 'settle' })).body).toMatchObject({ state: 'settled' });
    const { history } = await view(street);
    expect(history.map(({ did }) => did)).toEqual(['begin', 'enter', 'tell', 'object', 'settle']);
    const league = (await supervisor.get(`/assessments/${assessment}`)).body as Assessment;
    expect(league.organs[0]).toMatchObject({ organ: { code: 'street' }, place: 1, score: 38.5 });
    expect(((await street.get(`/assessments/${assessment}`)).body as Assessment).organs.map(({ organ }) => organ.code)).toEqual([
      'street',
    ]);
    expect((await street.get(`/assessments/${assessment}/files/${file}`)).text).toContain('指南截图');
  });

  test('is followed by what has to be put right: late, answered with evidence, demanded again, closed', async () => {
    const list = async (who: Officer): Promise<Rectifications> => (await who.get('/rectifications')).body as Rectifications;
    const wanted = { text: '按期答复', indicator: 'on_time', workingDays: 5 };
    const { id, due } = (await supervisor.post(`${at()}/rectifications`, wanted)).body as Rectification;
    expect(due).toBe('2026-04-09');
    const settled = `street assessment-settled ${assessment}`;
    expect(await organNewsOf(street)).toEqual([settled, `street rectification-demanded ${id}`]);
    await expectStreetMailed(api, assessment);
    const act = (who: Officer, body: object): Promise<HttpAnswer> => who.post(`/rectifications/${id}/steps`, body);
    const answer = (version: number) => ({ version, step: 'answer', text: '好', fileIds: [] });
    expect(problemIn(await act(supervisor, answer(1))).code).toBe('role-missing');
    api.clock.set(localDate('2026-04-10'));
    await logIn();
    expect((await list(street)).counts).toEqual({ overdue: 1, open: 0, answered: 0, closed: 0 });
    const { id: file } = (await street.upload('/files', new File(['整改报告'], '整改报告.txt'))).body as FileView;
    const steps = [
      [street, { version: 1, step: 'answer', text: '已整改', fileIds: [file] }, 'answered'],
      [supervisor, { version: 2, step: 'repeat', text: '不够具体', workingDays: 3 }, 'open'],
      [street, { version: 3, step: 'answer', text: '附清单', fileIds: [] }, 'answered'],
      [supervisor, { version: 4, step: 'close', text: null }, 'closed'],
    ] as const;
    for (const [who, step, state] of steps) {
      expect((await act(who, step)).body).toMatchObject({ state });
      expect(await organNewsOf(street)).toEqual([settled, ...(state === 'open' ? [`street rectification-repeated ${id}`] : [])]);
    }
    expect(problemIn(await act(street, answer(5))).code).toBe('rectification-settled');
    expect((await list(assessor)).items.map(({ history }) => history.length)).toEqual([5]);
    expect((await assessor.get(`/assessments/${assessment}/files/${file}`)).status).toBe(200);
  });

  test('a third-party assessor is told numbers and days; no route tells anything of who applied', async () => {
    const fill = { id: caseId, year: '2026', region: 'cn', organ: 'street', indicator: 'on_time', cell: 'b.new_received.total' };
    const routes = askedRoutes(fill);
    expect(routes.length).toBeGreaterThan(100);
    const open = new Set<string>();
    for (const { method, path, operation } of routes.filter((route) => route.operation !== 'logOut')) {
      const answer =
        method === 'GET'
          ? await assessor.get(path)
          : await assessor.send(path, { method, headers: { 'content-type': 'application/json' }, body: '{}' });
      if (answer.status !== 403) open.add(operation);
      else expect([operation, problemIn(answer).code]).toEqual([operation, 'assessor-scope']);
      for (const secret of secrets) expect([operation, answer.text.includes(secret)]).toEqual([operation, false]);
    }
    expect([...open].filter((id) => !id.endsWith('SecondFactor')).sort()).toEqual(
      [
        ...['addFile', 'changePassword', 'enterAssessment', 'getAssessment', 'getAssessmentOfOrgan', 'getEvidence', 'getSession'],
        ...['listAssessedCases', 'listAssessments', 'listOrgans', 'listRectifications', 'listTrainings'],
      ].sort(),
    );
    for (const path of [at(), `/assessments/${assessment}`, `${at()}/indicators/on_time/cases`, '/rectifications']) {
      const { status, text } = await assessor.get(path);
      expect([path, status, secrets.filter((secret) => text.includes(secret))]).toEqual([path, 200, []]);
    }
    const { items } = (await (await api.officer('clerk.street')).get(`/cases/${caseId}/people`)).body as {
      items: { roles: string[] }[];
    };
    expect(items.filter(({ roles }) => roles.includes('assessor'))).toEqual([]);
  });
});
