import { mkdir, open } from 'node:fs/promises';
import path from 'node:path';
import type { Target } from './target.js';

/** A folder that is made for the bag. @throws Error where there is something at its place */
export async function folderTarget(root: string): Promise<Target> {
  await mkdir(path.dirname(path.resolve(root)), { recursive: true });
  await mkdir(root);
  return {
    put: async (name, content) => {
      const place = path.join(root, ...name.split('/'));
      await mkdir(path.dirname(place), { recursive: true });
      const handle = await open(place, 'wx');
      try {
        // On a disk that is nearly full `write` may write less than it was given, and says so only by a number.
        for await (const chunk of content) await handle.appendFile(chunk);
      } finally {
        await handle.close();
      }
    },
    end: () => Promise.resolve(),
  };
}
