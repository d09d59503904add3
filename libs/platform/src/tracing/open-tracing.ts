import type { Settings } from '../settings.js';
import type { Tracing } from './tracing.js';

const NOWHERE: Tracing = { close: () => Promise.resolve() };

/** Sends traces to where the settings say, by OTLP over HTTP; what sends them is loaded only then. @param service whose they are */
export async function openTracing({ tracesUrl }: Pick<Settings, 'tracesUrl'>, service: 'api' | 'worker'): Promise<Tracing> {
  if (tracesUrl === undefined) return NOWHERE;
  const { sendTraces } = await import('./send-traces.js');
  return sendTraces(tracesUrl, `gongkai-${service}`);
}
