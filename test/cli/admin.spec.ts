import { Client } from 'pg';
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '../support/database.js';
import { callCli } from '../support/call-cli.js';
import { runCli, type CliRun } from '../support/run-cli.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const run = (args: readonly string[], stdin = ''): Promise<CliRun> => callCli(args, stdin, { DATABASE_URL: database.url });
const create = (username: string, password: string, more: readonly string[] = []): Promise<CliRun> =>
  run(['admin', 'create', '--username', username, '--name', '王管理', '--organ', 'hq', ...more], `${password}\n`);

/** The first person of an installation, and the keys of other programs. */
describe('gongkai admin', () => {
  test('makes the first administrator with the organ, and says what stands in the way', async () => {
    expect(await create('root', 'a long password')).toMatchObject({ exit: 1, stdout: '' });
    expect(await create('root', 'a long password', ['--organ-name', '某局'])).toMatchObject({
      exit: 0,
      stdout: 'root can log in as administrator of hq.\n',
    });
    expect((await create('root', 'a long password')).stderr).toMatch(/log-in already/);
    expect((await create('second', 'short')).stderr).toMatch(/10 characters/);
  });

  test('makes a token, shows it once, and takes it back', async () => {
    await create('keeper', 'a long password', ['--organ-name', '某局']);
    const made = await run(['admin', 'token', '--for', 'keeper', '--name', 'fax gateway']);
    expect(made.stdout).toMatch(/^[\w-]{43}\n$/);
    const [listed] = JSON.parse((await run(['admin', 'tokens'])).stdout) as { id: string; name: string }[];
    expect(listed).toMatchObject({ name: 'fax gateway', username: 'keeper' });
    expect((await run(['admin', 'tokens'])).stdout).not.toContain(made.stdout.trim());
    expect((await run(['admin', 'revoke', listed?.id ?? ''])).exit).toBe(0);
    expect((await run(['admin', 'revoke', listed?.id ?? ''])).exit).toBe(1);
    expect((await run(['admin', 'token', '--for', 'nobody', '--name', 'x'])).stderr).toMatch(/nobody/);
  });
});

test('a database without tables: every command says what to run', async () => {
  const empty = await createEmptyDatabase();
  const commands = [
    ['replay', '--verify'],
    ['audit', 'verify'],
    ['audit', 'open'],
    ['admin', 'tokens'],
  ];
  for (const args of commands) {
    const { exit, stdout, stderr } = await callCli(args, '', { DATABASE_URL: empty.url });
    expect([exit, stdout, stderr]).toEqual([1, '', 'The database is not up to date: run "npm run gongkai -- migrate".\n']);
  }
  await empty.drop();
});

describe('gongkai doctor', () => {
  const beaten = async (ago: string): Promise<void> => {
    const client = new Client({ connectionString: database.url });
    await client.connect();
    await client.query(
      `INSERT INTO heartbeat VALUES ('worker', now() - $1::interval) ON CONFLICT (part) DO UPDATE SET beaten_at = excluded.beaten_at`,
      [ago],
    );
    await client.end();
  };

  test('names a worker that has gone', async () => {
    await beaten('1 second');
    expect(await run(['doctor'])).toMatchObject({
      exit: 0,
      stdout: expect.stringContaining('ok    a worker is at work') as string,
    });
    await beaten('5 minutes');
    expect(await run(['doctor'])).toMatchObject({
      exit: 1,
      stdout: expect.stringMatching(/^FAIL {2}No worker .* since 20/m) as string,
    });
    await beaten('0 seconds');
  });

  test('warns where a chain of approval names a post that nobody has, before a draft is refused for it', async () => {
    await run(
      ['admin', 'create', '--username', 'lone', '--name', '王管理', '--organ', 'science', '--organ-name', '某局'],
      'a long password\n',
    );
    const client = new Client({ connectionString: database.url });
    await client.connect();
    await client.query(
      `INSERT INTO post (id, person_id, organ_id, role, valid_from)
         SELECT gen_random_uuid(), id, organ_id, 'caseworker', '2020-01-01' FROM person WHERE username = 'lone'`,
    );
    await client.end();
    const { exit, stdout } = await run(['doctor']);
    expect([exit, stdout]).toEqual([0, expect.stringMatching(/^warn {2}.*the unit head \(科室负责人\) in science/m)]);
    expect(stdout.match(/^warn .*approvals\.yaml/gm)).toHaveLength(4);
    // Nobody there can write a letter either: the organ has no guide.
    expect(stdout).toMatch(/^warn {2}The guide of science does not say office, .*court.*Organs/m);
  });

  test('ends where Redis is away, and says so', () => {
    const away = { DATABASE_URL: database.url, QUEUE_BACKEND: 'redis', REDIS_URL: 'redis://127.0.0.1:1' };
    const { exit, stdout } = runCli(['doctor'], '', away);
    expect([exit, stdout]).toEqual([1, expect.stringMatching(/^FAIL {2}Redis does not answer/m)]);
  });

  test('finds nothing where all is well, and says what is not', async () => {
    const well = await run(['doctor']);
    expect([well.exit, well.stdout]).toEqual([0, expect.stringMatching(/^ok {4}PostgreSQL \d+/m)]);
    const ill = await callCli(['doctor'], '', { DATABASE_URL: 'postgres://nobody:x@127.0.0.1:1/nothing' });
    expect([ill.exit, ill.stdout]).toEqual([1, expect.stringMatching(/^FAIL {2}.*127\.0\.0\.1:1/m)]);
    expect((await callCli(['doctor'], '', { PORT: 'many' })).stderr).toMatch(/PORT has to be a port number/);
  });
});

test('gongkai migrate tells the steps it took, and takes none twice', async () => {
  expect(await run(['migrate'])).toMatchObject({ exit: 0, stdout: '{"steps":[]}\n' });
});
