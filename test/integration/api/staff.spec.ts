import type { AdministeredPerson, AdminLogEntry, PersonView, PersonWithPassword } from '@gongkai/contracts';
import { startTestApi, type TestApi } from '../../support/api.js';
import { open, step } from '../../support/applications.js';
import { fieldsIn, Officer, postJson, problemIn, request, type HttpAnswer } from '../../support/officer.js';

let api: TestApi;
let admin: Officer;
beforeAll(async () => {
  api = await startTestApi();
  admin = await api.officer('admin.bureau');
});
afterAll(() => api.stop());

const sendJson = (officer: Officer, method: string, path: string, body: unknown): Promise<HttpAnswer> =>
  officer.send(path, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
const patch = (path: string, body: unknown, officer = admin): Promise<HttpAnswer> => sendJson(officer, 'PATCH', path, body);
const remove = (path: string, officer = admin): Promise<HttpAnswer> => officer.send(path, { method: 'DELETE' });
const person = ({ body }: HttpAnswer): AdministeredPerson => body as AdministeredPerson;

async function staff(username: string, officer = admin): Promise<AdministeredPerson> {
  const { body } = await officer.get(`/admin/people?q=${username}`);
  const found = (body as { items: AdministeredPerson[] }).items.find((one) => one.username === username);
  if (found === undefined) throw new Error(`${username} is missing`);
  return found;
}

/** A new person who has chosen a password of their own. */
async function newcomer(username: string, more: object = {}): Promise<Officer> {
  const made = await admin.post('/admin/people', { username, name: `新${username}`, organ: 'bureau', ...more });
  if (made.status !== 201) throw new Error(made.text);
  const { password } = made.body as PersonWithPassword;
  const officer = await Officer.logIn(api.url, username, password);
  await sendJson(officer, 'PUT', '/session/password', { current: password, next: 'seven grey herons' });
  return officer;
}

describe('a new person', () => {
  test('gets a password that is told once and opens nothing but its own change', async () => {
    const made = await admin.post('/admin/people', {
      username: 'zhang.min',
      name: '张敏',
      organ: 'bureau',
      email: 'zhang@example.gov.cn',
      posts: [{ role: 'clerk' }, { role: 'approver', ogiHead: true, validFrom: '2026-04-01' }],
    });
    const { person: zhang, password } = made.body as PersonWithPassword;
    expect([made.status, zhang]).toEqual([
      201,
      expect.objectContaining({
        username: 'zhang.min',
        email: 'zhang@example.gov.cn',
        mustChangePassword: true,
        posts: [
          expect.objectContaining({ role: 'clerk', validFrom: '2026-03-02', validTo: null }),
          expect.objectContaining({ role: 'approver', ogiHead: true, validFrom: '2026-04-01' }),
        ],
      }),
    ]);
    const officer = await Officer.logIn(api.url, 'zhang.min', password);
    expect((await officer.get('/session')).body).toMatchObject({ mustChangePassword: true, user: { roles: ['clerk'] } });
    for (const path of ['/cases', '/people', '/dashboard'])
      expect(problemIn(await officer.get(path)).code).toBe('password-change-required');
    const change = (current: string, next: string): Promise<HttpAnswer> =>
      sendJson(officer, 'PUT', '/session/password', { current, next });
    expect(fieldsIn(await change('wrong', 'a long password'))).toEqual(['current wrong-password']);
    expect(fieldsIn(await change(password, 'short'))).toEqual(['next too-short']);
    expect(fieldsIn(await change(password, password))).toEqual(['next same-password']);
    expect((await change(password, 'a long password')).status).toBe(204);
    expect((await officer.get('/session')).body).toMatchObject({ mustChangePassword: false });
    expect((await officer.get('/cases')).status).toBe(200);
    await Officer.logIn(api.url, 'zhang.min', 'a long password');
  });

  test('is refused with every field that is wrong, and nothing is kept', async () => {
    const before = [await api.count('person'), await api.count('post'), await api.count('admin_log')];
    const refused = async (body: object): Promise<string[]> =>
      fieldsIn(await admin.post('/admin/people', { username: 'li.si', name: '李四', organ: 'bureau', ...body }));
    expect(await refused({ username: 'clerk.bureau' })).toEqual(['username taken']);
    expect(await refused({ username: 'Li Si', email: 'nowhere' })).toEqual(['username wrong-format', 'email wrong-format']);
    expect(await refused({ organ: 'street' })).toEqual(['organ unknown-organ']);
    expect(await refused({ posts: [{ role: 'clerk', ogiHead: true }] })).toEqual(['posts.0.ogiHead approvers-only']);
    expect(await refused({ posts: [{ role: 'clerk', validFrom: '2026-03-02', validTo: '2026-03-01' }] })).toEqual([
      'posts.0.validTo ends-before-start',
    ]);
    expect(await refused({ posts: [{ role: 'clerk' }, { role: 'clerk' }] })).toEqual(['posts.1.role post-overlaps']);
    expect([await api.count('person'), await api.count('post'), await api.count('admin_log')]).toEqual(before);
  });
});

describe('posts', () => {
  test('hold from the next request on, and no longer once they end', async () => {
    const officer = await newcomer('posted');
    const roles = async (): Promise<unknown> => ((await officer.get('/session')).body as { user: { roles: unknown } }).user.roles;
    expect(await roles()).toEqual([]);
    const { id } = await staff('posted');
    const [post] = person(await admin.post(`/admin/people/${id}/posts`, { role: 'archivist' })).posts;
    expect(await roles()).toEqual(['archivist']);
    const at = `/admin/people/${id}/posts/${post?.id}`;
    expect(person(await patch(at, { validTo: '2026-03-31' })).posts).toMatchObject([{ validTo: '2026-03-31' }]);
    expect(fieldsIn(await admin.post(`/admin/people/${id}/posts`, { role: 'archivist', validFrom: '2026-03-20' }))).toEqual([
      'role post-overlaps',
    ]);
    expect((await remove(at)).status).toBe(200);
    expect(await roles()).toEqual([]);
    expect((await staff('posted')).posts).toEqual([]);
  });

  test('end yesterday where they have begun, and stay on record', async () => {
    const { id, posts } = await staff('legal.bureau');
    expect(person(await remove(`/admin/people/${id}/posts/${posts[0]?.id}`)).posts).toMatchObject([{ validTo: '2026-03-01' }]);
    expect(await api.officer('legal.bureau')).toBeDefined();
    const { body } = await admin.get(`/admin/log?subject=${id}`);
    expect((body as { items: AdminLogEntry[] }).items).toMatchObject([{ action: 'post-ended', before: { role: 'legal' } }]);
  });
});

describe('nobody is shut out by mistake', () => {
  test('the last administrator keeps the post, and nobody gives up their own', async () => {
    const own = await staff('admin.bureau');
    const [post] = own.posts;
    for (const answer of [
      await patch(`/admin/people/${own.id}`, { active: false }),
      await remove(`/admin/people/${own.id}/posts/${post?.id}`),
      await patch(`/admin/people/${own.id}/posts/${post?.id}`, { validTo: '2026-12-31' }),
      await admin.post(`/admin/people/${own.id}/password`, undefined),
    ])
      expect(problemIn(answer)).toMatchObject({ status: 409, code: 'own-account' });

    const second = await newcomer('second.admin', { posts: [{ role: 'admin', validTo: '2026-06-30' }] });
    for (const answer of [
      await patch(`/admin/people/${own.id}`, { active: false }, second),
      await remove(`/admin/people/${own.id}/posts/${post?.id}`, second),
    ])
      expect(problemIn(answer)).toMatchObject({ status: 409, code: 'last-admin' });

    const { id, posts } = await staff('second.admin');
    await patch(`/admin/people/${id}/posts/${posts[0]?.id}`, { validTo: null });
    expect((await patch(`/admin/people/${own.id}`, { active: false }, second)).body).toMatchObject({ active: false });
    expect(problemIn(await admin.get('/session')).code).toBe('unauthenticated');
    expect((await patch(`/admin/people/${own.id}`, { active: true }, second)).body).toMatchObject({ active: true });
    admin = await api.officer('admin.bureau');
  });

  test('two administrators who take the post from each other: one of them stays', async () => {
    const ids = await Promise.all([staff('admin.bureau'), staff('second.admin')]);
    const second = await Officer.logIn(api.url, 'second.admin', 'seven grey herons');
    const answers = await Promise.all([
      patch(`/admin/people/${ids[1].id}`, { active: false }, admin),
      patch(`/admin/people/${ids[0].id}`, { active: false }, second),
    ]);
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, expect.any(Number)]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    await api.services.source.query('UPDATE person SET active = true');
    admin = await api.officer('admin.bureau');
  });
});

