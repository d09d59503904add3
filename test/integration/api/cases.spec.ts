import { randomUUID } from 'node:crypto';
import type { CaseView, JournalPage, PreviewView } from '@gongkai/contracts';
import { startTestApi, type TestApi } from '../../support/api.js';
import { application, caseIn, open, step } from '../../support/applications.js';
import { problemIn, type HttpAnswer, type Officer } from '../../support/officer.js';

let api: TestApi;
let clerk: Officer;
let caseworker: Officer;
beforeAll(async () => {
  api = await startTestApi();
  [clerk, caseworker] = await Promise.all([api.officer('clerk.bureau'), api.officer('caseworker.bureau')]);
});
afterAll(() => api.stop());

const accepted = async (): Promise<string> => {
  const { id } = await open(clerk);
  await step(clerk, id, { type: 'register' });
  await step(caseworker, id, { type: 'accept' });
  return id;
};

describe('opening a case', () => {
  test('answers 201 with its address, its version and the case as it can be read again', async () => {
    const answer = await clerk.post('/cases', application());
    const view = caseIn(answer);
    expect(answer.status).toBe(201);
    expect(answer.headers.get('location')).toBe(`/api/v1/cases/${view.id}`);
    expect(answer.headers.get('etag')).toBe(`"${view.version}"`);
    expect(view).toMatchObject({ organ: 'bureau', state: 'received', receipt: { receivedOn: '2026-03-02' } });
    const again = await clerk.get(`/cases/${view.id}`);
    expect(again.headers.get('etag')).toBe(`"${view.version}"`);
    expect(again.body).toEqual(view);
  });

  test('hides the number of the identity document', async () => {
    const answer = await clerk.post('/cases', application());
    expect(answer.text).not.toContain('110101199003070015');
    const journal = await clerk.get(`/cases/${caseIn(answer).id}/journal`);
    expect(journal.text).not.toMatch(/110101199003070015|李明远/);
  });

  test.each(['reviewer', 'legal', 'approver', 'archivist', 'admin', 'auditor'])('is not for the %s', async (role) => {
    const before = await api.count('case_file');
    const answer = await (await api.officer(`${role}.bureau`)).post('/cases', application());
    expect(problemIn(answer)).toMatchObject({ status: 403, code: 'role-missing' });
    expect(await api.count('case_file')).toBe(before);
  });
});

describe('a case of another organ', () => {
  const paths = (id: string) => [`/cases/${id}`, `/cases/${id}/ledger`, `/cases/${id}/journal`, `/cases/${id}/documents`];
  const answersOf = async (officer: Officer, id: string): Promise<HttpAnswer[]> => [
    ...(await Promise.all(paths(id).map((path) => officer.get(path)))),
    await officer.post(`/cases/${id}/commands`, { type: 'accept' }),
    await officer.post(`/cases/${id}/commands?preview=true`, { type: 'accept' }),
  ];

  test('is not there, on every path, like one that never was', async () => {
    const { id } = await open(clerk);
    const strangers = ['caseworker.street', 'supervisor.district', 'auditor.district', 'admin.district'];
    for (const username of strangers) {
      const officer = await api.officer(username);
      for (const missing of [id, randomUUID(), 'not-an-id', '%00'])
        for (const answer of await answersOf(officer, missing))
          expect(problemIn(answer)).toMatchObject({ status: 404, code: 'case-not-found' });
    }
  });

  test('is seen from above by supervisor and auditor, not by the others, and not from below', async () => {
    const { id } = await open(await api.officer('clerk.street'));
    for (const [username, status] of [
      ['supervisor.district', 200],
      ['auditor.district', 200],
      ['caseworker.district', 404],
      ['approver.district', 404],
      ['supervisor.bureau', 404],
    ] as const)
      expect([username, (await (await api.officer(username)).get(`/cases/${id}`)).status]).toEqual([username, status]);
    const above = await open(await api.officer('clerk.district'));
    expect((await (await api.officer('supervisor.street')).get(`/cases/${above.id}`)).status).toBe(404);
  });

  test('stands in no list and no count', async () => {
    const { id } = await open(await api.officer('clerk.street'));
    const idsOf = async (username: string): Promise<string[]> => {
      const { body } = await (await api.officer(username)).get('/cases?limit=200');
      return (body as { items: { id: string }[] }).items.map((row) => row.id);
    };
    expect(await idsOf('supervisor.district')).toContain(id);
    expect(await idsOf('supervisor.bureau')).not.toContain(id);
    expect(await idsOf('caseworker.district')).not.toContain(id);
    const { body } = await (await api.officer('supervisor.bureau')).get('/dashboard');
    expect((body as { byUnit: { organ: string }[] }).byUnit.map(({ organ }) => organ)).toEqual(['bureau']);
  });

  test('cannot be opened from outside', async () => {
    const before = await api.count('case_file');
    const answer = await clerk.post('/cases', application({ organ: 'street' }));
    expect(problemIn(answer).status).toBeGreaterThanOrEqual(403);
    expect(await api.count('case_file')).toBe(before);
  });
});

