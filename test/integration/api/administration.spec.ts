import { localDate } from '@gongkai/calendar';
import type {
  AdministeredOrgan,
  AdministeredPerson,
  AdminLogEntry,
  GuideVersions,
  PersonWithPassword,
  PublicGuide,
  Wording,
  WordingLook,
} from '@gongkai/contracts';
import { startTestApi, type TestApi } from '../../support/api.js';
import { fieldsIn, problemIn, request, type HttpAnswer, type Officer } from '../../support/officer.js';

let api: TestApi;
let district: Officer;
let bureau: Officer;
beforeAll(async () => {
  api = await startTestApi();
  [district, bureau] = await Promise.all([api.officer('admin.district'), api.officer('admin.bureau')]);
});
afterAll(() => api.stop());

const patch = (officer: Officer, path: string, body: unknown): Promise<HttpAnswer> =>
  officer.send(path, { method: 'PATCH', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
const remove = (officer: Officer, path: string): Promise<HttpAnswer> => officer.send(path, { method: 'DELETE' });
const itemsIn = ({ body }: HttpAnswer): unknown => (body as { items: unknown }).items;
const organsIn = (answer: HttpAnswer) => itemsIn(answer) as readonly AdministeredOrgan[];
const peopleIn = (answer: HttpAnswer) => itemsIn(answer) as readonly AdministeredPerson[];
const entriesIn = (answer: HttpAnswer) => itemsIn(answer) as readonly AdminLogEntry[];
const log = async (officer: Officer, limit = 5): Promise<readonly AdminLogEntry[]> =>
  entriesIn(await officer.get(`/admin/log?limit=${limit}`));

const unit = (code: string, parent = 'district', more: object = {}): object => ({
  code,
  name: { 'zh-CN': `${code}办`, en: `Office ${code}` },
  kind: 'unit',
  parent,
  numberPrefix: `${code}依申请`,
  ...more,
});

describe('administration', () => {
  test('belongs to administrators', async () => {
    const [clerk, auditor] = await Promise.all([api.officer('clerk.district'), api.officer('auditor.district')]);
    for (const path of ['/admin/organs', '/admin/people', '/admin/tokens', '/admin/log'])
      expect(problemIn(await clerk.get(path)).code).toBe('role-missing');
    expect(problemIn(await clerk.post('/admin/organs', unit('x'))).code).toBe('role-missing');
    expect(problemIn(await auditor.get('/admin/people')).code).toBe('role-missing');
    expect((await auditor.get('/admin/log')).status).toBe(200);
  });

  test('ends at the own organ and what is below it: the rest does not exist', async () => {
    const codes = organsIn(await district.get('/admin/organs')).map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['district', 'street']));
    expect(codes).not.toContain('bureau');
    const [clerk] = peopleIn(await district.get('/admin/people?organ=street&role=clerk'));
    expect(clerk).toMatchObject({ username: 'clerk.street', organ: 'street', active: true, openCases: 0 });
    expect(itemsIn(await bureau.get('/admin/people?organ=street'))).toEqual([]);
    const at = `/admin/people/${clerk?.id}`;
    for (const answer of [
      await bureau.get(at),
      await patch(bureau, at, { active: false }),
      await bureau.post(`${at}/posts`, { role: 'approver' }),
      await bureau.post(`${at}/password`, undefined),
      await patch(bureau, '/admin/organs/street', { kind: 'unit' }),
      await remove(bureau, '/admin/organs/street'),
    ])
      expect(problemIn(answer).code).toBe('not-found');
    expect(fieldsIn(await bureau.post('/admin/organs', unit('below', 'district')))).toEqual(['parent unknown-organ']);
    expect(fieldsIn(await bureau.post('/admin/tokens', { name: 'fax', person: 'clerk.street' }))).toEqual([
      'person unknown-person',
    ]);
    expect(await log(bureau)).toEqual([]);
    expect(fieldsIn(await patch(district, at, { capacity: 0 }))).toEqual(['capacity too-small']);
    expect((await patch(district, at, { capacity: 12 })).body).toMatchObject({ capacity: 12 });
    expect((await log(district))[0]).toMatchObject({ action: 'person-changed', after: { capacity: 12 } });
  });
});

