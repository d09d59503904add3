import { lookup as resolve } from 'node:dns';
import { request as requestPlain, type ClientRequest } from 'node:http';
import { request as requestSecure, type RequestOptions } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { AllowedAddresses, isPublicAddress } from './addresses.js';

/** What is posted where. */
export type WebhookPost = {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};
export type WebhookAnswer = { readonly status: number; readonly text: string };

/** It was not posted, and never will be: the address is none that may be spoken to. */
export class WebhookForbidden extends Error {}

/** Milliseconds for all of it: a worker has half a minute. */
const PATIENCE = 8_000;
/** Signs of an answer that are read. */
const LONGEST_ANSWER = 16_384;

type Sending = (url: URL, options: RequestOptions) => ClientRequest;
const SENDING: Readonly<Record<string, Sending>> = { 'https:': requestSecure, 'http:': requestPlain };

/**
 * Posts to addresses that people have typed. It speaks to the open network alone and in TLS alone, unless the operator has named the
 * address; what a name stands for is looked up once, and it speaks to that address, so that a name cannot mean another one in between.
 * It follows no redirection.
 */
export class WebhookSender {
  readonly #allowed: AllowedAddresses;

  /** @param allow networks that may be spoken to although they are not public, in plain HTTP too */
  constructor(allow: readonly string[]) {
    this.#allowed = new AllowedAddresses(allow);
  }

  /** @throws WebhookForbidden; any other error may pass */
  async post({ url, headers, body }: WebhookPost): Promise<WebhookAnswer> {
    const target = new URL(url);
    const send = SENDING[target.protocol];
    if (send === undefined) throw new WebhookForbidden(`${target.protocol} is not spoken`);
    const host = target.hostname.replaceAll(/[[\]]/g, '');
    const check = (address: string): void => this.#check(address, target.protocol);
    if (isIP(host) !== 0) check(host);
    return talk(
      send(target, {
        method: 'POST',
        headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
        agent: false,
        lookup: checkedLookup(check),
        signal: AbortSignal.timeout(PATIENCE),
      }),
      body,
    );
  }

  #check(address: string, protocol: string): void {
    if (this.#allowed.has(address)) return;
    if (!isPublicAddress(address))
      throw new WebhookForbidden(`${address} is not a public address; one of your own network is allowed by WEBHOOK_ALLOW`);
    if (protocol !== 'https:') throw new WebhookForbidden('only https is spoken');
  }
}

/** Every address that a name stands for has to be good: which of them is taken is not ours to say. */
function checkedLookup(check: (address: string) => void): LookupFunction {
  return (hostname, options, done) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      // Of a name that leads nowhere there are no addresses, whatever the types say.
      const wrong = error ?? forbiddenIn(addresses, check);
      if (wrong !== null) done(wrong, []);
      else if (options.all === true) done(null, addresses);
      else done(null, addresses[0]?.address ?? '', addresses[0]?.family ?? 0);
    });
  };
}

function forbiddenIn(addresses: readonly { readonly address: string }[], check: (address: string) => void): Error | null {
  try {
    for (const { address } of addresses) check(address);
    return null;
  } catch (forbidden) {
    return forbidden as Error;
  }
}

const talk = (request: ClientRequest, body: string): Promise<WebhookAnswer> =>
  new Promise((answer, fail) => {
    request.on('error', fail);
    request.on('response', (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => {
        text += part.slice(0, LONGEST_ANSWER - text.length);
      });
      response.on('error', fail);
      response.on('end', () => answer({ status: response.statusCode ?? 0, text }));
    });
    request.end(body);
  });
