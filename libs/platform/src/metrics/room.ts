import { statfs } from 'node:fs/promises';
import { Gauge, type Registry } from 'prom-client';

type Watched = { readonly dataDir?: string; readonly onError: (error: unknown) => void };

/** Tells how much room the disk of the files has, each time it is asked for; NaN where that cannot be said. */
export function watchRoom(registry: Registry, { dataDir, onError }: Watched): void {
  const gauge: Gauge = new Gauge({
    name: 'gongkai_files_free_bytes',
    help: 'Room that is left on the disk of the files',
    registers: [registry],
    collect: async () => {
      gauge.set(Number.NaN);
      if (dataDir === undefined) return;
      try {
        const { bavail, bsize } = await statfs(dataDir);
        gauge.set(bavail * bsize);
      } catch (error) {
        onError(error);
      }
    },
  });
}
