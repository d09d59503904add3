import { Refusal } from '@gongkai/contracts';
import { context, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace, type Attributes, type Span } from '@opentelemetry/api';

/** The name under which everything here is traced. */
const TRACER = 'gongkai';

/** What a span may say: kinds, ids and counts, never what anybody wrote. */
export type Told = Attributes;

/** A span of its own, for who ends it later. */
export const startSpan = (name: string, told: Told = {}): Span =>
  trace.getTracer(TRACER).startSpan(name, { kind: SpanKind.SERVER, attributes: told });

/** Does the work below no span: what is done for several at once is none of the first one's. */
export const belowNone = <T>(work: () => T): T => context.with(ROOT_CONTEXT, work);

/**
 * Does the work within a span, below the one that is open. Costs next to nothing where traces are sent nowhere.
 * @param name a kind of work, of which there are few
 * @throws what the work throws; the span says that it failed, unless it was refused, and none of its words
 */
export function traced<T>(name: string, told: Told, work: (span: Span) => Promise<T>): Promise<T> {
  return trace.getTracer(TRACER).startActiveSpan(name, { attributes: told }, async (span) => {
    try {
      return await work(span);
    } catch (error) {
      if (!(error instanceof Refusal)) span.setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      span.end();
    }
  });
}
