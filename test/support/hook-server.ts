import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What was posted. */
export type Posted = { readonly path: string; readonly headers: IncomingHttpHeaders; readonly body: string };

/** A place outside, on a free port of this machine, that keeps what is posted to it. */
export class HookServer {
  readonly posts: Posted[] = [];
  /** What the next posts are answered. */
  answer: { readonly status: number; readonly body: string } = { status: 200, body: '{"errcode":0,"errmsg":"ok"}' };
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => {
      let body = '';
      request.setEncoding('utf8');
      request.on('data', (part: string) => (body += part));
      request.on('end', () => {
        this.posts.push({ path: request.url ?? '', headers: request.headers, body });
        response.writeHead(this.answer.status, { location: 'http://127.0.0.1:1/' }).end(this.answer.body);
      });
    });
  }

  static async open(): Promise<HookServer> {
    const hook = new HookServer();
    await new Promise<void>((resolve) => void hook.#server.listen(0, '127.0.0.1', resolve));
    return hook;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  get url(): string {
    return `http://127.0.0.1:${String(this.port)}`;
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => void this.#server.close(() => resolve()));
  }
}
