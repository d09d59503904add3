import { open, step } from '../../support/applications.js';
import { startLoggedApi, type Line, type LoggedApi } from '../../support/logged-api.js';
import { Officer, request } from '../../support/officer.js';

let logged: LoggedApi;
let url: string;
let lines: Line[];
let api: LoggedApi['api'];
beforeAll(async () => {
  logged = await startLoggedApi();
  ({ url, lines, api } = logged);
});
afterAll(() => logged.stop());

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
