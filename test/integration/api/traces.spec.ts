import { once } from 'node:events';
import { createServer } from 'node:http';
import { openTracing } from '@gongkai/platform';
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

/** Which statements a span of the database names. */
const namesIn = ({ attributes }: Span): string =>
  JSON.stringify(attributes.find(({ key }) => key === 'db.query.summary')?.value ?? {});

/** What an office does: a case is opened and registered, which is refused a second time; lists are read. @returns the id of the case */
async function worked(api: TestApi): Promise<string> {
  const clerk = await api.officer('clerk.bureau');
  const { id } = await open(clerk, { applicant: { kind: 'natural_person', category: 'natural_person', name: '王小明' } });
  await step(clerk, id, { type: 'register' });
  await clerk.post(`/cases/${id}/commands`, { type: 'register' });
  await clerk.get('/cases');
  await clerk.get('/people?role=caseworker');
  return id;
}

describe('traces, where a collector is named', () => {
  let collector: Awaited<ReturnType<typeof startCollector>>;
  let caseId: string;
  let spans: readonly Span[];
  beforeAll(async () => {
    collector = await startCollector();
    const tracing = await openTracing({ tracesUrl: `${collector.url}/` }, 'api');
    const api = await startTestApi();
    // Whatever it still has to tell is told by the end of the process, and of its traces.
    try {
      caseId = await worked(api);
    } finally {
      await api.stop();
    }
    await tracing.close();
    spans = collector.bodies
      .flatMap((body) => (JSON.parse(body) as Sent).resourceSpans)
      .flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans));
  });
  afterAll(() => collector.stop());

  const named = (name: string): readonly Span[] => spans.filter((span) => span.name === name);
  const of = (span: Span | undefined, key: string) => span?.attributes.find((one) => one.key === key)?.value.stringValue;
  const within = (parent: Span | undefined): readonly string[] =>
    spans.filter(({ parentSpanId }) => parentSpanId !== undefined && parentSpanId === parent?.spanId).map(({ name }) => name);

  test('a step is one trace from the request to the commit, and tells kinds and ids, nobody and nothing that was typed', () => {
    const [done, refused] = named('command register');
    expect([of(done, 'gongkai.became'), of(done, 'gongkai.case_id')]).toEqual(['journalled', caseId]);
    expect([of(refused, 'gongkai.became'), of(refused, 'gongkai.code')]).toEqual(['refused', 'step-not-permitted']);
    expect(within(done)).toEqual(['db read', 'db commit']);
    expect(spans.find(({ spanId }) => spanId === done?.parentSpanId)?.name).toBe('POST /api/v1/cases/:id/commands');
    const told = collector.bodies.join('\n');
    expect(told).toContain('gongkai-api');
    expect(told).not.toMatch(/王小明|gongkai-demo|clerk\.bureau/);
  });

  test('what is read for a request is told below it', () => {
    const [list] = named('GET /api/v1/cases');
    expect(within(list)).toContain('db query');
    const reads = named('db orm').filter(({ parentSpanId }) => parentSpanId !== undefined);
    expect(reads.map((span) => of(span, 'db.operation.name'))).toContain('SELECT');
    expect(reads.map((span) => of(span, 'db.collection.name'))).toContain('person');
  });

  test('a ring tells of the steps of some milliseconds, and belongs to none of them', () => {
    const rings = named('db query').filter((span) => namesIn(span).includes('"ring"'));
    expect(rings.length).toBeGreaterThan(0);
    expect(rings.flatMap(({ parentSpanId }) => parentSpanId ?? [])).toEqual([]);
  });
});