describe('the order of the checks', () => {
  test('shape before case, case before role, role before version, version before stage', async () => {
    const { id } = await open(clerk);
    const auditor = await api.officer('auditor.bureau');
    const stranger = await api.officer('clerk.street');
    const stale = { 'if-match': '"99"' };
    const code = async (officer: Officer, body: unknown): Promise<string> =>
      problemIn(await officer.post(`/cases/${id}/commands`, body, stale)).code;
    expect(await code(stranger, { type: 'dance' })).toBe('invalid-request');
    expect(await code(stranger, { type: 'file', unproven: 'the slips lie in the paper folder' })).toBe('case-not-found');
    expect(await code(auditor, { type: 'file', unproven: 'the slips lie in the paper folder' })).toBe('role-missing');
    expect(
      await code(await api.officer('archivist.bureau'), { type: 'file', unproven: 'the slips lie in the paper folder' }),
    ).toBe('case-changed');
    const now = await (
      await api.officer('archivist.bureau')
    ).post(`/cases/${id}/commands`, { type: 'file', unproven: 'the slips lie in the paper folder' });
    expect(problemIn(now)).toMatchObject({ status: 409, code: 'step-not-permitted' });
  });

  test('a step that is not for this stage tells what is', async () => {
    const { id } = await open(clerk);
    const answer = await caseworker.post(`/cases/${id}/commands`, { type: 'submitForApproval' }, { 'accept-language': 'en' });
    const problem = problemIn(answer);
    expect(problem).toMatchObject({ status: 409, code: 'step-not-permitted', title: expect.stringMatching(/^You cannot/) });
    expect(problem.permitted?.map(({ type }) => type)).toContain('assign');
  });
});

describe('the version of a case', () => {
  test('has to be the current one where one is named', async () => {
    const { id, version } = await open(clerk);
    const at = (tag: string) => clerk.post(`/cases/${id}/commands`, { type: 'register' }, { 'if-match': tag });
    for (const tag of [`"${version - 1}"`, `"${version + 1}"`, 'W/"1"', 'nonsense', '"x"'])
      expect(problemIn(await at(tag))).toMatchObject({ status: 412, code: 'case-changed', version });
    const done = await at(`"${version}"`);
    expect(done.headers.get('etag')).toBe(`"${version + 1}"`);
    expect(problemIn(await at(`"${version}"`))).toMatchObject({ status: 412, version: version + 1 });
  });

  test('any is taken with * and without', async () => {
    const { id } = await open(clerk);
    expect((await clerk.post(`/cases/${id}/commands`, { type: 'register' }, { 'if-match': '*' })).status).toBe(200);
    expect((await caseworker.post(`/cases/${id}/commands`, { type: 'accept' })).status).toBe(200);
  });

  test('of several changes at once lets one win, and tells the others', async () => {
    const { id, version } = await open(clerk);
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => clerk.post(`/cases/${id}/commands`, { type: 'register' }, { 'if-match': `"${version}"` })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412, 412, 412]);
    const [stale] = answers.filter(({ status }) => status === 412);
    expect(stale?.body).toMatchObject({ code: 'case-changed', version: version + 1 });
  });
});

