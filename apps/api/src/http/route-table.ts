import type { FastifyInstance } from 'fastify';

/** Which methods an address takes: tells an unknown address from a wrong method. */
export class RouteTable {
  readonly #routes: { readonly segments: readonly string[]; readonly methods: readonly string[] }[] = [];

  /** @param isKnown whether an address is spoken of at all */
  constructor(private readonly isKnown: (url: string) => boolean = () => true) {}

  /** Notes every route that is added from now on. */
  watch(instance: FastifyInstance): void {
    instance.addHook('onRoute', ({ url, method }) => {
      if (url.includes('*') || !this.isKnown(url)) return;
      this.#routes.push({ segments: url.split('/'), methods: [method].flat() });
    });
  }

  /** The methods of an address, in alphabetical order; none where there is nothing at it. */
  methodsAt(url: string): readonly string[] {
    const path = (url.split('?')[0] ?? '').split('/');
    const fits = (segments: readonly string[]): boolean =>
      segments.length === path.length && segments.every((segment, i) => segment.startsWith(':') || segment === path[i]);
    return [...new Set(this.#routes.filter(({ segments }) => fits(segments)).flatMap(({ methods }) => methods))].sort();
  }
}
