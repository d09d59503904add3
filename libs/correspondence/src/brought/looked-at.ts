import type { Command } from '@gongkai/contracts';
import { toldWith } from './particulars.js';
import { previewsSentWith, sentWith } from './previews.js';
import type { BroughtTools } from './read-brought.js';
import { readStamped, type Stamped } from './stamped.js';
import type { Told } from './told-by-files.js';

/** What comes with a step and was read: the previews among what is sent, the stamped copy of a letter, and what its files tell. */
export type LookedAt = {
  readonly previews: ReadonlySet<string>;
  readonly stamped: Stamped | null;
  readonly told: Told;
};

/** Reads what comes with a step, once, whoever asks for it; null where nothing has to be read. */
export function looking(command: Command, tools: BroughtTools): (() => Promise<LookedAt>) | null {
  if (sentWith(command).length === 0) return null;
  const read = async (): Promise<LookedAt> => ({
    previews: await previewsSentWith(command, tools),
    stamped: await readStamped(command, tools),
    told: await toldWith(command, tools),
  });
  let reading: Promise<LookedAt> | undefined;
  return () => (reading ??= read());
}

/**
 * Reads it before the case is held, for a long scan keeps nobody waiting; of a step that is refused nothing is read. Whatever fails here is
 * told in its turn, by the desk.
 * @param tried the same step without its write
 */
export async function readAhead(look: () => Promise<LookedAt>, tried: () => Promise<unknown>): Promise<void> {
  await tried()
    .then(look, () => undefined)
    .catch(() => undefined);
}
