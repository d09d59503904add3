import { localDate } from '@gongkai/calendar';
import { Binder, ManualClock } from '@gongkai/platform';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { programs } from '../../support/api.js';
import { pdfOf, written } from '../../support/pdfs.js';

test('the same papers, bound at the same moment of the clock, are the same bytes; a PDF tells that moment and not the machine\u2019s', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'gongkai-bound-'));
  const clock = new ManualClock(localDate('2026-03-02'));
  const binder = new Binder({ folder, program: programs.bind, clock });
  const bound = async (): Promise<Buffer> => {
    const { content } = await binder.bind(async ({ add, front }) => {
      expect(await add(pdfOf([{ content: written('A paper', 72, 700) }]))).toBe(1);
      expect(await front(pdfOf([{ content: written('The cover', 72, 700) }]))).toBe(1);
    });
    return buffer(content);
  };
  try {
    const [first, second] = [await bound(), await bound()];
    expect(first.equals(second)).toBe(true);
    expect(first.toString('latin1')).toMatch(/CreationDate ?\(D:2026030[12]/);
    clock.set(localDate('2026-03-09'));
    expect((await bound()).toString('latin1')).toMatch(/CreationDate ?\(D:2026030[89]/);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
