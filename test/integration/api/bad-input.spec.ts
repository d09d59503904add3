import { randomUUID } from 'node:crypto';
import { startTestApi, type TestApi } from '../../support/api.js';
import { application, open, step } from '../../support/applications.js';
import { fieldsIn, problemIn, type Officer } from '../../support/officer.js';

const TABLES = ['case_file', 'journal', 'applicant', 'deadline', 'alarm', 'outbox', 'number_series', 'idempotency_key'];

let api: TestApi;
let clerk: Officer;
beforeAll(async () => {
  api = await startTestApi();
  clerk = await api.officer('clerk.bureau');
});
afterAll(() => api.stop());

const everything = async (): Promise<unknown> => Promise.all(TABLES.map((table) => api.count(table)));
let before: unknown;
beforeEach(async () => {
  before = await everything();
});

const letter = (receipt: object): object => ({ receipt });
const { applicant } = application();

/** Every field that cannot be taken is named, and nothing is changed. */
describe('an application is refused', () => {
  const rows: [string, object, string[]][] = [
    ['a day that is none', letter({ channel: 'in_person', submittedOn: '2026-02-30' }), ['receipt.submittedOn invalid-date']],
    ['a day in another form', letter({ channel: 'in_person', submittedOn: '2.3.2026' }), ['receipt.submittedOn invalid-date']],
    [
      'a postmark of the year 0',
      letter({ channel: 'in_person', submittedOn: '2026-03-02', postmarkOn: '0000-01-01' }),
      ['receipt.postmarkOn too-early'],
    ],
    ['no day', letter({ channel: 'in_person' }), ['receipt.submittedOn required']],
    [
      'signed for before it was posted',
      letter({ channel: 'ems', postedOn: '2026-02-27', signedOn: '2026-02-26' }),
      ['receipt.signedOn signed-before-posted'],
    ],
    [
      'confirmed before it arrived',
      letter({ channel: 'ordinary_mail', arrivedOn: '2026-02-27', confirmedOn: '2026-02-26' }),
      ['receipt.confirmedOn confirmed-before-arrival'],
    ],
    ['signed for in the future', letter({ channel: 'ems', signedOn: '2026-03-03' }), ['receipt.signedOn future-date']],
    [
      'handed over in the future',
      letter({ channel: 'in_person', submittedOn: '2026-03-03' }),
      ['receipt.submittedOn future-date'],
    ],
    ['a channel nobody knows', letter({ channel: 'pigeon', submittedOn: '2026-03-02' }), ['receipt.channel unknown-type']],
    ['no items', { items: [] }, ['items too-few']],
    ['an empty item', { items: [{ description: ' ' }] }, ['items.0.description too-short']],
    ['a field nobody knows', { purpose: '生活需要' }, ['purpose unknown-field']],
    ['a number for a name', { applicant: { ...applicant, name: 5 } }, ['applicant.name wrong-type']],
    [
      'a company that is a person',
      { applicant: { ...applicant, category: 'commercial_enterprise' } },
      ['applicant.category unknown-option'],
    ],
    ['NUL in a text', { items: [{ description: 'a\u0000b' }] }, ['items.0.description invalid-value']],
    ['half a character', { items: [{ description: '\ud83d' }] }, ['items.0.description invalid-value']],
    [
      'several faults at once',
      { wantedForm: 'tape', delivery: 'dove' },
      ['wantedForm unknown-option', 'delivery unknown-option'],
    ],
    ['a file that nobody has', { fileIds: ['a'.repeat(64)] }, ['fileIds.0 unknown-file']],
  ];
  test.each(rows)('%s', async (_, change, fields) => {
    const answer = await clerk.post('/cases', application(change as Record<string, unknown>));
    expect(problemIn(answer)).toMatchObject({ status: 422, code: 'invalid-request' });
    expect(fieldsIn(answer)).toEqual(fields);
    expect(await everything()).toEqual(before);
  });

  test.each([
    ['a list', []],
    ['a text', 'case'],
    ['nothing', null],
  ])('that is %s', async (_, body) => {
    expect(problemIn(await clerk.post('/cases', body))).toMatchObject({ status: 422, code: 'invalid-request' });
    expect(await everything()).toEqual(before);
  });

  test('ten megabytes of it', async () => {
    const answer = await clerk.post('/cases', application({ items: [{ description: '公'.repeat(10_000_000 / 3) }] }));
    expect(problemIn(answer)).toMatchObject({
      status: 413,
      code: 'too-large',
      fields: [{ path: 'body', code: 'body-too-large' }],
    });
    expect(await everything()).toEqual(before);
  });

  test('broken JSON', async () => {
    const headers = { 'content-type': 'application/json' };
    const answer = await clerk.send('/cases', { method: 'POST', headers, body: '{"receipt": {' });
    expect(problemIn(answer)).toMatchObject({ status: 400, code: 'malformed-json' });
    expect(await everything()).toEqual(before);
  });

  test.each(['/cases', '/session', '/notifications/acknowledge-all'])('what is nested without end, at %s', async (path) => {
    const body = `${'{"a":'.repeat(3000)}1${'}'.repeat(3000)}`;
    const headers = { 'content-type': 'application/json' };
    const answer = await clerk.send(path, { method: 'POST', headers, body });
    expect(answer.status).toBeLessThan(500);
    expect(await everything()).toEqual(before);
  });

  test('in both languages', async () => {
    const wrong = application(letter({ channel: 'in_person', submittedOn: '2026-03-03' }) as Record<string, unknown>);
    expect(problemIn(await clerk.post('/cases', wrong)).fields?.[0]?.message).toBe('日期不能晚于今天');
    const english = await clerk.post('/cases', wrong, { 'accept-language': 'en' });
    expect(problemIn(english).fields?.[0]?.message).toBe('A date cannot be later than today');
  });
});

