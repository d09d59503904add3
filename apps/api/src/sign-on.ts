import type { From, OpenSession, Sessions, SignOnRefused } from '@gongkai/casework';
import {
  IdentityProvider,
  SealBroken,
  SignOnFailed,
  thrown,
  type Departed,
  type Log,
  type Sealer,
  type Settings,
} from '@gongkai/platform';
import { z } from 'zod';

/** Where people come back to from the identity provider. */
const RETURN_PATH = '/api/v1/session/sign-on/return';

/** Why somebody who came back is not let in. */
export type NotSignedOn = SignOnRefused | 'failed';

const Kept = z.strictObject({ state: z.string(), nonce: z.string(), verifier: z.string(), before: z.string().optional() });
const PLACE = 'sign-on';

type Parts = { readonly sessions: Sessions; readonly sealer: Sealer; readonly log: Log };

/** Logging in with an account that the identity provider of the office knows. */
export class SignOn {
  readonly #provider: IdentityProvider | undefined;

  constructor(
    private readonly parts: Parts,
    { signOn, publicUrl }: Pick<Settings, 'signOn' | 'publicUrl'>,
  ) {
    this.#provider = signOn === undefined ? undefined : new IdentityProvider(signOn, `${publicUrl}${RETURN_PATH}`);
  }

  /**
   * Where to go, and what the browser keeps meanwhile, sealed; undefined: there is no provider.
   * @param before the session of who was at this browser: its cookie does not come back along with who comes from elsewhere
   */
  async begin(
    before: string | undefined,
  ): Promise<{ readonly address: string; readonly kept: string } | NotSignedOn | undefined> {
    if (this.#provider === undefined) return undefined;
    try {
      const { address, departed } = await this.#provider.begin();
      return { address, kept: this.parts.sealer.seal({ ...departed, before }, PLACE).toString('base64url') };
    } catch (error) {
      return this.#failed(error);
    }
  }

  /**
   * Lets in who came back.
   * @param query of the address, from the question mark on
   * @param kept what the browser kept meanwhile
   */
  async finish(query: string, kept: string, from: From): Promise<(OpenSession & { readonly secret: string }) | NotSignedOn> {
    const departed = this.#departedOf(kept);
    if (this.#provider === undefined || departed === undefined) return 'failed';
    try {
      const session = await this.parts.sessions.signOn(await this.#provider.finish(query, departed), from);
      if (typeof session !== 'string' && departed.before !== undefined) await this.parts.sessions.close(departed.before);
      return session;
    } catch (error) {
      return this.#failed(error);
    }
  }

  #departedOf(kept: string): (Departed & { readonly before?: string | undefined }) | undefined {
    try {
      return Kept.parse(this.parts.sealer.open(Buffer.from(kept, 'base64url'), PLACE));
    } catch (error) {
      if (error instanceof SealBroken) return undefined;
      throw error;
    }
  }

  /** The office that runs it has to know; who is before the screen can only try again. */
  #failed(error: unknown): 'failed' {
    if (!(error instanceof SignOnFailed)) throw error;
    this.parts.log.warn(thrown(error), 'the identity provider cannot be asked, or was not believed');
    return 'failed';
  }
}
