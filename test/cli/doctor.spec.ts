import { cpSync, existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createDataSource } from '@gongkai/platform';
import { localDate } from '@gongkai/calendar';
import { loadOrgans, readDemoOrgans } from '@gongkai/casework';
import { callCli } from '../support/call-cli.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { makeOpenFolder, removeFolder } from '../support/folders.js';
import { TwoNetworks } from '../support/two-networks.js';

const folder = makeOpenFolder();
const networks = new TwoNetworks();
afterAll(() => {
  networks.end();
  removeFolder(folder);
});

test('doctor looks for no database, queue or secret in the network of the portal, and makes none there', async () => {
  const dataDir = path.join(folder, 'data');
  const settings = { NODE_ENV: 'production', SERVES: 'relay', DATA_DIR: dataDir, ...networks.settingsOf('portal') };
  const { exit, stdout } = await callCli(['doctor'], '', settings);
  expect([exit, stdout.match(/^(?:warn|FAIL).*$/gm)]).toEqual([0, null]);
  expect(stdout).toContain(`ok    packages for the other network lie in ${networks.at('portal')}`);
  expect(stdout).not.toMatch(/PostgreSQL|queue|password/);
  expect(existsSync(dataDir)).toBe(false);
});

describe('of an office', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
    const source = await createDataSource(database.url, { poolSize: 1 }).initialize();
    await loadOrgans(source, readDemoOrgans('config'), { since: localDate('2019-01-01'), password: 'gongkai-demo' });
    await source.query(
      `INSERT INTO guide SELECT organ_id, version + 1, valid_from, content - 'court', changed_at, NULL FROM guide
        WHERE organ_id = (SELECT id FROM organ WHERE code = 'bureau')`,
    );
    await source.destroy();
  });
  afterAll(() => database.drop());
  const doubts = async (configDir: string): Promise<readonly string[]> => {
    const settings = { DATABASE_URL: database.url, DATA_DIR: path.join(folder, 'data'), CONFIG_DIR: configDir };
    return (await callCli(['doctor'], '', settings)).stdout.match(/^warn.*$/gm) ?? [];
  };

  test('doctor names who administers and audits at once, from before the two were kept apart', async () => {
    const source = await createDataSource(database.url, { poolSize: 1 }).initialize();
    const given = `INSERT INTO post (id, person_id, organ_id, role, ogi_head, valid_from)
      SELECT '00000000-0000-4000-8000-00000000b0b0', id, organ_id, 'auditor', false, '2026-01-01' FROM person WHERE username = 'admin.street'`;
    await source.query(given);
    try {
      expect(await doubts('config')).toContainEqual(expect.stringMatching(/^warn {2}admin\.street of street .* at once/));
    } finally {
      await source.query(`DELETE FROM post WHERE id = '00000000-0000-4000-8000-00000000b0b0'`);
      await source.destroy();
    }
  });

  test.each([
    [
      'a server that is away',
      (url: URL) => (url.port = '1'),
      /^FAIL {2}The database \S+:1\/\S+ is not reached \(ECONNREFUSED\): .* Start PostgreSQL/,
    ],
    [
      'a database that is not there',
      (url: URL) => (url.pathname = '/nowhere'),
      /^FAIL {2}The database \S+\/nowhere is not reached \(3D000\): .*createdb/,
    ],
  ])('doctor says of %s what to do, and no password', async (_what, change, said) => {
    const url = new URL(database.url);
    change(url);
    const { exit, stdout } = await callCli(['doctor'], '', { DATABASE_URL: url.href, DATA_DIR: path.join(folder, 'data') });
    const faults = stdout.match(/^FAIL.*$/gm);
    expect([exit, faults]).toEqual([1, [expect.stringMatching(said)]]);
    expect(stdout).not.toContain(url.password);
  });

  test('doctor names the letters that wait for the guide of an organ, and says that the others do not', async () => {
    expect(await doubts('config')).toContainEqual(
      expect.stringMatching(
        /^warn {2}The guide of bureau does not say court: its letters that tell of remedies \(.*reply 答复书.*\) cannot be drawn, all others can\. /,
      ),
    );
  });

  test('doctor names codes in the table of retention periods that no organ has', async () => {
    expect((await doubts('config')).filter((line) => line.includes('retention'))).toEqual([]);
    const config = path.join(folder, 'config');
    cpSync('config', config, { recursive: true });
    const table =
      '{ organs: [bureau, buero, city], from: 2026-01-01, answered: 30_years, unanswered: 10_years, remedied: permanent }';
    writeFileSync(path.join(config, 'retention.yaml'), `id: demo\ntables:\n  - ${table}\n`);
    expect(await doubts(config)).toContainEqual(
      expect.stringMatching(
        /^warn {2}retention\.yaml has a table for buero, city, and no organ is called that: .* Correct the code/,
      ),
    );
  });
});
