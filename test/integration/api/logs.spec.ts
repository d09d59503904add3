import { openServices } from '../../../apps/api/src/services.js';
import { createApi } from '../../../apps/api/src/create-api.js';
import { openLog } from '@gongkai/platform';
import { programs, startTestApi, type TestApi } from '../../support/api.js';
import { open, step } from '../../support/applications.js';
import { Officer, request } from '../../support/officer.js';

type Line = Readonly<Record<string, unknown>>;

const lines: Line[] = [];
const log = openLog({ logLevel: 'info', production: true }, 'api', {
  write: (line: string) => void lines.push(JSON.parse(line) as Line),
});

let api: TestApi;
let url: string;
let stop: () => Promise<void>;
beforeAll(async () => {
  api = await startTestApi();
  const { settings, databaseUrl, clock } = api;
  const services = await openServices({ settings, databaseUrl, clock, programs, log });
  const app = await createApi(services);
  await app.listen(0, '127.0.0.1');
  url = await app.getUrl();
  stop = async () => {
    await app.close();
    await services.close();
  };
});
afterAll(async () => {
  await stop();
  await api.stop();
});

const said = (what: string): readonly Line[] => lines.filter(({ msg }) => msg === what);

test('a command is found by its case, its entry and its request; a refusal says why', async () => {
  const caseworker = await Officer.logIn(url, 'caseworker.bureau', 'gongkai-demo');
  const view = await open(await Officer.logIn(url, 'clerk.bureau', 'gongkai-demo'));
  await step(caseworker, view.id, { type: 'accept' });
  await caseworker.post(`/cases/${view.id}/commands`, { type: 'accept' });
  const [opened, accepted, refused] = said('command');
  expect(opened).toMatchObject({ command: 'open', became: 'journalled', caseId: view.id, name: 'api' });
  expect(accepted).toMatchObject({ command: 'accept', became: 'journalled', caseId: view.id });
  expect(refused).toMatchObject({ command: 'accept', became: 'refused', caseId: view.id, code: expect.any(String) as string });
  const [entry] = await api.services.source.query<{ id: string }[]>(
    `SELECT id FROM journal WHERE case_id = $1 AND fact ->> 'type' = 'ACCEPTED'`,
    [view.id],
  );
  expect(accepted?.commandId).toBe(entry?.id);
  const its = said('request').filter(({ requestId }) => requestId === accepted?.requestId);
  expect(its).toMatchObject([{ method: 'POST', route: '/api/v1/cases/:id/commands', status: 200 }]);
});

test('nobody is named in it, and nothing that was typed', async () => {
  const clerk = await Officer.logIn(url, 'clerk.bureau', 'gongkai-demo');
  const planted = ['赵秘密', '18812340077', '110101199003070013', '不可外传的内容', 'K7MP-X3RT', '搜索的字'];
  const [name = '', phone = '', idNumber = '', description = '', code = '', words = ''] = planted;
  const applicant = { kind: 'natural_person', category: 'natural_person', name, phone, idType: '居民身份证', idNumber } as const;
  await open(clerk, { applicant, items: [{ description }] });
  await clerk.get(`/cases?q=${encodeURIComponent(words)}`);
  await request(`${url}/api/v1/public/applications/${encodeURIComponent(name)}?code=${code}`);
  await request(`${url}/api/v1/${encodeURIComponent(name)}`);
  await clerk.post('/cases', { name, description });
  expect(said('request').length).toBeGreaterThan(4);
  const all = JSON.stringify(lines) + decodeURIComponent(JSON.stringify(lines));
  for (const secret of planted) expect(all).not.toContain(secret);
});
