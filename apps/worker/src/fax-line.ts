import type { IncomingDesk } from '@gongkai/casework';
import { organOfLine, receiveFax } from '@gongkai/intake';
import {
  FaxSpool,
  type Clock,
  type CommandPool,
  type Fax,
  type FileStore,
  type PageDrawer,
  type Settings,
} from '@gongkai/platform';

type LineParts = {
  readonly settings: Pick<Settings, 'faxSpoolDir' | 'faxOrgan' | 'production'>;
  readonly pool: CommandPool;
  readonly store: FileStore;
  readonly drawer: PageDrawer;
  readonly clock: Clock;
  readonly incoming: Pick<IncomingDesk, 'receive'>;
};

/** The fax line of an organ: what lies in its spool folder comes into the inbox. */
export function faxLine({ settings, pool, store, drawer, clock, incoming }: LineParts): FaxSpool {
  const owner = { code: settings.faxOrgan, setting: 'FAX_ORGAN', production: settings.production };
  const onFax = async ({ name, ...fax }: Fax): Promise<void> => {
    await receiveFax({ ...fax, subject: name, organId: await organOfLine(pool, owner) }, { pool, incoming });
  };
  return new FaxSpool({ folder: settings.faxSpoolDir, store, drawer, clock, onFax });
}
