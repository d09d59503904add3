import { randomUUID } from 'node:crypto';
import type { Content, Log, Mailbox } from '@gongkai/platform';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { Ferry } from './ferry.js';

/** A portal that sends what it likes, and an inner API that notes what it is asked. */
function meeting(...sent: readonly object[]) {
  const asked: InjectOptions[] = [];
  const answers: Content[] = [];
  const taken = async function* (): AsyncGenerator<Content> {
    for (const head of sent) yield await Promise.resolve({ head: { id: randomUUID(), ...head }, body: Buffer.alloc(0) });
  };
  const send = (_id: string, content: Content): Promise<void> => {
    answers.push(content);
    return Promise.resolve();
  };
  const inject = (request: InjectOptions) => {
    asked.push(request);
    return Promise.resolve({ statusCode: 200, headers: {}, rawPayload: Buffer.from('{}') });
  };
  const log = { error: () => undefined, warn: () => undefined, info: () => undefined } as unknown as Log;
  const mailbox = { taken, send, tidy: () => Promise.resolve() } as unknown as Mailbox;
  return { asked, answers, ferry: new Ferry({ mailbox, app: { inject } as unknown as FastifyInstance, log }) };
}

const request = (url: string, headers: Record<string, string> = {}) => ({
  ...{ kind: 'request', at: '2026-03-02T01:00:00.000Z', address: '192.0.2.7', method: 'POST', url, headers },
});

describe('what a portal in another network asks', () => {
  it.each([
    '/api/v1/cases',
    '/api/v1/session',
    '/api/v1/public/%2e%2e/session',
    '/api/v1/public/%2E%2e/cases',
    '/api/v1/public/.%2e/session',
    '/api/v1/public/../session',
    '/api/v1/public/..\\session',
    '/api/v1/public/\t../session',
    '//elsewhere.example.org/api/v1/public/organs',
    'http://elsewhere.example.org/api/v1/public/organs',
    '/health/ready',
    '/portal/../api/v1/cases',
  ])('is answered with nothing at %s, and nobody is asked', async (url) => {
    const { asked, answers, ferry } = meeting(request(url));
    await ferry.round();
    expect(asked).toEqual([]);
    expect(answers.map(({ head }) => head)).toMatchObject([{ kind: 'answer', status: 404 }]);
  });

  it.each([
    '/api/v1/public/organs',
    '/api/v1/public/applications/%E5%9F%8E%E3%80%942026%E3%80%951%E5%8F%B7?code=ABCD-EFGH',
    '/robots.txt',
  ])('is asked in the name of the applicant at %s, with no more than the public part reads', async (url) => {
    const { asked, answers, ferry } = meeting(
      request(url, { authorization: 'Bearer x', cookie: 'a=b', 'accept-language': 'en' }),
    );
    await ferry.round();
    expect(asked).toEqual([
      { method: 'POST', url, headers: { 'accept-language': 'en', host: 'localhost' }, remoteAddress: '192.0.2.7' },
    ]);
    expect(answers.map(({ head }) => head)).toMatchObject([{ kind: 'answer', status: 200 }]);
  });

  it('is told that there is nothing where it cannot be read', async () => {
    const { answers, ferry } = meeting({ kind: 'request', url: 7 });
    await ferry.round();
    expect(answers.map(({ head }) => head)).toMatchObject([{ status: 404 }]);
  });
});
