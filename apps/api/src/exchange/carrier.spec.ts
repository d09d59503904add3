import { randomUUID } from 'node:crypto';
import type { Content, Mailbox } from '@gongkai/platform';
import { ManualClock } from '@gongkai/platform';
import { localDate } from '@gongkai/calendar';
import { Carrier, type Asked } from './carrier.js';
import { isForEverybody, KeptPages } from './kept-pages.js';

/** A folder in memory: what is sent, and what comes. */
class Box implements Pick<Mailbox, 'send' | 'taken' | 'tidy'> {
  readonly sent: { readonly id: string; readonly content: Content }[] = [];
  readonly coming: Content[] = [];

  send(id: string, content: Content): Promise<void> {
    this.sent.push({ id, content });
    return Promise.resolve();
  }

  async *taken(): AsyncGenerator<Content> {
    for (const content of this.coming.splice(0)) yield await Promise.resolve(content);
  }

  answer(to: string, body: string, status = 200): void {
    this.coming.push({ head: { kind: 'answer', id: randomUUID(), to, status, headers: {} }, body: Buffer.from(body) });
  }

  tidy(): Promise<void> {
    return Promise.resolve();
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
    const clock = new ManualClock(localDate('2026-03-02'));
    const carrier = new Carrier({ mailbox: box as unknown as Mailbox, clock, log: LOG, patience });
    return { box, clock, carrier };
  };
  const key = { 'idempotency-key': 'once' };
  const ON_ITS_WAY = { code: 'on-its-way' };

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
    await expect(carrier.ask(asked(key, 'a'))).rejects.toMatchObject(ON_ITS_WAY);
    box.answer(box.sent[0]?.id ?? '', 'late');
    await carrier.round();
    expect(String((await carrier.ask(asked(key, 'a'))).body)).toBe('late');
    expect(box.sent).toHaveLength(1);
    await expect(carrier.ask(asked(key, 'another'))).rejects.toMatchObject(ON_ITS_WAY);
    expect(box.sent).toHaveLength(2);
  });

  it('is sent again where its package may be lost, as of the moment at which it was taken', async () => {
    const { box, clock, carrier } = opened(1);
    await expect(carrier.ask(asked(key, 'a'))).rejects.toMatchObject(ON_ITS_WAY);
    clock.advance(60_000);
    const again = carrier.ask(asked(key, 'a'));
    const [first, second] = box.sent.map(({ content }) => content.head.at);
    expect([first, second]).toEqual(['2026-03-02T01:00:00.000Z', '2026-03-02T01:00:00.000Z']);
    box.answer(box.sent[1]?.id ?? '', 'found');
    await carrier.round();
    expect(String((await again).body)).toBe('found');
  });

  it('is asked anew after a refusal: what was too much a moment ago may be right by now', async () => {
    const { box, carrier } = opened(10_000);
    for (const status of [503, 200]) {
      const answer = carrier.ask(asked(key, 'a'));
      box.answer(box.sent.at(-1)?.id ?? '', String(status), status);
      await carrier.round();
      expect((await answer).status).toBe(status);
    }
    expect(box.sent).toHaveLength(2);
  });

  it('is no more than so much at once, of one address and in all; what was answered or given up makes room', async () => {
    const { box, carrier } = opened(1);
    const from = (n: number, i: number): Asked => ({
      ...asked({ 'idempotency-key': `${String(n)} ${String(i)}` }),
      address: `192.0.2.${String(n)}`,
    });
    const codes = async (n: number, count: number): Promise<unknown[]> => {
      const all = await Promise.allSettled(Array.from({ length: count }, (_, i) => carrier.ask(from(n, i))));
      return all.map((one) => (one.status === 'rejected' ? (one.reason as { code: string }).code : 'answered'));
    };
    expect(new Set((await codes(1, 51)).slice(0, 50))).toEqual(new Set(['on-its-way']));
    expect((await codes(1, 51)).at(-1)).toBe('busy');
    for (let n = 2; n <= 10; n += 1) expect(await codes(n, 50)).not.toContain('busy');
    expect(await codes(11, 1)).toEqual(['busy']);
    for (const { id } of box.sent) box.answer(id, 'done');
    await carrier.round();
    expect(await codes(11, 1)).toEqual(['on-its-way']);
    for (let i = 0; i < 60; i += 1)
      await expect(carrier.ask({ ...asked(), address: '192.0.2.99' })).rejects.toMatchObject(ON_ITS_WAY);
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
