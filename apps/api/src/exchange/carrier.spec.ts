import { randomUUID } from 'node:crypto';
import type { Content, Mailbox } from '@gongkai/platform';
import { ManualClock } from '@gongkai/platform';
import { localDate } from '@gongkai/calendar';
import { Carrier, type Asked } from './carrier.js';
import { isForEverybody, KeptPages } from './kept-pages.js';

/** A folder in memory: what is sent, and what comes. */
class Box implements Pick<Mailbox, 'send' | 'taken'> {
  readonly sent: { readonly id: string; readonly content: Content }[] = [];
  readonly coming: Content[] = [];

  send(id: string, content: Content): Promise<void> {
    this.sent.push({ id, content });
    return Promise.resolve();
  }

  async *taken(): AsyncGenerator<Content> {
    for (const content of this.coming.splice(0)) yield await Promise.resolve(content);
  }

  answer(to: string, body: string): void {
    this.coming.push({ head: { kind: 'answer', id: randomUUID(), to, status: 200, headers: {} }, body: Buffer.from(body) });
  }
}

const LOG = { error: () => undefined, warn: () => undefined, info: () => undefined };
const asked = (headers: Record<string, string> = {}, body = ''): Asked => ({
  address: '192.0.2.7',
  method: 'POST',
  url: '/api/v1/public/applications',
  headers,
  body: Buffer.from(body),
});

describe('what is carried over', () => {
  const opened = (patience: number) => {
    const box = new Box();
    const parts = { mailbox: box as unknown as Mailbox, clock: new ManualClock(localDate('2026-03-02')), log: LOG, patience };
    return { box, carrier: new Carrier(parts) };
  };

  it('is answered by what comes back for it', async () => {
    const { box, carrier } = opened(10_000);
    const answers = [carrier.ask(asked({}, 'a')), carrier.ask(asked({}, 'b'))];
    const [a, b] = box.sent;
    box.answer(b?.id ?? '', 'for b');
    box.answer(a?.id ?? '', 'for a');
    await carrier.round();
    expect((await Promise.all(answers)).map(({ body }) => String(body))).toEqual(['for a', 'for b']);
  });

  it('is carried once with one key; who has waited in vain gets the answer when they ask again', async () => {
    const { box, carrier } = opened(1);
    const key = { 'idempotency-key': 'once' };
    await expect(carrier.ask(asked(key, 'a'))).rejects.toMatchObject({ code: 'on-its-way' });
    box.answer(box.sent[0]?.id ?? '', 'late');
    await carrier.round();
    expect(String((await carrier.ask(asked(key, 'a'))).body)).toBe('late');
    expect(box.sent).toHaveLength(1);
    await expect(carrier.ask(asked(key, 'another'))).rejects.toMatchObject({ code: 'on-its-way' });
    expect(box.sent).toHaveLength(2);
  });

  it('is no more than so much: a flood is told to wait', async () => {
    const { box, carrier } = opened(1);
    const all = await Promise.allSettled(Array.from({ length: 501 }, (_, i) => carrier.ask(asked({}, String(i)))));
    expect(box.sent).toHaveLength(500);
    expect(all.at(-1)).toMatchObject({ reason: { code: 'busy' } });
  });
});

describe('what everybody sees alike', () => {
  const answer = (body: string, status = 200) => ({ status, headers: {}, body: Buffer.from(body) });

  it('is not asked for again within a minute; then the older one is given while a new one is fetched', async () => {
    let now = 0;
    let asks = 0;
    const kept = new KeptPages({ deviceTime: () => new Date(now) });
    const look = async (): Promise<string> =>
      String((await kept.get('a', () => Promise.resolve(answer(String((asks += 1)))))).body);
    expect([await look(), await look()]).toEqual(['1', '1']);
    now = 61_000;
    expect(await look()).toBe('1');
    expect(await look()).toBe('2');
    now += 25 * 3_600_000;
    expect(await look()).toBe('3');
  });

  it('is what nobody has a code for, and no refusal', async () => {
    const kept = new KeptPages(new ManualClock(localDate('2026-03-02')));
    expect((await kept.get('b', () => Promise.resolve(answer('no', 503)))).status).toBe(503);
    expect((await kept.get('b', () => Promise.resolve(answer('yes')))).status).toBe(200);
    const base = '/api/v1/public';
    expect([`${base}/organs`, `${base}/disclosures?page=2`].map((url) => isForEverybody('GET', url))).toEqual([true, true]);
    const apart = [`${base}/applications/1?code=A`, `${base}/disclosures/1/file`, `${base}/challenge`];
    expect(apart.map((url) => isForEverybody('GET', url))).toEqual([false, false, false]);
    expect(isForEverybody('POST', `${base}/disclosures/alike`)).toBe(false);
  });
});
