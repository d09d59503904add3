import type { AppControllerRoute, AppViewRoute, BullBoardQueues, IServerAdapter, UIConfig } from '@bull-board/api/typings/app';
import type { FastifyInstance } from 'fastify';

/** Its page asks for nothing else of a route. */
type Asked = { readonly params: Record<string, string>; readonly query: Record<string, string> };

/**
 * What Bull Board has to answer, as far as it only shows: what would change a queue has no address here. Its own adapter for Fastify
 * cannot stand beside screens that are served already.
 */
export class BoardRoutes implements IServerAdapter {
  #queues: BullBoardQueues = new Map();
  #uiConfig: UIConfig = {};
  #entry: AppViewRoute | undefined;
  #shown: readonly AppControllerRoute[] = [];

  /** @param base where the board stands */
  constructor(private readonly base: string) {}

  setQueues(queues: BullBoardQueues): this {
    this.#queues = queues;
    return this;
  }

  setUIConfig(config: UIConfig): this {
    this.#uiConfig = config;
    return this;
  }

  setEntryRoute(entry: AppViewRoute): this {
    this.#entry = entry;
    return this;
  }

  setApiRoutes(routes: AppControllerRoute[]): this {
    this.#shown = routes.filter(({ method }) => [method].flat().includes('get'));
    return this;
  }

  setViewsPath(): this {
    return this;
  }

  setStaticPath(): this {
    return this;
  }

  setErrorHandler(): this {
    return this;
  }

  /** Answers with the page of the board, and with what it asks for. @param template of the page */
  serve(scope: FastifyInstance, template: string): void {
    for (const url of [this.#entry?.route ?? []].flat())
      scope.get(url, (_, reply) => {
        const { params = {} } = this.#entry?.handler({ basePath: this.base, uiConfig: this.#uiConfig }) ?? {};
        return reply.type('text/html; charset=utf-8').send(filledIn(template, params));
      });
    for (const shown of this.#shown) for (const url of [shown.route].flat()) this.#answer(scope, url, shown);
  }

  #answer(scope: FastifyInstance, url: string, shown: AppControllerRoute): void {
    scope.get(url, async (request, reply) => {
      const { params, query } = request as Asked;
      const headers = {};
      const { status = 200, body } = await shown.handler({
        ...{ params, query, headers, body: {} },
        queues: this.#queues,
        uiConfig: this.#uiConfig,
      });
      return reply.code(status).send(body);
    });
  }
}

/** `<%= name %>` and `<%- name %>` of its template. */
const filledIn = (template: string, params: Readonly<Record<string, string>>): string =>
  template.replace(/<%[=-] (\w+) %>/g, (_, name: string) => params[name] ?? '');
