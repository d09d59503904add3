import { SEALED_TABLES } from '@gongkai/casework';
import { PAGE_READINGS } from '@gongkai/intake';
import { Sealer } from '@gongkai/platform';
import { Client } from 'pg';
import { sealedTables } from '../../libs/platform/src/backup/catalogue.js';
import { startTestApi, type TestApi } from '../support/api.js';
import { open } from '../support/applications.js';
import { callCli } from '../support/call-cli.js';

const NEW = 'the-newer-secret-of-the-tests-is-long-enough';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

type Standing = readonly { readonly table: string; readonly current: number; readonly older: number }[];

/** `gongkai keys` with these keys, the newest first. */
async function keys(words: string, ...secrets: readonly string[]): Promise<unknown> {
  const { exit, stdout, stderr } = await callCli(['keys', words], '', settingsWith(secrets, 'aes'));
  return exit === 0 ? JSON.parse(stdout) : { exit, stderr };
}

const settingsWith = (secrets: readonly string[], CIPHER: string) => ({
  DATABASE_URL: api.databaseUrl,
  SECRET_KEY: secrets.join(','),
  DATA_DIR: api.settings.dataDir,
  CIPHER,
});

test('every table in which something is sealed is known', async () => {
  const client = new Client({ connectionString: api.databaseUrl });
  await client.connect();
  const sealed = await sealedTables(client);
  await client.end();
  expect([...SEALED_TABLES, PAGE_READINGS].map(({ table }) => table).sort()).toEqual(sealed);
});

test('what an older key has sealed is sealed with the newest one, and then the older one is needed no more', async () => {
  const [old] = api.settings.secretKeys;
  const clerk = await api.officer('clerk.bureau');
  const cases = [await open(clerk), await open(clerk)];
  await clerk.get(`/cases/${cases[0]?.id ?? ''}/receipt`);
  const applicants = async (...secrets: string[]) =>
    ((await keys('status', ...secrets)) as Standing).find(({ table }) => table === 'applicant');
  expect(await applicants(NEW, old)).toEqual({ table: 'applicant', current: 0, older: 2 });
  expect(await keys('reseal', NEW)).toMatchObject({ exit: 1, stderr: expect.stringMatching(/it needs the key/) as string });
  expect(await keys('reseal', NEW, old)).toMatchObject({ applicant: 2, query_code: 2 });
  expect(await keys('reseal', NEW, old)).toMatchObject({ applicant: 0, query_code: 0 });
  const standing = (await keys('status', NEW)) as Standing;
  expect(standing.filter(({ older }) => older > 0)).toEqual([]);
  expect(await applicants(NEW)).toEqual({ table: 'applicant', current: 2, older: 0 });
  const rows = await api.services.source.query<{ id: string; sealed: Uint8Array }[]>('SELECT id, sealed FROM applicant');
  const opened = rows.map(({ id, sealed }) => new Sealer([NEW]).open(sealed, `applicant:${id}`));
  expect(opened).toEqual([expect.objectContaining({ idNumber: '110101199003070015' }), expect.objectContaining({})]);
});

test('another cipher under the same key: both stand side by side and open, doctor tells of it, and all is sealed again with the new one', async () => {
  const by = (cipher: string) => async (words: readonly string[]) =>
    (await callCli(words, '', settingsWith([NEW], cipher))).stdout;
  const [aes, sm4] = [by('aes'), by('sm4')];
  const sealedNow = async (run: typeof sm4) => JSON.parse(await run(['keys', 'status'])) as Standing;
  const total = (await sealedNow(aes)).reduce((sum, { current }) => sum + current, 0);
  expect(total).toBeGreaterThan(3);
  expect((await sealedNow(sm4)).reduce((sum, { older }) => sum + older, 0)).toBe(total);

  const [one] = await api.services.source.query<{ id: string; sealed: Uint8Array }[]>('SELECT id, sealed FROM applicant LIMIT 1');
  if (one === undefined) throw new Error('Nobody is there.');
  const place = `applicant:${one.id}`;
  const again = new Sealer([NEW], 'sm4').sealAgain(one.sealed, place);
  await api.services.source.query('UPDATE applicant SET sealed = $1 WHERE id = $2', [again, one.id]);
  expect((await sealedNow(sm4)).find(({ table }) => table === 'applicant')).toMatchObject({ current: 1, older: 1 });
  const open = async () => {
    const rows = await api.services.source.query<{ id: string; sealed: Uint8Array }[]>('SELECT id, sealed FROM applicant');
    return rows.map(({ id, sealed }) => ({ format: sealed[0], said: new Sealer([NEW]).open(sealed, `applicant:${id}`) }));
  };
  const mixed = await open();
  expect(mixed.map(({ format }) => format).sort()).toEqual([1, 3]);
  expect(await sm4(['doctor'])).toMatch(new RegExp(`^warn {2}personal data is sealed with SM4.*; ${total - 1} rows still`, 'm'));

  await sm4(['keys', 'reseal']);
  expect(await sm4(['doctor'])).toMatch(/^ok {4}personal data is sealed with SM4-CTR with HMAC-SM3 \(CIPHER=sm4\)$/m);
  const after = await open();
  expect(after.map(({ format }) => format)).toEqual([3, 3]);
  expect(after.map(({ said }) => said)).toEqual(expect.arrayContaining(mixed.map(({ said }) => said)));
});
