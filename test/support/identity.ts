import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { freePort } from './free-port.js';
import { inheritedEnvironment } from './settings.js';

/** What of the environment leads to the provider. */
const CLIENT = { OIDC_CLIENT_ID: 'gongkai', OIDC_CLIENT_SECRET: 'a-secret-between-the-two' };

/** Starts an identity provider. @param base the address of this installation, to which it sends people back */
export async function startProvider(base: string) {
  const port = await freePort();
  const args = ['test/support/identity-provider.mjs', String(port), `${base}/api/v1/session/sign-on/return`];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'], env: inheritedEnvironment() });
  await once(child.stdout, 'data');
  return {
    env: { ...CLIENT, OIDC_ISSUER: `http://127.0.0.1:${port}` },
    stop: async () => {
      child.kill();
      await once(child, 'exit');
    },
  };
}

/** A browser as far as cookies and forms go. */
export class Visitor {
  readonly #cookies = new Map<string, string>();

  /** What the browser keeps. */
  cookie(name: string): string | undefined {
    return this.#cookies.get(name);
  }

  /** Follows every redirection. @returns the last page and where it lies */
  async open(
    address: string,
    form?: Readonly<Record<string, string>>,
  ): Promise<{ readonly address: string; readonly text: string }> {
    const answer = await fetch(address, {
      redirect: 'manual',
      headers: { cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }),
    });
    this.#keep(answer.headers.getSetCookie());
    const to = answer.headers.get('location');
    return to === null ? { address, text: await answer.text() } : this.open(new URL(to, address).href);
  }

  /** Logs in at the provider and agrees to what it asks, until it sends one back. */
  async passProvider(address: string, username: string): Promise<string> {
    let page = await this.open(address);
    const forms: readonly Readonly<Record<string, string>>[] = [
      { prompt: 'login', login: username, password: 'any' },
      { prompt: 'consent' },
    ];
    for (const answers of forms) {
      const action = /action="([^"]+)"/.exec(page.text)?.[1];
      if (action === undefined) break;
      page = await this.open(action, answers);
    }
    return page.address;
  }

  #keep(given: readonly string[]): void {
    for (const one of given) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(one) ?? [];
      if (value === '') this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
  }
}
