/**
 * An identity provider as an office has one (oidc-provider, certified), as a process of its own:
 *
 *     node test/support/identity-provider.mjs <port> <where people come back to>
 *
 * It believes every password. A log-in name with `+otp` behind it has shown a second step, one with `+code` a code and no password.
 */
import Provider from 'oidc-provider';

const [port, returnTo] = process.argv.slice(2);
const issuer = `http://127.0.0.1:${port}`;
const SHOWN = { '+otp': ['pwd', 'otp'], '+code': ['otp'] };
const shownBy = (id) => Object.keys(SHOWN).find((sign) => id.endsWith(sign));

const provider = new Provider(issuer, {
  clients: [{ client_id: 'gongkai', client_secret: 'a-secret-between-the-two', redirect_uris: [returnTo] }],
  claims: { openid: ['sub', 'preferred_username', 'amr'], profile: [], email: [] },
  conformIdTokenClaims: false,
  cookies: { keys: ['a key for cookies'] },
  findAccount: (_, id) => ({ accountId: id, claims: () => claimsOf(id) }),
});

const claimsOf = (id) => ({ sub: id, preferred_username: id.replace(shownBy(id) ?? '', '') });

/** Its forms ask for a password alone; here they note a second step as well. */
const finish = provider.interactionFinished.bind(provider);
provider.interactionFinished = (request, response, { login, ...result }, how) => {
  const amr = SHOWN[shownBy(login?.accountId ?? '')] ?? ['pwd'];
  return finish(request, response, login === undefined ? result : { ...result, login: { ...login, amr } }, how);
};

provider.listen(Number(port), '127.0.0.1', () => process.stdout.write(`${issuer} answers\n`));
