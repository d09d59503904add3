import type { AdministeredPerson, PersonWithPassword } from '@gongkai/contracts';
import { startTestApi, type TestApi } from '../../support/api.js';
import { open, step } from '../../support/applications.js';
import type { HttpAnswer, Officer } from '../../support/officer.js';

let api: TestApi;
let admin: Officer;
beforeEach(async () => {
  api = await startTestApi();
  admin = await api.officer('admin.bureau');
});
afterEach(() => api.stop());

const patch = (path: string, body: object): Promise<HttpAnswer> =>
  admin.send(path, { method: 'PATCH', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
const remove = (path: string): Promise<HttpAnswer> => admin.send(path, { method: 'DELETE' });

async function postOf(username: string, role: string): Promise<{ readonly id: string; readonly at: string }> {
  const { body } = await admin.get(`/admin/people?q=${username}`);
  const found = (body as { items: AdministeredPerson[] }).items.find((one) => one.username === username);
  const post = found?.posts.find((one) => one.role === role);
  if (found === undefined || post === undefined) throw new Error(`${username} is no ${role}`);
  return { id: found.id, at: `/admin/people/${found.id}/posts/${post.id}` };
}

async function appoint(username: string, posts: readonly object[]): Promise<string> {
  const made = await admin.post('/admin/people', { username, name: `新${username}`, organ: 'bureau', posts });
  return (made.body as PersonWithPassword).person.id;
}

/** A case of the bureau whose draft waits for an approver. */
async function drafted() {
  const [clerk, caseworker] = [await api.officer('clerk.bureau'), await api.officer('caseworker.bureau')];
  const { id, number, items } = await open(clerk);
  await step(caseworker, id, { type: 'accept' });
  await step(caseworker, id, { type: 'decideItem', itemId: items[0]?.id, code: 'already_public', otherOrgan: '门户网站' });
  const { turn } = await step(caseworker, id, { type: 'submitForApproval' });
  expect(turn).toMatchObject({ who: { role: 'approver' } });
  return { id, number };
}

/** With the last one who can take it, a step would wait for nobody. */
describe('whoever alone can take a step that cases wait for', () => {
  test('leaves no post, by whatever way, before somebody else bears it; the refusal names the cases', async () => {
    const waiting = await drafted();
    const { id, at } = await postOf('approver.bureau', 'approver');
    for (const answer of [
      await remove(at),
      await patch(at, { validTo: '2026-03-01' }),
      await patch(`/admin/people/${id}`, { active: false }),
    ])
      expect(answer.body).toMatchObject({ status: 409, code: 'only-bearer', cases: [waiting] });
    const moved = await patch(`/admin/people/${id}`, { organ: 'street' });
    expect(moved.status).not.toBe(200);
    await appoint('second.approver', [{ role: 'approver' }]);
    expect((await remove(at)).status).toBe(200);
  });

  test('leaves where nothing waits for it, and the end of a post that has not come yet is set at any time', async () => {
    const { at } = await postOf('reviewer.bureau', 'reviewer');
    expect((await remove(at)).status).toBe(200);
    await drafted();
    const approver = await postOf('approver.bureau', 'approver');
    expect((await patch(approver.at, { validTo: '2026-12-31' })).status).toBe(200);
  });

  test('an extension waits for the head of the OGI unit, whom no other approver replaces', async () => {
    const [clerk, caseworker] = [await api.officer('clerk.bureau'), await api.officer('caseworker.bureau')];
    const { id, number } = await open(clerk);
    await step(caseworker, id, { type: 'accept' });
    await step(caseworker, id, { type: 'proposeExtension', workingDays: 10, reason: '卷宗较多' });
    await appoint('second.approver', [{ role: 'approver' }]);
    const { at } = await postOf('approver.bureau', 'approver');
    const refused = { status: 409, code: 'only-bearer', cases: [{ id, number }] };
    expect([(await patch(at, { ogiHead: false })).body, (await remove(at)).body]).toMatchObject([refused, refused]);
    await appoint('second.head', [{ role: 'approver', ogiHead: true }]);
    expect((await patch(at, { ogiHead: false })).status).toBe(200);
  });
});
