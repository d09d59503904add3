import { mkdir } from 'node:fs/promises';
import path from 'node:path';

const KEY_LENGTH = 16;
const NAME_LENGTH = 50;

type Aside = {
  /** Where the fax server puts what came in. */
  readonly folder: string;
  readonly to: 'done' | 'quarantine';
  /** The same for the same content. */
  readonly key: string;
  /** As the file was called. */
  readonly name: string;
};

/**
 * Where a fax lies that has been looked at. Fax servers use names again: the key keeps one from taking the place of another. With it a
 * name may be too long for a folder.
 */
export async function placeAside({ folder, to, key, name }: Aside): Promise<string> {
  const place = path.join(folder, to);
  await mkdir(place, { recursive: true });
  return path.join(place, `${key.slice(0, KEY_LENGTH)}-${Array.from(name).slice(-NAME_LENGTH).join('')}`);
}
