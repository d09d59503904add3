import { allPagesDone, type IncomingDesk } from '@gongkai/casework';
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

/** Outside production a demonstration has several organs at its top, and the first will do. */
const ORGANS = `
  SELECT id FROM organ WHERE coalesce(code = $1, parent_id IS NULL) ORDER BY code`;

/** The fax line of an organ: what lies in its spool folder comes into the inbox. */
export function faxLine({ settings, pool, store, drawer, clock, incoming }: LineParts): FaxSpool {
  const organ = async (): Promise<string> => {
    const { rows } = await pool.query<{ id: string }>({ text: ORGANS, values: [settings.faxOrgan ?? null] });
    const [first, ...others] = rows;
    if (first === undefined || (settings.production && others.length > 0))
      throw new Error('Nobody knows whose fax this is: FAX_ORGAN has to be the code of an organ.');
    return first.id;
  };
  const onFax = async ({ file, name, drawn, ...fax }: Fax): Promise<void> => {
    const files = file === null ? [] : [file];
    if (file !== null && drawn.length > 0) await pool.query(allPagesDone(file.id, drawn));
    await incoming.receive({ ...fax, organId: await organ(), source: 'fax', subject: name, files, mayBeRetold: true });
  };
  return new FaxSpool({ folder: settings.faxSpoolDir, store, drawer, clock, onFax });
}
