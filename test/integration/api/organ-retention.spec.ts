import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { JournalPage } from '@gongkai/contracts';
import { startTestApi, type TestApi } from '../../support/api.js';
import { open, step } from '../../support/applications.js';
import { fieldsIn } from '../../support/officer.js';

const TABLE = '- { organs: [street], from: 2026-01-01, answered: permanent, unanswered: 30_years, remedied: permanent }';
const LATER = '- { organs: [bureau], from: 2026-03-03, answered: 30_years, unanswered: 30_years, remedied: 30_years }';

let api: TestApi;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'gongkai-retention-'));
  cpSync('config', folder, { recursive: true });
  const file = path.join(folder, 'retention.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('tables: []', `tables:\n  ${TABLE}\n  ${LATER}`));
  api = await startTestApi({ today: '2026-03-02', env: { CONFIG_DIR: folder } });
});
afterAll(async () => {
  await api.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Files a case of an organ that was withdrawn. @returns what was refused, or how long it is kept */
async function kept(organ: string, more = {}): Promise<unknown> {
  const as = (role: string) => api.officer(`${role}.${organ}`);
  const { id } = await open(await as('clerk'), {});
  await step(await as('caseworker'), id, { type: 'accept' });
  await step(await as('caseworker'), id, { type: 'withdraw', how: '书面' });
  const archivist = await as('archivist');
  const filed = await archivist.post(`/cases/${id}/commands`, { type: 'file', ...more });
  if (filed.status !== 200) return fieldsIn(filed);
  const { items } = (await archivist.get(`/cases/${id}/journal?limit=100`)).body as JournalPage;
  return items.at(-1)?.fact.retention;
}

test('an organ keeps its cases by its own table, from the day on which that begins, and no shorter (REG 45)', async () => {
  expect(await kept('street')).toBe('30_years');
  expect(await kept('street', { retention: '10_years' })).toEqual(['retention retention-too-short']);
  expect(await kept('bureau')).toBe('10_years');
});
