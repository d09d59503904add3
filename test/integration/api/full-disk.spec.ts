import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { folderTarget } from '@gongkai/filing';
import { FileStore } from '@gongkai/platform';
import { startTestApi } from '../../support/api.js';
import { problemIn } from '../../support/officer.js';
import { smallDisk } from '../../support/small-disk.js';

const LEFT = 32 * 1024;
const PDF = Buffer.concat([Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj\n'), Buffer.alloc(100_000, '%filler\n')]);
const disk = smallDisk(4);
afterAll(() => disk?.remove());

/** Where no disk can be mounted there is none to fill. */
const suite = disk === undefined ? describe.skip : describe;
const { folder, fill, empty } = disk ?? { folder: '', fill: () => undefined, empty: () => undefined };
const filesIn = (place: string): string[] =>
  readdirSync(place, { recursive: true, withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [entry.name] : []));

suite('on a disk that is full', () => {
  beforeEach(() => {
    rmSync(path.join(folder, 'files'), { recursive: true, force: true });
    new FileStore(folder);
  });
  afterEach(() => empty());

  test('a file of which only a part found room is not kept, though its last piece was the only one', async () => {
    const store = new FileStore(folder);
    await store.save(Readable.from([Buffer.from('first')]), { name: 'first.txt' });
    fill(LEFT);
    await expect(store.save(Readable.from([PDF]), { name: 'scan.pdf' })).rejects.toThrow(/ENOSPC/);
    empty();
    expect(filesIn(path.join(folder, 'files'))).toHaveLength(1);
    const { id } = await store.save(Readable.from([PDF]), { name: 'scan.pdf' });
    expect(await store.check(id, PDF.length)).toBe('whole');
  });

  test('an archive that found no room fails', async () => {
    fill(LEFT);
    const target = await folderTarget(path.join(folder, 'bag'));
    await expect(target.put('scan.pdf', Readable.from([PDF]))).rejects.toThrow(/ENOSPC/);
    rmSync(path.join(folder, 'bag'), { recursive: true });
  });

  test('people are told so and what to do, nothing is kept, and they go on once there is room', async () => {
    const api = await startTestApi({ dataDir: folder });
    try {
      const clerk = await api.officer('clerk.bureau');
      const upload = () => clerk.upload('/files', new File([Uint8Array.from(PDF)], '扫描件.pdf'));
      fill(LEFT);
      const before = await api.count('stored_file');
      const refused = await upload();
      expect([refused.status, problemIn(refused).code]).toEqual([507, 'storage-full']);
      expect(problemIn(refused).detail).toMatch(/管理员/);
      expect(await api.count('stored_file')).toBe(before);
      empty();
      expect((await upload()).status).toBe(201);
    } finally {
      await api.stop();
    }
  });
});
