import { allPagesDone, type Arriving, type IncomingDesk, type Received } from '@gongkai/casework';
import type { CommandPool, KeptFax } from '@gongkai/platform';

type Parts = { readonly pool: CommandPool; readonly incoming: Pick<IncomingDesk, 'receive'> };

/** A fax that is kept, and what is known of its arrival. */
type ArrivingFax = KeptFax & Pick<Arriving, 'organId' | 'arrivedAt' | 'subject' | 'actorId'>;

/** Takes a fax into the inbox, by whatever line it came: once, with its pages as they have been drawn. */
export async function receiveFax({ file, drawn, ...fax }: ArrivingFax, { pool, incoming }: Parts): Promise<Received> {
  if (file !== null && drawn.length > 0) await pool.query(allPagesDone(file.id, drawn));
  return incoming.receive({ ...fax, source: 'fax', files: file === null ? [] : [file], mayBeRetold: true });
}