describe('the tree', () => {
  test('grows: a unit is added, renamed and logged, and its people see it', async () => {
    const made = await district.post('/admin/organs', unit('parks'));
    expect([made.status, made.body]).toEqual([201, expect.objectContaining({ code: 'parks', parent: 'district', people: 0 })]);
    const wished = { name: { 'zh-CN': '园林局', en: 'Parks' }, filesAfterRemedies: true };
    const renamed = await patch(district, '/admin/organs/parks', wished);
    expect(renamed.body).toMatchObject({ code: 'parks', name: { 'zh-CN': '园林局' }, numberPrefix: 'parks依申请' });
    const usual = { numberFormat: '{prefix}〔{year}〕{n}号' };
    expect(renamed.body).toMatchObject(usual);
    const [changed, created] = await log(district);
    expect(changed).toMatchObject({
      action: 'organ-changed',
      actor: { name: expect.any(String) },
      subject: { name: '园林局' },
      before: { name: { 'zh-CN': 'parks办' } },
      after: { name: { 'zh-CN': '园林局' }, filesAfterRemedies: true },
    });
    expect(created).toMatchObject({ action: 'organ-created', before: null, after: { code: 'parks', parent: 'district' } });
    const supervisor = await api.officer('supervisor.district');
    expect(organsIn(await supervisor.get('/organs')).map(({ code }) => code)).toContain('parks');
  });

  test('moves with everything below, and never below itself', async () => {
    for (const [code, parent] of [
      ['gardens', 'parks'],
      ['roses', 'gardens'],
    ])
      expect((await district.post('/admin/organs', unit(code ?? '', parent))).status).toBe(201);
    expect((await patch(district, '/admin/organs/gardens', { parent: 'street' })).body).toMatchObject({ parent: 'street' });
    const paths = await api.services.source.query<{ codes: string[] }[]>(
      `SELECT array(SELECT above.code FROM unnest(organ.path) WITH ORDINALITY AS step (id, nr)
                      JOIN organ AS above ON above.id = step.id ORDER BY nr) AS codes FROM organ WHERE code = 'roses'`,
    );
    expect(paths).toEqual([{ codes: ['district', 'street', 'gardens', 'roses'] }]);
    for (const parent of ['gardens', 'roses'])
      expect(fieldsIn(await patch(district, '/admin/organs/gardens', { parent }))).toEqual(['parent organ-cycle']);
    expect(fieldsIn(await patch(district, '/admin/organs/gardens', { parent: 'bureau' }))).toEqual(['parent unknown-organ']);
    expect(fieldsIn(await patch(district, '/admin/organs/district', { parent: 'street' }))).toEqual(['parent organ-cycle']);
  });

  test('refuses what could not be told apart, and codes that are none', async () => {
    const before = await api.count('organ');
    expect(fieldsIn(await district.post('/admin/organs', unit('street')))).toEqual(['code taken']);
    expect(fieldsIn(await district.post('/admin/organs', unit('new', 'district', { numberPrefix: '城管依申请' })))).toEqual([
      'numberPrefix taken',
    ]);
    const written = async (numberPrefix: string, numberFormat: string): Promise<readonly string[]> =>
      fieldsIn(await district.post('/admin/organs', unit('new', 'district', { numberPrefix, numberFormat })));
    expect(await written('new', '{prefix}{year}')).toEqual(['numberFormat wrong-format']);
    expect(await written('new2', '{prefix}{year}-{n}')).toEqual(['numberFormat wrong-format']);
    // 城管 and the sign of correction notices: 城管依申请补〔2026〕1号.
    expect(await written('城管依申请补', '{prefix}〔{year}〕{n:3}号')).toEqual(['numberFormat taken']);
    expect(fieldsIn(await district.post('/admin/organs', unit('Über')))).toEqual(['code wrong-format']);
    expect(fieldsIn(await patch(district, '/admin/organs/street', { code: 'other' }))).toEqual(['code unknown-field']);
    expect(await api.count('organ')).toBe(before);
  });

  test('loses only what was never worked in', async () => {
    expect(problemIn(await remove(district, '/admin/organs/gardens')).code).toBe('organ-not-empty');
    expect((await remove(district, '/admin/organs/roses')).status).toBe(204);
    expect((await remove(district, '/admin/organs/gardens')).status).toBe(204);
    expect(problemIn(await remove(district, '/admin/organs/street')).code).toBe('organ-not-empty');
    expect((await log(district, 1))[0]).toMatchObject({ action: 'organ-removed', before: { code: 'gardens' } });
  });
});