describe('whoever holds open cases', () => {
  test('stays until they are reassigned, and the refusal names them', async () => {
    const [clerk, caseworker] = await Promise.all([api.officer('clerk.bureau'), api.officer('caseworker.bureau')]);
    const { id: caseId, number } = await open(clerk);
    await step(clerk, caseId, { type: 'register' });
    await step(caseworker, caseId, { type: 'claim' });
    const { id, openCases, posts } = await staff('caseworker.bureau');
    expect(openCases).toBe(1);
    for (const answer of [
      await patch(`/admin/people/${id}`, { active: false }),
      await remove(`/admin/people/${id}/posts/${posts[0]?.id}`),
    ])
      expect(answer.body).toMatchObject({ status: 409, code: 'cases-open', cases: [{ id: caseId, number }] });

    const supervisor = await api.officer('supervisor.bureau');
    await newcomer('heir', { posts: [{ role: 'caseworker' }] });
    const heir = await staff('heir');
    await step(supervisor, caseId, { type: 'assign', assignee: heir.id });
    expect((await patch(`/admin/people/${id}`, { active: false })).status).toBe(200);
    expect(problemIn(await caseworker.get('/cases')).code).toBe('unauthenticated');
    expect((await patch(`/admin/people/${id}`, { active: true })).status).toBe(200);
  });
});

