import { operations } from '../../isolation/operations.js';
import { smallestBody } from '../../isolation/bodies.js';
import { startTestApi, type TestApi } from '../../support/api.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

/** Who changes sessions is sent elsewhere for a while; a stream does not end. */
const asked = operations.filter(({ path }) => path.includes('{') && !/\/session\/|\/events/.test(path));

// As found by `scripts/fuzz.mjs`: an id that is none was asked of a column of ids, a sign that is no text of any.
test.each(['agriculture', 'a%00b'])(
  'where an address names %s for something, it is refused and never an error of ours',
  async (word) => {
    const failed: string[] = [];
    for (const username of ['caseworker.district', 'supervisor.district', 'admin.bureau']) {
      const officer = await api.officer(username);
      for (const { method, path, body } of asked) {
        const place = path.replace(/\{\w+\}/g, word).replace(/^\/api\/v1/, '');
        const sent =
          body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(bodyOf(path, body)) };
        const { status } = await officer.send(place, { method, ...sent });
        if (status >= 500) failed.push(`${method} ${path}: ${status} for ${username}`);
      }
    }
    expect(failed).toEqual([]);
  },
);

/** A step that draws a number looks for its case before others do. */
const bodyOf = (path: string, body: Parameters<typeof smallestBody>[0]): unknown =>
  path.endsWith('/commands')
    ? { type: 'overrideThirdParty', consultationId: 'one', publicInterest: 'much' }
    : smallestBody(body, {});
