import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localDate } from '@gongkai/calendar';
import type { Guide } from '@gongkai/contracts';
import { ManualClock } from '@gongkai/platform';
import { DataSource } from 'typeorm';
import { lawShelf } from '../law-shelf.js';
import { Guides } from './guides.js';

const text = { 'zh-CN': '柳荫街56号' };
const GUIDE: Guide = {
  ...{ office: text, address: text, hours: text, phone: '0000-55021056', postalAddress: text },
  ...{ channels: ['web'], webReceipt: 'auto' },
};

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongkai-config-'));
  cpSync('config', folder, { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the pack says how applications over the portal are confirmed, where an organ has announced nothing', () => {
  const pack = join(folder, 'statutes', 'cn-ogi-711.yaml');
  const [before = '', after = ''] = readFileSync(pack, 'utf8').split('  receipt.web.mode:\n');
  writeFileSync(pack, `${before}  receipt.web.mode:\n${after.replace('value: auto', 'value: manual')}`);
  const clock = new ManualClock(localDate('2026-03-02'));
  const guides = new Guides({ source: new DataSource({ type: 'postgres' }), clock, laws: lawShelf(folder) });
  expect(guides.webReceipt(null)).toBe('manual');
  expect(guides.webReceipt(GUIDE)).toBe('auto');
});
