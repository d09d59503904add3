import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  type Configuration,
} from 'openid-client';
import type { SignOnSettings } from './sign-on-settings.js';

/** What has to be known again when somebody comes back from the provider: that it is them, and that they left from here. */
export type Departed = { readonly state: string; readonly nonce: string; readonly verifier: string };

/** For whom the provider vouches: by which log-in name, and whether it has asked for two steps. */
export type Vouched = { readonly username: string; readonly secondStep: boolean };

/** The provider did not answer, or what it says does not hold. */
export class SignOnFailed extends Error {}

/** How a provider names what was shown (RFC 8176): something known, something held, something one is. */
const KINDS = [
  ['pwd', 'pin', 'kba'],
  ['otp', 'hwk', 'swk', 'sc', 'sms', 'tel'],
  ['fpt', 'face', 'iris', 'retina', 'vbm'],
];
const SECONDS = 10;

/** The identity provider of the office (OpenID Connect, code flow with PKCE). */
export class IdentityProvider {
  #found: Promise<Configuration> | undefined;

  /** @param returnTo the address of this installation to which the provider sends people back */
  constructor(
    private readonly settings: SignOnSettings,
    private readonly returnTo: string,
  ) {}

  /** Whether it answers. @throws SignOnFailed */
  async reach(): Promise<void> {
    await this.#configuration();
  }

  /** Where somebody has to go to say who they are, and what to keep until they are back. @throws SignOnFailed */
  async begin(): Promise<{ readonly address: string; readonly departed: Departed }> {
    const configuration = await this.#configuration();
    const departed = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
    const address = buildAuthorizationUrl(configuration, {
      redirect_uri: this.returnTo,
      scope: 'openid profile email',
      state: departed.state,
      nonce: departed.nonce,
      code_challenge: await calculatePKCECodeChallenge(departed.verifier),
      code_challenge_method: 'S256',
    });
    return { address: address.href, departed };
  }

  /**
   * Who came back. Code, issuer, audience, signature and nonce are checked.
   * @param query of the address they came back to, from the question mark on
   * @throws SignOnFailed
   */
  async finish(query: string, { state, nonce, verifier }: Departed): Promise<Vouched> {
    const configuration = await this.#configuration();
    const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true };
    const tokens = await authorizationCodeGrant(configuration, new URL(query, this.returnTo), checks).catch(failed);
    const claims: Readonly<Record<string, unknown>> = tokens.claims() ?? {};
    const username = claims[this.settings.claim];
    if (typeof username !== 'string' || username === '')
      throw new SignOnFailed(`The identity provider tells no ${this.settings.claim} (OIDC_CLAIM).`);
    return { username, secondStep: areTwoSteps(claims.amr) };
  }

  /** One that did not answer is asked again the next time. */
  #configuration(): Promise<Configuration> {
    this.#found ??= this.#discover().catch((error: unknown) => {
      this.#found = undefined;
      return failed(error);
    });
    return this.#found;
  }

  #discover(): Promise<Configuration> {
    const { issuer, clientId, clientSecret } = this.settings;
    // Marked as deprecated to make it stand out: the settings admit it for this machine alone.
    const execute = [enableNonRepudiationChecks, ...(issuer.startsWith('http:') ? [allowInsecureRequests] : [])];
    return discovery(new URL(issuer), clientId, clientSecret, undefined, { timeout: SECONDS, execute });
  }
}

/** Two steps are two kinds: a code alone is one step, whatever it is called. `mfa` says that there were several. */
function areTwoSteps(amr: unknown): boolean {
  if (!Array.isArray(amr)) return false;
  return amr.includes('mfa') || KINDS.filter((kind) => kind.some((way) => amr.includes(way))).length > 1;
}

function failed(error: unknown): never {
  throw new SignOnFailed(error instanceof Error ? error.message : String(error), { cause: error });
}
