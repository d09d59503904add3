/** What every change carries; the session brings it. */
let token = '';
/** Asks the person to log in again, over the page; settles when they did. */
let renew: (() => Promise<void>) | undefined;
let renewing: Promise<void> | undefined;

/** The token of the present session. */
export const csrfToken = (): string => token;

/** A session has begun or ended. */
export function keepCsrfToken(next: string): void {
  token = next;
}

/** Who asks the person when a session has expired. */
export function whenExpired(ask: () => Promise<void>): void {
  renew = ask;
}

/** Waits until the person has logged in again; all requests that failed together wait for the same. */
export async function logInAgain(): Promise<void> {
  renewing ??= (renew?.() ?? Promise.resolve()).finally(() => {
    renewing = undefined;
  });
  await renewing;
}
