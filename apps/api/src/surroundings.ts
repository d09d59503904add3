import type { OfficeView } from '@gongkai/contracts';
import type { Settings } from '@gongkai/platform';

/** Where this installation stands, as far as answers depend on it. */
export class Surroundings {
  constructor(
    readonly publicUrl: string,
    /** How anybody gets in, where all this is a demonstration. */
    readonly demonstration: OfficeView['demonstration'] = null,
    readonly serves: Settings['serves'] = 'all',
    readonly trustProxy: Settings['trustProxy'] = ['loopback'],
    readonly metricsToken?: string,
  ) {}
}