describe('the guide of an organ', () => {
  const guide = {
    office: { 'zh-CN': '办公室' },
    address: { 'zh-CN': '柳荫街56号', en: '56 Liuyin Street' },
    hours: { 'zh-CN': '工作日' },
    phone: '0000-55021056',
    postalAddress: { 'zh-CN': '柳荫街56号' },
    channels: ['web'],
    webReceipt: 'auto',
  };
  const publish = (change: object, officer = district): Promise<HttpAnswer> =>
    officer.send('/admin/organs/street/guide', {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...guide, ...change }),
    });
  const shown = async (): Promise<PublicGuide> =>
    (await request(`${api.url}/api/v1/public/organs/street/guide`)).body as PublicGuide;

  test('is published in versions, at once or from a day that is announced, each with who and when', async () => {
    expect(await shown()).toMatchObject({ channels: ['in_person', 'post', 'fax'], inForce: { from: '2019-01-01' }, next: null });
    const first = await publish({});
    expect([first.status, first.body]).toEqual([200, expect.objectContaining({ inForce: 2 })]);
    const later = await publish({ channels: ['web'], webReceipt: 'manual', from: '2026-04-01' });
    const { items } = later.body as GuideVersions;
    const versions = items.map(({ version, from, changedBy }) => [version, from, changedBy === null]);
    expect(versions).toEqual([
      [3, '2026-04-01', false],
      [2, '2026-03-02', false],
      [1, '2019-01-01', true],
    ]);
    const { inForce, next, webReceipt } = await shown();
    expect([webReceipt, inForce?.guide.webReceipt, next]).toMatchObject(['auto', 'auto', { from: '2026-04-01' }]);
    api.clock.set(localDate('2026-04-01'));
    expect(await shown()).toMatchObject({ webReceipt: 'manual', next: null });
    api.clock.set(localDate('2026-03-02'));
    expect((await log(district, 1))[0]).toMatchObject({
      action: 'guide-published',
      after: { from: '2026-04-01', ...guide, webReceipt: 'manual' },
    });
    await expect(api.services.source.query(`UPDATE guide SET content = '{}'`)).rejects.toThrow(/only added to/);
  });

  test('is refused field by field, by whom it does not belong to, and by day', async () => {
    const before = await api.count('guide');
    expect(fieldsIn(await publish({ channels: ['fax', 'email', 'pigeon'], hours: { en: 'always' } }))).toEqual([
      'hours.zh-CN required',
      'channels.2 unknown-option',
    ]);
    expect(fieldsIn(await publish({ channels: ['fax', 'email'] }))).toEqual(['fax required', 'email required']);
    expect(fieldsIn(await publish({ from: '2026-03-01' }))).toEqual(['from past-date']);
    expect(fieldsIn(await publish({ webReceipt: 'manual' }))).toEqual(['from announce-first']);
    expect(problemIn(await publish({}, bureau)).code).toBe('not-found');
    expect(problemIn(await bureau.get('/admin/organs/street/guide')).code).toBe('not-found');
    expect(problemIn(await publish({}, await api.officer('clerk.street'))).code).toBe('role-missing');
    expect(await api.count('guide')).toBe(before);
  });
});