describe('a year that no office means is refused', () => {
  const days = ['dueOn', 'dueFrom', 'dueTo', 'receivedFrom', 'receivedTo', 'openedFrom', 'openedTo'];
  test.each(days)('in a list: %s', async (name) => {
    for (const list of ['/cases', '/cases/count'])
      expect(fieldsIn(await clerk.get(`${list}?${name}=0000-01-01`))).toEqual([`${name} too-early`]);
  });

  test('in a cursor', async () => {
    const cursor = Buffer.from(JSON.stringify(['0000-01-01', randomUUID()])).toString('base64url');
    for (const list of ['/cases', '/supervision-orders'])
      expect(fieldsIn(await clerk.get(`${list}?cursor=${cursor}`))).toEqual(['cursor invalid-value']);
  });

  test('in an absence and a post', async () => {
    const { user } = (await clerk.get('/session')).body as { user: { id: string } };
    const absence = await clerk.post(`/people/${user.id}/absences`, { from: '0000-01-01', to: '2026-03-05' });
    expect(fieldsIn(absence)).toEqual(['from too-early']);
    const admin = await api.officer('admin.bureau');
    const post = await admin.post(`/admin/people/${user.id}/posts`, { role: 'clerk', validFrom: '0000-01-01' });
    expect(fieldsIn(post)).toEqual(['validFrom too-early']);
  });
});

test('an address too long to be one of a case leads nowhere', async () => {
  expect(problemIn(await clerk.get(`/cases/${'x'.repeat(400)}`))).toMatchObject({ status: 404, code: 'not-found' });
});

describe('a step is refused', () => {
  const rows: [string, object, string[]][] = [
    ['that nobody knows', { type: 'dance' }, ['type unknown-type']],
    ['without its type', {}, ['type required']],
    ['without what it needs', { type: 'assign' }, ['assignee required']],
    ['with what it does not know', { type: 'accept', by: 'me' }, ['by unknown-field']],
    ['dated in the future', { type: 'askThirdParty', party: '某公司', dispatchedOn: '2026-03-03' }, ['dispatchedOn future-date']],
    [
      'dated before the application',
      { type: 'askThirdParty', party: '某公司', dispatchedOn: '2026-03-01' },
      ['dispatchedOn before-earlier-fact'],
    ],
    ['about somebody unknown', { type: 'assign', assignee: 'nobody' }, ['assignee unknown-person']],
    ['about an item that is not there', { type: 'decideItem', itemId: 'x', code: 'granted' }, ['itemId unknown-item']],
    ['with an extension of 21 days', { type: 'proposeExtension', workingDays: 21, reason: '复杂' }, ['workingDays too-big']],
    [
      'with a number out of all range',
      { type: 'correctFact', entryId: 'x', reason: 'y', fields: { on: 'BIG' } },
      ['fields.on invalid-value'],
    ],
  ];
  test.each(rows)('%s', async (_, command, fields) => {
    const { id } = await open(clerk);
    await step(clerk, id, { type: 'register' });
    const caseworker = await api.officer('caseworker.bureau');
    await step(caseworker, id, { type: 'accept' });
    before = await everything();
    const body = JSON.stringify(command).replace('"BIG"', '1e999');
    const headers = { 'content-type': 'application/json' };
    const answer = await caseworker.send(`/cases/${id}/commands`, { method: 'POST', headers, body });
    expect(problemIn(answer)).toMatchObject({ status: 422, code: 'invalid-request' });
    expect(fieldsIn(answer)).toEqual(fields);
    expect(await everything()).toEqual(before);
  });
});
