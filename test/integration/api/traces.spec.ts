import { once } from 'node:events';
import { createServer } from 'node:http';
import { openTracing, type Tracing } from '@gongkai/platform';
import { startTestApi, type TestApi } from '../../support/api.js';
import { open, step } from '../../support/applications.js';

type Attribute = { readonly key: string; readonly value: Readonly<Record<string, unknown>> };
type Span = { readonly name: string; readonly spanId: string; readonly parentSpanId?: string; readonly attributes: Attribute[] };
type Sent = { readonly resourceSpans: readonly { readonly scopeSpans: readonly { readonly spans: readonly Span[] }[] }[] };

/** Takes traces as a collector does, and keeps what it was told. */
async function startCollector() {
  const bodies: string[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      bodies.push(Buffer.concat(parts).toString());
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  const stop = (): void => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${port}`, bodies, stop };
}

describe('traces, where a collector is named', () => {
  let collector: Awaited<ReturnType<typeof startCollector>>;
  let tracing: Tracing;
  let api: TestApi;
  beforeAll(async () => {
    collector = await startCollector();
    tracing = await openTracing({ tracesUrl: `${collector.url}/` }, 'api');
    api = await startTestApi();
  });
  afterAll(async () => {
    await api.stop();
    collector.stop();
  });

  test('a step is one trace from the request to the commit, and tells kinds and ids, nobody and nothing that was typed', async () => {
    const clerk = await api.officer('clerk.bureau');
    const { id } = await open(clerk, { applicant: { kind: 'natural_person', category: 'natural_person', name: '王小明' } });
    await step(clerk, id, { type: 'register' });
    await clerk.post(`/cases/${id}/commands`, { type: 'register' });
    await clerk.get('/cases');
    await clerk.get('/people?role=caseworker');
    await tracing.close();
    const told = collector.bodies.join('\n');
    const spans = collector.bodies
      .flatMap((body) => (JSON.parse(body) as Sent).resourceSpans)
      .flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans));
    const [done, refused] = spans.filter(({ name }) => name === 'command register');
    const of = (span: Span | undefined, key: string) => span?.attributes.find((one) => one.key === key)?.value.stringValue;
    expect([of(done, 'gongkai.became'), of(done, 'gongkai.case_id')]).toEqual(['journalled', id]);
    expect([of(refused, 'gongkai.became'), of(refused, 'gongkai.code')]).toEqual(['refused', 'step-not-permitted']);
    // What it asks beside, as of calendars, depends on what is remembered of them.
    const within = spans.filter(({ parentSpanId }) => parentSpanId === done?.spanId).map(({ name }) => name);
    expect(within.filter((name) => name !== 'db query')).toEqual(['db read', 'db commit']);
    expect(spans.find(({ spanId }) => spanId === done?.parentSpanId)?.name).toBe('POST /api/v1/cases/:id/commands');
    const reads = spans.filter(({ name, parentSpanId }) => name === 'db orm' && parentSpanId !== undefined);
    expect(reads.map((span) => of(span, 'db.operation.name'))).toContain('SELECT');
    expect(reads.map((span) => of(span, 'db.collection.name'))).toContain('person');
    expect(spans.map(({ name }) => name)).toContain('db query');
    expect(told).toContain('gongkai-api');
    expect(told).not.toMatch(/王小明|gongkai-demo|clerk\.bureau/);
  });
});
