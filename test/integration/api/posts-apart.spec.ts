import type { AdministeredPerson } from '@gongkai/contracts';
import { startTestApi, type TestApi } from '../../support/api.js';
import { asOwner } from '../../support/as-owner.js';
import { fieldsIn, type HttpAnswer, type Officer } from '../../support/officer.js';

let api: TestApi;
let admin: Officer;
beforeAll(async () => {
  api = await startTestApi();
  admin = await api.officer('admin.bureau');
});
afterAll(() => api.stop());

const person = ({ body }: HttpAnswer): AdministeredPerson => body as AdministeredPerson;
const newcomer = async (username: string, posts: readonly object[]): Promise<AdministeredPerson> => {
  const answer = await admin.post('/admin/people', { username, name: '新人', organ: 'bureau', posts });
  expect(answer.status).toBe(201);
  return (answer.body as { person: AdministeredPerson }).person;
};
const patch = (path: string, body: object): Promise<HttpAnswer> =>
  admin.send(path, { method: 'PATCH', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

describe('who administers does not look at what administrators do', () => {
  test('nobody is given both posts for one day, and administrators give themselves none of an auditor', async () => {
    const both = { username: 'both.of', name: '新人', organ: 'bureau', posts: [{ role: 'admin' }, { role: 'auditor' }] };
    expect(fieldsIn(await admin.post('/admin/people', both))).toEqual(['posts.1.role posts-apart']);
    const { items } = (await admin.get('/admin/people?q=admin.bureau')).body as { items: AdministeredPerson[] };
    expect(fieldsIn(await admin.post(`/admin/people/${items[0]?.id}/posts`, { role: 'auditor' }))).toEqual(['role posts-apart']);
    const auditor = await newcomer('auditor.new', [{ role: 'auditor' }, { role: 'clerk' }]);
    expect(fieldsIn(await admin.post(`/admin/people/${auditor.id}/posts`, { role: 'admin' }))).toEqual(['role posts-apart']);
  });

  test('one after the other is no matter, and is not made to overlap afterwards', async () => {
    const { id, posts } = await newcomer('changes.over', [{ role: 'auditor', validTo: '2026-06-30' }]);
    const next = await admin.post(`/admin/people/${id}/posts`, { role: 'admin', validFrom: '2026-07-01' });
    expect(person(next).posts).toHaveLength(2);
    const answer = await patch(`/admin/people/${id}/posts/${posts[0]?.id}`, { validTo: '2026-07-01' });
    expect(fieldsIn(answer)).toEqual(['role posts-apart']);
  });

  test('who held both before is not stuck: each of them can be given an end', async () => {
    const { id, posts } = await newcomer('held.before', [{ role: 'auditor' }]);
    await asOwner(api.databaseUrl, (owner) =>
      owner.query(
        `INSERT INTO post (id, person_id, organ_id, role, ogi_head, valid_from)
         SELECT gen_random_uuid(), id, organ_id, 'admin', false, '2026-01-01' FROM person WHERE id = $1`,
        [id],
      ),
    );
    expect((await patch(`/admin/people/${id}/posts/${posts[0]?.id}`, { validTo: '2026-03-31' })).status).toBe(200);
    expect(fieldsIn(await patch(`/admin/people/${id}/posts/${posts[0]?.id}`, { validTo: null }))).toEqual(['role posts-apart']);
  });
});
