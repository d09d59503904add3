import { localDate } from '@gongkai/calendar';
import {
  ApiTokens,
  createAdministrator,
  Directory,
  SecondFactors,
  loadOrgans,
  parseOrgans,
  readDemoOrgans,
  Sessions,
  type NewAdministrator,
} from '@gongkai/casework';
import { createDataSource, ManualClock, Sealer } from '@gongkai/platform';
import type { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

const TODAY = localDate('2026-03-02');
const A_MINUTE = 60_000;

let database: TestDatabase;
let source: DataSource;
let clock: ManualClock;
let sessions: Sessions;

const organs = readDemoOrgans('config');
const load = (): Promise<void> => loadOrgans(source, organs, { since: localDate('2019-01-01'), password: 'gongkai-demo' });
const logIn = (username: string, password = 'gongkai-demo', address = '10.0.0.1') =>
  sessions.open({ username, password, address });
const countOf = async (table: string): Promise<unknown> => (await source.query<object[]>(`SELECT count(*) FROM ${table}`))[0];

beforeAll(async () => {
  database = await createTestDatabase();
  source = await createDataSource(database.url).initialize();
  await load();
});
afterAll(async () => {
  await source.destroy();
  await database.drop();
});
beforeEach(async () => {
  await source.query('DELETE FROM login_attempt');
  clock = new ManualClock(TODAY);
  const sealer = new Sealer(['the secret of these tests is long enough']);
  const factors = new SecondFactors({ source, clock, sealer, neededFor: [] });
  sessions = new Sessions({ source, clock, factors, idleMinutes: undefined });
});

describe('the demonstration', () => {
  test('has ten log-ins in each of its three organs, and the approvers head the OGI unit', async () => {
    const usernames = organs.flatMap(({ posts }) => posts.map(({ username }) => username));
    expect(new Set(usernames).size).toBe(usernames.length);
    for (const organ of ['bureau', 'district', 'street'])
      expect(usernames.filter((name) => name.endsWith(`.${organ}`))).toHaveLength(10);
    const approver = await new Directory(source, clock).byUsername('approver.street');
    expect(approver).toMatchObject({ organCode: 'street', roles: ['approver'], ogiHead: true, seesBelow: false });
  });

  test('loaded twice is loaded once', async () => {
    const before = [await countOf('organ'), await countOf('person'), await countOf('post')];
    await load();
    expect([await countOf('organ'), await countOf('person'), await countOf('post')]).toEqual(before);
  });

  test('a list whose organs could not be told apart by code, prefix or number is none', () => {
    const organ = (code: string, prefix: string, format = ''): string =>
      `  - { code: ${code}, name: { zh-CN: 某局, en: Bureau }, kind: department, prefix: ${prefix}${format} }\n`;
    const list = (...entries: string[]) => parseOrgans(`id: x\norgans:\n${entries.join('')}`, 'x.yaml');
    expect(list(organ('a', '甲'), organ('b', '乙', `, format: '{prefix}{year}-{n:4}'`)).map(({ format }) => format)).toEqual([
      '{prefix}〔{year}〕{n}号',
      '{prefix}{year}-{n:4}',
    ]);
    expect(() => list(organ('a', '甲'), organ('a', '乙'))).toThrow('is the code of another organ too');
    expect(() => list(organ('a', '甲'), organ('b', '甲'))).toThrow('is the prefix of another organ too');
    expect(() => list(organ('a', '甲', `, format: '{prefix}{n}'`))).toThrow(/format/);
  });

  test('the path of an organ leads from the top of the tree to itself', async () => {
    const directory = new Directory(source, clock);
    const [street, district] = await Promise.all([directory.byUsername('clerk.street'), directory.byUsername('clerk.district')]);
    expect(street?.organPath).toEqual([district?.organId, street?.organId]);
    expect(district?.organPath).toEqual([district?.organId]);
  });
});

describe('what a person sees of the tree', () => {
  const codes = async (username: string): Promise<string[]> => {
    const directory = new Directory(source, clock);
    const person = await directory.byUsername(username);
    if (person === undefined) throw new Error(`${username} is missing`);
    return (await directory.organs(person)).map(({ code }) => code);
  };

  test('a clerk sees the own organ', async () => {
    expect(await codes('clerk.district')).toEqual(['district']);
  });

  test.each(['supervisor', 'auditor'])('a %s sees the units below, and no other tree', async (role) => {
    const seen = await codes(`${role}.district`);
    expect(seen).toEqual(expect.arrayContaining(['district', 'street', 'housing']));
    expect(seen).not.toContain('bureau');
    expect(await codes(`${role}.street`)).toEqual(['street']);
  });

  test('people are listed by organ and role, with who is away and who acts instead', async () => {
    const directory = new Directory(source, clock);
    const [supervisor, away, instead] = await Promise.all(
      ['supervisor.district', 'caseworker.street', 'clerk.street'].map((name) => directory.byUsername(name)),
    );
    if (!supervisor || !away || !instead) throw new Error('The demonstration is not loaded.');
    await source.query('INSERT INTO absence VALUES (gen_random_uuid(), $1, $2, $2, $3)', [away.id, TODAY, instead.id]);
    const list = await directory.people(supervisor, { organ: 'street', role: 'caseworker' });
    expect(list).toEqual([
      { id: away.id, name: away.name, organ: 'street', roles: ['caseworker'], absent: true, substitute: instead.id },
    ]);
    clock.set(localDate('2026-03-03'));
    expect(await directory.people(supervisor, { organ: 'street', role: 'caseworker' })).toMatchObject([{ absent: false }]);
  });

  test('a post that has ended gives no role', async () => {
    await source.query(
      `UPDATE post SET valid_to = '2026-03-01' WHERE person_id = (SELECT id FROM person WHERE username = 'legal.bureau')`,
    );
    expect(await new Directory(source, clock).byUsername('legal.bureau')).toMatchObject({ roles: [] });
  });
});

describe('logging in', () => {
  test('opens a session that lasts twelve hours and ends at log-out', async () => {
    const { secret, person, csrfToken } = await logIn('clerk.bureau');
    expect(person).toMatchObject({ username: 'clerk.bureau', organCode: 'bureau', roles: ['clerk'] });
    expect(await sessions.find(secret, true)).toEqual({ person, csrfToken, mustChangePassword: false, secondFactor: 'off' });
    clock.advance(12 * 60 * A_MINUTE);
    expect(await sessions.find(secret, true)).toBeUndefined();
    const second = await logIn('clerk.bureau');
    await sessions.close(second.secret);
    expect(await sessions.find(second.secret, true)).toBeUndefined();
  });

  test('keeps no secret in the database', async () => {
    const { secret } = await logIn('clerk.bureau');
    const rows = await source.query<object[]>('SELECT id_hash FROM session');
    expect(JSON.stringify(rows)).not.toContain(secret);
  });

  test('is refused in the same words for a wrong password and for nobody', async () => {
    await expect(logIn('clerk.bureau', 'wrong')).rejects.toMatchObject({ code: 'unauthenticated' });
    await expect(logIn('nobody', 'wrong')).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  test('is refused after five failures, also at once, for a quarter of an hour, at that address alone', async () => {
    const tries = await Promise.allSettled(Array.from({ length: 8 }, () => logIn('clerk.bureau', 'wrong')));
    const codes = tries.map((attempt) => (attempt.status === 'rejected' ? (attempt.reason as { code: string }).code : 'in'));
    expect(codes.filter((code) => code === 'unauthenticated')).toHaveLength(5);
    expect(codes.filter((code) => code === 'too-many-attempts')).toHaveLength(3);
    await expect(logIn('clerk.bureau')).rejects.toMatchObject({ code: 'too-many-attempts', details: { facts: { minutes: 15 } } });
    await expect(logIn('clerk.bureau', 'gongkai-demo', '10.0.0.2')).resolves.toBeDefined();
    await expect(logIn('clerk.street')).resolves.toBeDefined();
    clock.advance(15 * A_MINUTE);
    await expect(logIn('clerk.bureau')).resolves.toBeDefined();
  });

  test('is never slowed down by success, and a success forgets what failed before', async () => {
    for (let i = 0; i < 4; i += 1) await logIn('clerk.bureau', 'wrong').catch(() => undefined);
    await Promise.all(Array.from({ length: 8 }, () => logIn('clerk.bureau')));
    await expect(logIn('clerk.bureau', 'wrong')).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  test('is closed to who is no longer active, and so are the sessions', async () => {
    const { secret } = await logIn('auditor.bureau');
    await source.query(`UPDATE person SET active = false WHERE username = 'auditor.bureau'`);
    expect(await sessions.find(secret, true)).toBeUndefined();
    await expect(logIn('auditor.bureau')).rejects.toMatchObject({ code: 'unauthenticated' });
  });
});

describe('tokens', () => {
  test('act for a person until they are revoked', async () => {
    const tokens = new ApiTokens(source, clock);
    const { secret: token } = await tokens.issue(null, { person: 'clerk.street', name: 'fax gateway', scopes: ['intake'] });
    const holder = { person: { username: 'clerk.street', roles: ['clerk'] }, scopes: ['intake'] };
    expect(await tokens.holder(token)).toMatchObject(holder);
    const [listed] = await tokens.list(null);
    expect(listed).toMatchObject({ name: 'fax gateway', username: 'clerk.street', lastUsedAt: clock.now().toISOString() });
    await tokens.revoke(null, listed?.id ?? '');
    await expect(tokens.revoke(null, listed?.id ?? '')).rejects.toMatchObject({ code: 'not-found' });
    expect(await tokens.holder(token)).toBeUndefined();
    await expect(tokens.issue(null, { person: 'nobody', name: 'x', scopes: ['read'] })).rejects.toMatchObject({
      fields: [{ path: 'person', code: 'unknown-person' }],
    });
  });
});

describe('the first administrator', () => {
  const first = {
    username: 'root',
    name: '王管理',
    password: 'a long password',
    organ: { code: 'hq', nameZh: '某局' },
  };
  const create = (person: NewAdministrator): Promise<unknown> => createAdministrator({ source, clock }, person);

  test('comes with the organ, once, and can log in', async () => {
    expect(await create(first)).toBeUndefined();
    expect(await create(first)).toBe('username-taken');
    const { person } = await logIn('root', first.password);
    expect(person).toMatchObject({ roles: ['admin'], organCode: 'hq' });
  });

  test('needs an organ that is there or named, and a password that is not short', async () => {
    expect(await create({ ...first, username: 'second', organ: { code: 'nowhere' } })).toBe('organ-unknown');
    expect(await create({ ...first, username: 'second', password: 'short' })).toBe('password-short');
    expect(await create({ ...first, username: 'second', password: 'Second@2026' })).toBe('password-guessable');
    expect(await create({ ...first, username: 'second', organ: { code: 'hq' } })).toBeUndefined();
  });
});