/** A program that acts for somebody: asks for the session each time. */
async function tokenOf(username: string): Promise<() => Promise<HttpAnswer>> {
  const { body } = await admin.post('/admin/tokens', { name: 'fax gateway', person: username });
  const { secret } = body as { secret: string };
  return () => request(`${api.url}/api/v1/session`, { headers: { authorization: `Bearer ${secret}` } });
}

describe('whoever is deactivated', () => {
  test('has no token any more, not even once they are back; the log says so', async () => {
    const { username } = await newcomer('leaving');
    const { id } = await staff(username);
    const program = await tokenOf(username);
    expect((await program()).status).toBe(200);
    await patch(`/admin/people/${id}`, { active: false });
    await patch(`/admin/people/${id}`, { active: true });
    expect(problemIn(await program()).code).toBe('unauthenticated');
    const log = (await admin.get('/admin/log')).body as { items: { action: string }[] };
    expect(log.items.map(({ action }) => action)).toContain('token-revoked');
  });
});

describe('a password that was forgotten', () => {
  test('is replaced by one to begin with, and open sessions end', async () => {
    const archivist = await api.officer('archivist.bureau');
    const { id } = await staff('archivist.bureau');
    const program = await tokenOf('archivist.bureau');
    const { body } = await admin.post(`/admin/people/${id}/password`, undefined);
    const { password } = body as { password: string };
    expect(password).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/);
    expect(problemIn(await archivist.get('/session')).code).toBe('unauthenticated');
    expect(problemIn(await program()).code).toBe('unauthenticated');
    const old = await postJson(`${api.url}/api/v1/session`, { username: 'archivist.bureau', password: 'gongkai-demo' });
    expect(problemIn(old).code).toBe('unauthenticated');
    const again = await Officer.logIn(api.url, 'archivist.bureau', password);
    const elsewhere = await Officer.logIn(api.url, 'archivist.bureau', password);
    await sendJson(again, 'PUT', '/session/password', { current: password, next: 'a new password' });
    expect((await again.get('/cases')).status).toBe(200);
    expect(problemIn(await elsewhere.get('/session')).code).toBe('unauthenticated');
  });

  test('is not guessed through its change', async () => {
    const officer = await newcomer('guessed');
    const guess = (): Promise<HttpAnswer> =>
      sendJson(officer, 'PUT', '/session/password', { current: 'a guess', next: 'a new password' });
    for (let i = 0; i < 5; i += 1) expect(problemIn(await guess()).status).toBe(422);
    expect(problemIn(await guess()).code).toBe('too-many-attempts');
  });
});

