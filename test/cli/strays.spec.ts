import { existsSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { FileStore, SystemClock } from '@gongkai/platform';
import { startTestApi, type TestApi } from '../support/api.js';
import { callCli } from '../support/call-cli.js';
import type { Officer } from '../support/officer.js';

const [DAY_MS, OLD] = [86_400_000, 2];
let api: TestApi;
let clerk: Officer;
beforeAll(async () => {
  api = await startTestApi();
  clerk = await api.officer('clerk.bureau');
});
afterAll(() => api.stop());

const daysFromNow = (days: number): Date => new Date(new SystemClock().now().getTime() + days * DAY_MS);
const contentOf = (name: string): Buffer => Buffer.from(`%PDF-1.4 ${name}`);
const placeOf = (id: string): string => path.join(api.settings.dataDir, 'files', id.slice(0, 2), id.slice(2, 4), id);
const asideOf = (id: string): string => path.join(api.settings.dataDir, 'files/stray', id);
const since = (place: string, days: number): void => {
  const at = daysFromNow(-days);
  utimesSync(place, at, at);
};

/** Kept, and whoever handed it in was cut off before it was noted. */
async function stray(name: string, days = OLD): Promise<string> {
  const store = new FileStore(api.settings.dataDir);
  const { id } = await store.save(Readable.from([contentOf(name)]), { name: `${name}.pdf` });
  since(placeOf(id), days);
  return id;
}

async function handIn(name: string): Promise<string> {
  const file = new File([new Uint8Array(contentOf(name))], `${name}.pdf`, { type: 'application/pdf' });
  const { body } = await clerk.upload('/files', file);
  return (body as { id: string }).id;
}

const settings = () => ({ DATABASE_URL: api.databaseUrl, DATA_DIR: api.settings.dataDir });
async function strays(...options: readonly string[]): Promise<unknown> {
  const { exit, stdout, stderr } = await callCli(['files', 'strays', ...options], '', settings());
  return exit === 0 ? JSON.parse(stdout) : { exit, stderr };
}
const of = (id: string): unknown => expect.objectContaining({ count: 1, files: [expect.objectContaining({ id })] });
const none = { count: 0, bytes: 0, files: [] };

test('what nobody names is told by doctor, set aside, and comes back as soon as somebody names it', async () => {
  const [lost, , known] = [await stray('cut off'), await stray('of today', 0), await handIn('known')];
  since(placeOf(known), OLD);
  const { stdout } = await callCli(['doctor'], '', settings());
  expect(stdout).toMatch(/^warn {2}1 files \(0\.0 MB\) that nobody names .* files strays --set-aside/m);
  expect(await strays()).toEqual({ strays: of(lost), aside: none });
  expect(await strays('--set-aside')).toEqual({ setAside: of(lost) });
  expect(await strays()).toEqual({ strays: none, aside: of(lost) });
  expect([existsSync(placeOf(lost)), existsSync(asideOf(lost)), existsSync(placeOf(known))]).toEqual([false, true, true]);
  expect((await callCli(['doctor'], '', settings())).stdout).not.toContain('that nobody names');

  // As after a database was put back to a later moment: its row is there again.
  await api.services.source.query(
    `INSERT INTO stored_file SELECT $1, organ_id, 'x.pdf', mime, $2, uploaded_by, uploaded_at, NULL FROM stored_file WHERE id = $3`,
    [lost, contentOf('cut off').length, known],
  );
  expect((await clerk.get(`/files/${lost}`)).text).toBe(contentOf('cut off').toString());
  expect([existsSync(placeOf(lost)), existsSync(asideOf(lost))]).toEqual([true, false]);
});

test('what lies aside goes for good after ninety days, unless it is named by then', async () => {
  const [fresh, old, named] = [await stray('fresh'), await stray('old'), await stray('named')];
  await strays('--set-aside');
  for (const id of [old, named]) since(asideOf(id), 91);
  since(asideOf(fresh), 89);
  await api.services.source.query(
    `INSERT INTO stored_file SELECT $1, organ_id, 'x.pdf', mime, $2, uploaded_by, uploaded_at, NULL FROM stored_file LIMIT 1`,
    [named, contentOf('named').length],
  );
  expect(await strays('--remove')).toEqual({ removed: of(old), broughtBack: [named] });
  expect([fresh, old, named].map((id) => existsSync(asideOf(id)))).toEqual([true, false, false]);
  expect(existsSync(placeOf(named))).toBe(true);
});

test('a file that is handed in again is another one than what lies aside, and a file that is destroyed lies nowhere', async () => {
  const id = await stray('twice');
  await strays('--set-aside');
  expect(await handIn('twice')).toBe(id);
  expect([existsSync(placeOf(id)), existsSync(asideOf(id))]).toEqual([true, true]);
  await new FileStore(api.settings.dataDir).remove(id, daysFromNow(1));
  expect([existsSync(placeOf(id)), existsSync(asideOf(id))]).toEqual([false, false]);
});

test('both at once are refused', async () => {
  const { exit, stdout, stderr } = await callCli(['files', 'strays', '--set-aside', '--remove'], '', settings());
  expect([exit, stdout]).toEqual([2, '']);
  expect(JSON.parse(stderr.trim().split('\n').at(-1) ?? '')).toMatchObject({ code: 'invalid-request' });
});
