import type { OfficeView } from '@gongkai/contracts';
import type { Settings } from '@gongkai/platform';

type Given = Pick<Settings, 'publicUrl' | 'serves' | 'trustProxy' | 'metricsToken' | 'signOn' | 'smtpUrl'>;

/** Where this installation stands, as far as answers depend on it. */
export class Surroundings implements Given {
  readonly publicUrl: string;
  readonly serves: Given['serves'];
  readonly trustProxy: Given['trustProxy'];
  readonly metricsToken: string | undefined;
  readonly signOn: Given['signOn'];
  readonly smtpUrl: string | undefined;

  constructor(
    { publicUrl, serves, trustProxy, metricsToken, signOn, smtpUrl }: Given,
    /** How anybody gets in, where all this is a demonstration. */
    readonly demonstration: OfficeView['demonstration'] = null,
  ) {
    this.publicUrl = publicUrl;
    this.serves = serves;
    this.trustProxy = trustProxy;
    this.metricsToken = metricsToken;
    this.signOn = signOn;
    this.smtpUrl = smtpUrl;
  }

  /** Whether people reach it over HTTPS. */
  get isHttps(): boolean {
    return this.publicUrl.startsWith('https:');
  }
}