describe('a preview', () => {
  const correction = { type: 'sendCorrectionNotice', missing: '信息名称', period: 15, periodUnit: 'working_day' };

  test('shows what would come, and changes nothing', async () => {
    const id = await accepted();
    const before = await caseworker.get(`/cases/${id}`);
    const journal = await api.count('journal');
    const { status, body, headers } = await caseworker.post(`/cases/${id}/commands?preview=true`, correction);
    expect(status).toBe(200);
    expect(body).toMatchObject({ state: 'accepted', deadlines: expect.any(Object), notices: [{ kind: 'correction' }] });
    expect(headers.get('etag')).toBeNull();
    expect((await caseworker.get(`/cases/${id}`)).body).toEqual(before.body);
    expect(await api.count('journal')).toBe(journal);
  });

  test('of an extension says which date it will be once it is approved; nothing moves before', async () => {
    const id = await accepted();
    const extension = { type: 'proposeExtension', workingDays: 20, reason: '需要检索历年档案' };
    const { body } = await caseworker.post(`/cases/${id}/commands?preview=true`, extension);
    expect(body).toMatchObject({ changes: [], deadlines: { finalDue: '2026-03-30' } });
    expect((body as PreviewView).ifApproved).toContainEqual({ deadline: 'finalDue', before: '2026-03-30', after: '2026-04-28' });
    const { body: correcting } = await caseworker.post(`/cases/${id}/commands?preview=true`, correction);
    expect((correcting as PreviewView).ifApproved).toEqual([]);
  });

  test('says in which row of the annual report it counts, as the case then does', async () => {
    const id = await accepted();
    const [item] = caseIn(await caseworker.get(`/cases/${id}`)).items;
    const decision = { type: 'decideItem', itemId: item?.id, code: 'already_public', otherOrgan: '门户网站' };
    const counted = { row: 'b.r1_granted', name: '三、本年度办理结果 · （一）予以公开' };
    const ofCase = { ...counted, year: 2026, isFinal: false };
    const { body } = await caseworker.post(`/cases/${id}/commands?preview=true`, decision);
    expect(body).toMatchObject({ itemRows: [{ itemId: item?.id, ...counted }], reportRow: ofCase });
    expect(caseIn(await caseworker.post(`/cases/${id}/commands`, decision))).toMatchObject({
      items: [{ reportRow: counted }],
      reportRow: ofCase,
    });
    const { body: later } = await caseworker.post(`/cases/${id}/commands?preview=true`, { type: 'submitForApproval' });
    expect(later).toMatchObject({ itemRows: [], reportRow: null });
  });

  test('leaves no gap in the numbers', async () => {
    const id = await accepted();
    await caseworker.post(`/cases/${id}/commands?preview=true`, correction);
    const { body } = await caseworker.post(`/cases/${id}/commands`, correction);
    const series = await api.services.source.query<{ last: number }[]>(
      `SELECT last FROM number_series WHERE kind = 'correction'`,
    );
    expect((body as { notices: { number: string }[] }).notices[0]?.number).toMatch(new RegExp(`〕${series[0]?.last ?? 0}号$`));
  });

  test('is refused where the step is', async () => {
    const id = await accepted();
    const future = await caseworker.post(`/cases/${id}/commands?preview=true`, { ...correction, dispatchedOn: '2026-03-03' });
    expect(problemIn(future)).toMatchObject({ status: 422, fields: [{ path: 'dispatchedOn', code: 'future-date' }] });
    const stage = await caseworker.post(`/cases/${id}/commands?preview=true`, { type: 'recordReturn', reason: '查无此人' });
    expect(problemIn(stage)).toMatchObject({ status: 409, code: 'step-not-permitted' });
    expect((await caseworker.post(`/cases/${id}/commands?preview=maybe`, correction)).status).toBe(422);
  });

  test('tells a refusal as its answer to who prefers that, and nothing else', async () => {
    const id = await accepted();
    const asking = { prefer: 'wait=5, refusal=answer' };
    const told = await caseworker.post(
      `/cases/${id}/commands?preview=true`,
      { type: 'recordReturn', reason: '查无此人' },
      asking,
    );
    expect(told.status).toBe(200);
    expect(told.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(told.headers.get('preference-applied')).toBe('refusal=answer');
    expect(told.body).toMatchObject({ status: 409, code: 'step-not-permitted' });
    const unread = await caseworker.post(`/cases/${id}/commands?preview=true`, { type: 'accept', on: 'soon' }, asking);
    expect([unread.status, unread.body]).toMatchObject([200, { status: 422, fields: [{ path: 'on' }] }]);
    expect((await caseworker.post('/cases/none/commands?preview=true', correction, asking)).status).toBe(404);
    const granted = await caseworker.post(`/cases/${id}/commands?preview=true`, correction, asking);
    expect(granted.headers.get('preference-applied')).toBeNull();
    expect(granted.body).toMatchObject({ state: 'accepted' });
  });
});

describe('the folder of a case', () => {
  test('has the ledger with its derivation, and the journal as a chain', async () => {
    const id = await accepted();
    const { body: ledger } = await caseworker.get(`/cases/${id}/ledger`);
    expect(ledger).toMatchObject({ receivedOn: '2026-03-02', finalDue: '2026-03-30', others: expect.any(Array) });
    expect((ledger as { derivation: unknown[] }).derivation.length).toBeGreaterThan(0);
    const { body } = await caseworker.get(`/cases/${id}/journal`);
    const { items } = body as { items: { seq: number; previousHash: string; hash: string; actor: string }[] };
    expect(items.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(items[0]?.previousHash).toBe('0'.repeat(64));
    expect(items[2]?.previousHash).toBe(items[1]?.hash);
  });

  test('tells the names of those who acted beside the entries, which keep ids only', async () => {
    const id = await accepted();
    const view = (await clerk.get(`/cases/${id}`)).body as CaseView;
    const { items, people } = (await clerk.get(`/cases/${id}/journal`)).body as JournalPage;
    const names = items.map(({ actor }) => people[actor]);
    expect(new Set(names).size).toBe(2);
    expect(names).not.toContain(undefined);
    expect(view.people).toEqual(people);
    expect(await caseworker.post(`/cases/${id}/commands`, { type: 'claim' })).toMatchObject({ body: { people } });
  });

  test('is read page by page', async () => {
    const id = await accepted();
    const first = (await caseworker.get(`/cases/${id}/journal?limit=2`)).body as { items: { seq: number }[]; nextCursor: string };
    expect(first.items.map(({ seq }) => seq)).toEqual([1, 2]);
    const rest = await caseworker.get(`/cases/${id}/journal?limit=2&cursor=${first.nextCursor}`);
    expect(rest.body).toMatchObject({ items: [{ seq: 3 }], nextCursor: null });
  });

  test('lists are read page by page, filtered, and refuse what they do not know', async () => {
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body } = await clerk.get(`/cases?limit=3${cursor === '' ? '' : `&cursor=${cursor}`}`);
      const page = body as { items: { id: string }[]; nextCursor: string | null };
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThan(3);
    const { body } = await clerk.get('/cases?state=accepted,registered&channel=in_person&receivedTo=2026-03-02&limit=200');
    const states = (body as { items: { state: string }[] }).items.map(({ state }) => state);
    expect(new Set(states)).toEqual(new Set(['accepted', 'registered']));
    for (const query of [
      'state=lost',
      'light=blue',
      'dueFrom=2026-02-30',
      'limit=0',
      'limit=1e9',
      'cursor=x',
      'colour=red',
      'q=%00',
    ])
      expect([query, problemIn(await clerk.get(`/cases?${query}`)).code]).toEqual([query, 'invalid-request']);
  });
});