describe('the wording of papers', () => {
  const place = '/admin/organs/street/wordings/correction';
  const adopt = (officer: Officer, path: string, body: object): Promise<HttpAnswer> =>
    officer.send(path, { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

  test('is changed in versions, from a day on, and comes from above where a unit has none of its own', async () => {
    const { content } = (await district.get(place)).body as Wording;
    const own = content.replace('需要帮助的', '如需帮助');
    expect((await adopt(district, place.replace('street', 'district'), { content: own, reason: '局务会' })).status).toBe(200);
    expect((await district.get(place)).body).toMatchObject({ content: own, standard: own, inForce: null, items: [] });
    const later = await adopt(district, place, { content, from: '2026-03-09', reason: '街道用语' });
    expect(later.body).toMatchObject({
      content: own,
      inForce: null,
      items: [{ version: 1, from: '2026-03-09', reason: '街道用语' }],
    });
    api.clock.set(localDate('2026-03-09'));
    district = await api.officer('admin.district');
    expect((await district.get(place)).body).toMatchObject({ content, inForce: 1 });
    const undone = await adopt(district, place, { content: null, reason: '撤回' });
    expect(undone.body).toMatchObject({ content: own, inForce: 2 });
    api.clock.set(localDate('2026-03-02'));
    [district, bureau] = await Promise.all([api.officer('admin.district'), api.officer('admin.bureau')]);
    expect((await log(district, 1))[0]).toMatchObject({ action: 'wording-changed', after: { content: null, reason: '撤回' } });
    await expect(api.services.source.query(`UPDATE wording SET reason = ''`)).rejects.toThrow(/only added to/);
  });

  test('is shown with what it lacks; what lacks the remedies, or names what there is not, is not adopted', async () => {
    const reply = place.replace('correction', 'reply');
    const { content } = (await district.get(reply)).body as Wording;
    const wrong = content.replace('{case.subject}', '{case.subjct}𠮷');
    const look = (text: string): Promise<HttpAnswer> => district.post(`${reply}/look`, { content: text });
    expect((await look(wrong)).body).toMatchObject({ pdf: null, lacks: [{ code: 'unknown-name', isGrave: true }] });
    expect(problemIn(await adopt(district, reply, { content: wrong, reason: '试' })).fields?.[0]?.message).toMatch(
      /case\.subjct/,
    );
    const silent = content.replace(/ {2}- remedies:[^]*?(?=\ndecisions)/, '').replace('审查', '审𠮷');
    const { lacks, pdf } = (await look(silent)).body as WordingLook;
    expect([pdf, lacks.map(({ code }) => code)]).toEqual([null, ['remedies-missing', 'glyph-missing']]);
    const correction = (await district.get(place)).body as Wording;
    const endless = { content: correction.content.replace('{correction.period}', '合理期限'), reason: '试' };
    expect(problemIn(await adopt(district, place, endless)).fields?.[0]?.message).toContain('没有“补正期限”');
    const shown = (await look(content)).body as WordingLook;
    const begins = Buffer.from(shown.pdf ?? '', 'base64').toString('latin1', 0, 5);
    expect([shown.lacks, begins]).toEqual([[], '%PDF-']);
    expect(problemIn(await bureau.post('/admin/organs/street/wordings/reply/look', { content: '' })).code).toBe(
      'invalid-request',
    );
    expect(problemIn(await bureau.get(place)).code).toBe('not-found');
    expect(problemIn(await (await api.officer('clerk.street')).get(place)).code).toBe('role-missing');
  });
});

describe('tokens', () => {
  test('are told once, act at once, and are taken back', async () => {
    const { body, status } = await district.post('/admin/tokens', { name: 'fax gateway', person: 'clerk.street' });
    const { token, secret } = body as { token: { id: string }; secret: string };
    expect([status, token]).toEqual([201, expect.objectContaining({ name: 'fax gateway', username: 'clerk.street' })]);
    const listed = await district.get('/admin/tokens');
    expect(itemsIn(listed)).toEqual([expect.objectContaining({ id: token.id })]);
    expect(listed.text).not.toContain(secret);
    expect(itemsIn(await bureau.get('/admin/tokens'))).toEqual([]);
    expect(problemIn(await remove(bureau, `/admin/tokens/${token.id}`)).code).toBe('not-found');
    const asProgram = (): Promise<Response> =>
      fetch(`${api.url}/api/v1/session`, { headers: { authorization: `Bearer ${secret}` } });
    expect((await asProgram()).status).toBe(200);
    expect((await remove(district, `/admin/tokens/${token.id}`)).status).toBe(204);
    expect((await asProgram()).status).toBe(401);
  });
});

describe('the log', () => {
  test('is read in pages, and by what was changed', async () => {
    const first = (await district.get('/admin/log?limit=2')).body as { items: AdminLogEntry[]; nextCursor: string };
    const second = entriesIn(await district.get(`/admin/log?limit=2&cursor=${first.nextCursor}`));
    const seqs = [...first.items, ...second].map(({ seq }) => seq);
    expect(seqs).toEqual([...seqs].sort((a, b) => b - a));
    expect(new Set(seqs).size).toBe(4);
    const subject = first.items[0]?.subject.id ?? '';
    const about = entriesIn(await district.get(`/admin/log?subject=${subject}`));
    expect(about.map((entry) => entry.subject.id)).toEqual(about.map(() => subject));
    expect(fieldsIn(await district.get('/admin/log?cursor=x'))).toEqual(['cursor invalid-value']);
  });

  test('is only added to', async () => {
    await expect(api.services.source.query(`UPDATE admin_log SET action = 'nothing'`)).rejects.toThrow(/only added to/);
    await expect(api.services.source.query('DELETE FROM admin_log')).rejects.toThrow(/only added to/);
  });

  test('keeps no secret', async () => {
    const { body } = await district.post('/admin/people', { username: 'logged', name: '周记', organ: 'street' });
    const { password } = body as PersonWithPassword;
    expect(JSON.stringify(await log(district))).not.toContain(password);
  });
});