describe('absences', () => {
  test('are entered by everybody for themselves, with a substitute of the organ', async () => {
    const clerk = await api.officer('clerk.bureau');
    const [instead, elsewhere] = [await staff('legal.bureau'), await staff('clerk.street', await api.officer('admin.street'))];
    const enter = (body: object): Promise<HttpAnswer> => clerk.post('/people/me/absences', body);
    const days = { from: '2026-03-02', to: '2026-03-06' };
    expect(fieldsIn(await enter({ ...days, substitute: elsewhere.id }))).toEqual(['substitute unknown-person']);
    const made = await enter({ ...days, substitute: instead.id });
    expect([made.status, made.body]).toEqual([
      201,
      { id: expect.any(String), ...days, substitute: { id: instead.id, name: instead.name } },
    ]);
    expect(fieldsIn(await enter({ from: '2026-03-06', to: '2026-03-09' }))).toEqual(['from absence-overlaps']);
    expect(fieldsIn(await enter({ from: '2026-03-09', to: '2026-03-08' }))).toEqual(['to ends-before-start']);
    expect(fieldsIn(await enter({ from: '2026-02-09', to: '2026-02-10' }))).toEqual(['to past-date']);
    const { id } = await staff('clerk.bureau');
    expect(fieldsIn(await enter({ from: '2026-04-01', to: '2026-04-02', substitute: id }))).toEqual(['substitute same-person']);
    const { body } = await clerk.get('/people?role=clerk');
    const shown = (body as { items: PersonView[] }).items.find((one) => one.id === id);
    expect(shown).toMatchObject({ absent: true, substitute: instead.id });
    const told = (await (await api.officer('legal.bureau')).get('/people/me/absences')).body;
    expect(told).toMatchObject({ items: [], asSubstitute: [{ ...days, person: { id } }] });
  });

  test('of a caseworker are borne by a caseworker', async () => {
    const caseworker = await api.officer('caseworker.bureau');
    const legal = await staff('legal.bureau');
    const days = { from: '2026-03-02', to: '2026-03-06' };
    expect(fieldsIn(await caseworker.post('/people/me/absences', { ...days, substitute: legal.id }))).toEqual([
      'substitute substitute-not-caseworker',
    ]);
  });

  test('of others are the business of their administrator alone', async () => {
    const { id } = await staff('clerk.bureau');
    const colleague = await api.officer('reviewer.bureau');
    expect(problemIn(await colleague.get(`/people/${id}/absences`)).code).toBe('not-found');
    expect(problemIn(await colleague.post(`/people/${id}/absences`, { from: '2026-05-01', to: '2026-05-02' })).code).toBe(
      'not-found',
    );
    const { body } = await admin.get(`/people/${id}/absences`);
    const [absence] = (body as { items: { id: string }[] }).items;
    expect((await remove(`/people/${id}/absences/${absence?.id}`)).status).toBe(204);
    expect((await admin.get(`/people/${id}/absences`)).body).toEqual({ items: [], asSubstitute: [] });
    expect(problemIn(await remove(`/people/${id}/absences/${absence?.id}`)).code).toBe('not-found');
  });
});

describe('a person who moves', () => {
  test('to a unit below leaves the old posts behind', async () => {
    const district = await api.officer('admin.district');
    const { id } = await staff('reviewer.street', district);
    await api.services.source.query(
      `INSERT INTO post SELECT gen_random_uuid(), id, organ_id, 'legal', false, '2020-01-01', '2020-12-31' FROM person WHERE id = $1`,
      [id],
    );
    const moved = person(await patch(`/admin/people/${id}`, { organ: 'district' }, district));
    expect(moved).toMatchObject({ organ: 'district', posts: [] });
    const past = await api.services.source.query<object[]>(
      'SELECT role, valid_to FROM post WHERE person_id = $1 ORDER BY valid_from',
      [id],
    );
    expect(past).toEqual([
      { role: 'reviewer', valid_to: '2026-03-01' },
      { role: 'legal', valid_to: '2020-12-31' },
    ]);
    const officer = await api.officer('reviewer.street');
    expect((await officer.get('/session')).body).toMatchObject({ user: { organ: 'district', roles: [] } });
  });
});
