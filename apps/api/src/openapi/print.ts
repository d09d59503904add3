import { createApi } from '../create-api.js';
import type { Services } from '../services.js';
import { Surroundings } from '../surroundings.js';
import { documentOf } from './document.js';

/** Nothing behind the doors is opened: the document is made of the doors alone. */
const NOTHING_BEHIND = {
  surroundings: new Surroundings({
    publicUrl: '',
    serves: 'all',
    trustProxy: [],
    metricsToken: undefined,
    signOn: undefined,
    smtpUrl: undefined,
  }),
  store: { limit: 0 },
  streams: { close: () => Promise.resolve() },
} as unknown as Services;

/** `docs/openapi.json`, as it has to be. */
export async function openApiText(): Promise<string> {
  const app = await createApi(NOTHING_BEHIND);
  try {
    return `${JSON.stringify(documentOf(app), null, 2)}\n`;
  } finally {
    await app.close();
  }
}
