import type { IssuedToken, TokenScope } from '@gongkai/contracts';
import { startTestApi, type TestApi } from '../../support/api.js';
import { fieldsIn, problemIn, type Officer } from '../../support/officer.js';

const A_DAY = 86_400_000;
const FAX = new File([Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n')], '来件.pdf');

let api: TestApi;
let admin: Officer;
beforeAll(async () => {
  api = await startTestApi();
  admin = await api.officer('admin.bureau');
});
afterAll(() => api.stop());

const issue = async (given: { scopes?: TokenScope[]; expiresOn?: string }): Promise<IssuedToken> =>
  (await admin.post('/admin/tokens', { person: 'clerk.bureau', name: '三楼传真网关', ...given })).body as IssuedToken;

/** Looks, hands a fax in, writes a note to no case. */
async function tries(secret: string): Promise<readonly (readonly [number, string | undefined])[]> {
  const authorization = `Bearer ${secret}`;
  const fax = new FormData();
  fax.set('file', FAX);
  const note = { type: 'note', text: '' };
  const asked = [
    ['/cases', { headers: { authorization } }],
    ['/incoming/faxes', { method: 'POST', headers: { authorization }, body: fax }],
    [
      '/cases/00000000-0000-4000-8000-000000000000/commands',
      { method: 'POST', headers: { authorization, 'content-type': 'application/json' }, body: JSON.stringify(note) },
    ],
  ] as const;
  return Promise.all(
    asked.map(async ([path, init]) => {
      const answer = await fetch(`${api.url}/api/v1${path}`, init);
      return [answer.status, ((await answer.json()) as { code?: string }).code] as const;
    }),
  );
}

const SHUT = [403, 'token-scope'] as const;

describe('a token', () => {
  test.each([
    [['read'], [[200, undefined], SHUT, SHUT]],
    [['intake'], [SHUT, [201, undefined], SHUT]],
    [['work'], [SHUT, SHUT, [422, 'invalid-request']]],
  ] as const)('opens %p and nothing else', async (scopes, answers) => {
    const { token, secret } = await issue({ scopes: [...scopes] });
    expect(token).toMatchObject({ scopes, expiresOn: '2027-03-02' });
    expect(await tries(secret)).toEqual(answers);
  });

  test.each([
    ['one that is over', { expiresOn: '2026-03-01' }, 'expiresOn over-already'],
    ['one for longer than two years', { expiresOn: '2028-03-03' }, 'expiresOn too-long-valid'],
    ['one for nothing', { scopes: [] }, 'scopes too-few'],
  ])('%s is refused', async (_name, given, field) => {
    const answer = await admin.post('/admin/tokens', { person: 'clerk.bureau', name: 'x', ...given });
    expect([problemIn(answer).status, fieldsIn(answer)]).toEqual([422, [field]]);
  });

  test('is good until its last day, and named as over afterwards', async () => {
    const { token, secret } = await issue({ expiresOn: '2026-03-03' });
    api.clock.advance(A_DAY);
    expect((await tries(secret))[0]).toEqual([200, undefined]);
    api.clock.advance(A_DAY);
    expect((await tries(secret))[0]).toEqual([401, 'unauthenticated']);
    admin = await api.officer('admin.bureau');
    const { items } = (await admin.get('/admin/tokens')).body as { items: IssuedToken['token'][] };
    expect(items.find(({ id }) => id === token.id)).toMatchObject({ expiresOn: '2026-03-03' });
  });
});
