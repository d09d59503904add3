import { IncomingDesk } from '@gongkai/casework';
import { INCOMING_SORTS, IncomingSource } from '@gongkai/contracts';
import { Sealer, type Settings } from '@gongkai/platform';
import { z } from 'zod';
import type { Stage } from './play.js';

/** Something that lies in the inbox of a demonstration. */
export const DemoIncoming = z.strictObject({
  organ: z.string().min(1),
  source: IncomingSource,
  sort: z.enum(INCOMING_SORTS).optional(),
  /** Hours before the demonstration is loaded. */
  hoursAgo: z.number().min(0).max(200),
  sender: z.string().min(1),
  subject: z.string().min(1).optional(),
  text: z.string().min(1),
});
export type DemoIncoming = z.infer<typeof DemoIncoming>;

const HOUR_MS = 3_600_000;

/** Puts them into the inboxes of their organs, oldest first; a second time none is there twice. */
export async function fillInboxes(
  letters: readonly DemoIncoming[],
  { pool, desk, clock, cast }: Stage,
  { settings, now }: { readonly settings: Pick<Settings, 'secretKeys' | 'cipher'>; readonly now: Date },
): Promise<void> {
  const inbox = new IncomingDesk({ pool, desk, clock, sealer: Sealer.of(settings) });
  for (const [i, { organ, hoursAgo, ...letter }] of letters.entries()) {
    const { organId } = cast(organ, 'clerk');
    await inbox.receive({ ...letter, organId, key: `demo-${i + 1}`, arrivedAt: new Date(now.getTime() - hoursAgo * HOUR_MS) });
  }
}
