import { createHmac } from 'node:crypto';
import type { WebhookFormat } from '@gongkai/contracts';
import type { WebhookAnswer, WebhookPost } from '@gongkai/platform';

/** Where it goes, and what signs it; without a secret nothing does. */
export type Address = { readonly url: string; readonly secret: string | null };

/** One thing that is told, with no more of the case than its number: what a mail says without the subject. */
export type WebhookItem = {
  readonly number: string;
  /** Name of the deadline; null with news. */
  readonly deadline: string | null;
  /** In words, e.g. 答复期限：2026年3月30日（周一），还剩1个工作日. */
  readonly text: string;
  readonly due: string | null;
  /** Working days from today to the day; negative once it is past. */
  readonly daysLeft: number | null;
  readonly url: string;
  /** The officials it is for, by their log-in. */
  readonly to: readonly { readonly username: string; readonly name: string }[];
};

/** One message to one place. */
export type WebhookMessage = {
  /** The same for every attempt. */
  readonly id: string;
  readonly kind: 'reminders' | 'test';
  readonly title: string;
  readonly items: readonly WebhookItem[];
};

/** What came of it: `final` where trying again is of no use. */
export type Verdict = { readonly taken: boolean; readonly final: boolean; readonly words: string };

type Format = {
  readonly post: (message: WebhookMessage, address: Address, now: Date) => WebhookPost;
  readonly taken: (answer: WebhookAnswer) => boolean;
};

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };
/** Bytes that a robot takes: WeCom of a text, DingTalk of a body. The rest is told in the program. */
const WECOM_BYTES = 2048;
const DINGTALK_BYTES = 16_000;

const hmac = (secret: string, text: string, as: 'hex' | 'base64'): string => createHmac('sha256', secret).update(text).digest(as);

/** Both robots answer 200 to what they do not take, and say so in `errcode`. */
const errcodeIsZero = ({ status, text }: WebhookAnswer): boolean => is2xx(status) && errcodeOf(text) === 0;
const is2xx = (status: number): boolean => status >= 200 && status < 300;

function errcodeOf(text: string): number | null {
  try {
    const { errcode } = JSON.parse(text) as { errcode?: unknown };
    return typeof errcode === 'number' ? errcode : null;
  } catch {
    return null;
  }
}

const FORMATS: Readonly<Record<WebhookFormat, Format>> = {
  signed: {
    post: ({ id, ...message }, { url, secret }, now) => {
      const body = JSON.stringify({ id, ...message });
      const timestamp = String(Math.floor(now.getTime() / 1000));
      const signed: WebhookPost['headers'] =
        secret === null ? {} : { 'x-gongkai-signature': `sha256=${hmac(secret, `${timestamp}.${body}`, 'hex')}` };
      return { url, body, headers: { ...JSON_TYPE, 'x-gongkai-delivery': id, 'x-gongkai-timestamp': timestamp, ...signed } };
    },
    taken: ({ status }) => is2xx(status),
  },
  wecom: {
    post: (message, { url }) => ({
      url,
      headers: JSON_TYPE,
      body: JSON.stringify({ msgtype: 'text', text: { content: plainText(message, WECOM_BYTES) } }),
    }),
    taken: errcodeIsZero,
  },
  dingtalk: {
    post: (message, { url, secret }, now) => ({
      url: secret === null ? url : withDingtalkSign(url, secret, now.getTime()),
      headers: JSON_TYPE,
      body: JSON.stringify({ msgtype: 'text', text: { content: plainText(message, DINGTALK_BYTES) } }),
    }),
    taken: errcodeIsZero,
  },
};

/** Their rule: the base64 of HMAC-SHA256 over `timestamp + "\n" + secret`, in milliseconds, as parameters of the address. */
function withDingtalkSign(address: string, secret: string, timestamp: number): string {
  const url = new URL(address);
  url.searchParams.set('timestamp', String(timestamp));
  url.searchParams.set('sign', hmac(secret, `${String(timestamp)}\n${secret}`, 'base64'));
  return url.href;
}

/** Title and lines, as many as fit; what does not fit is counted. */
function plainText({ title, items }: WebhookMessage, bytes: number): string {
  const lines = items.map(({ number, text, to, url }) =>
    [number, text, ...(to.length === 0 ? [] : [`送：${to.map(({ name }) => name).join('、')}`]), url].join('\n'),
  );
  const fits = (count: number): boolean => Buffer.byteLength(textOf(title, lines, count)) <= bytes;
  let count = lines.length;
  while (count > 0 && !fits(count)) count -= 1;
  return textOf(title, lines, count);
}

function textOf(title: string, lines: readonly string[], count: number): string {
  const rest = lines.length - count;
  return [title, ...lines.slice(0, count), ...(rest === 0 ? [] : [`另有${String(rest)}项，见办件系统`])].join('\n\n');
}

/** How a message is posted. @param now signs it: what comes late is refused by who checks */
export const postOf = (format: WebhookFormat, message: WebhookMessage, address: Address, now: Date): WebhookPost =>
  FORMATS[format].post(message, address, now);

/** Answers that come again if one only asks again: too many at once, or too slow. */
const PASSING: readonly number[] = [408, 425, 429];
const WORDS = 300;

/** What an answer means: 4xx means that address or secret are wrong, and another attempt will not mend them. */
export function verdictOf(format: WebhookFormat, answer: WebhookAnswer): Verdict {
  const { status, text } = answer;
  const final = status >= 300 && status < 500 && !PASSING.includes(status);
  const words = `${String(status)} ${text.replaceAll(/\s+/g, ' ').trim()}`.slice(0, WORDS).trim();
  return { taken: FORMATS[format].taken(answer), final, words };
}
