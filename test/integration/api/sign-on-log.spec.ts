import { freePort } from '../../support/free-port.js';
import { startProvider, Visitor } from '../../support/identity.js';
import { startLoggedApi, type LoggedApi } from '../../support/logged-api.js';
import { request } from '../../support/officer.js';

let provider: Awaited<ReturnType<typeof startProvider>>;
let logged: LoggedApi;
beforeAll(async () => {
  const port = await freePort();
  const publicUrl = `http://127.0.0.1:${port}`;
  provider = await startProvider(publicUrl);
  logged = await startLoggedApi({ publicUrl, port, env: provider.env });
});
afterAll(async () => {
  await logged.stop();
  await provider.stop();
});

test('who comes in by the identity provider, or does not, stands in the security log as whoever types a password', async () => {
  const signOn = `${logged.url}/api/v1/session/sign-on`;
  await new Visitor().passProvider(signOn, 'clerk.bureau');
  await new Visitor().passProvider(signOn, 'nobody.bureau');
  await new Visitor().open(`${signOn}/return?code=x&state=y`);
  // A line is written once the answer has left; the next answer comes behind it.
  const found = () => logged.lines.filter(({ msg }) => msg === 'security');
  while (logged.lines.filter(({ route }) => route === '/health/live').length < 3) await request(`${logged.url}/health/live`);
  const [person] = await logged.api.services.source.query<{ id: string }[]>(
    `SELECT id FROM person WHERE username = 'clerk.bureau'`,
  );
  const where = { address: '127.0.0.1', route: '/api/v1/session/sign-on/return', method: 'GET' };
  expect(found()).toMatchObject([
    { ...where, event: 'log-in', personId: person?.id },
    { ...where, event: 'log-in-refused', code: 'unknown-person' },
    { ...where, event: 'log-in-refused', code: 'failed' },
  ]);
  expect(JSON.stringify(logged.lines)).not.toMatch(/clerk\.bureau|nobody\.bureau/);
});
