import { createServer } from 'node:http';
import { once } from 'node:events';
import { bearsSecret, type Metrics, type Settings } from '@gongkai/platform';

type Answering = { readonly metrics: Metrics; readonly complain: (error: unknown) => void };

/**
 * Answers Prometheus with what a worker counts, at `/metrics` on a port of its own: on all addresses with METRICS_TOKEN, else on this
 * machine alone.
 * @returns where it listens, and what ends it; null where no port is set
 */
export async function serveMetrics(
  { workerMetricsPort: port, metricsToken: token }: Pick<Settings, 'workerMetricsPort' | 'metricsToken'>,
  { metrics, complain }: Answering,
): Promise<{ readonly port: number; readonly stop: () => Promise<void> } | null> {
  if (port === undefined) return null;
  const server = createServer((request, response) => {
    if (request.url !== '/metrics') return void response.writeHead(404).end();
    if (token !== undefined && !bearsSecret(request.headers.authorization, token)) return void response.writeHead(401).end();
    void metrics.written().then(({ text, type }) => response.writeHead(200, { 'content-type': type }).end(text), complain);
  });
  server.listen(port, token === undefined ? 'localhost' : '0.0.0.0');
  await once(server, 'listening');
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
