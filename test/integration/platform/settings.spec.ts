import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { addDays, localDate } from '@gongkai/calendar';
import { ManualClock, officeDay, readSettings, SystemClock, type Settings } from '@gongkai/platform';
import { makeOpenFolder, removeFolder } from '../../support/folders.js';

const SECRET_KEY = 'x'.repeat(32);

let folder: string;
beforeEach(() => {
  folder = makeOpenFolder();
});
afterEach(() => removeFolder(folder));

const read = (env: Record<string, string> = {}): Settings => readSettings({ DATA_DIR: folder, ...env });
const complaintOf = (env: Record<string, string>): string[] => {
  try {
    read(env);
  } catch (error) {
    return (error as Error).message.split('\n');
  }
  return [];
};

describe('settings', () => {
  it('have a value where nothing is said, and cannot be changed', () => {
    const settings = read();
    expect(settings).toMatchObject({
      production: false,
      databaseUrl: undefined,
      queueBackend: 'postgres',
      port: 3000,
      publicUrl: 'http://localhost:3000',
      dataDir: folder,
      faxSpoolDir: path.join(folder, 'fax-spool'),
      serves: 'all',
      exchange: undefined,
      trustProxy: ['loopback'],
      metricsToken: undefined,
      workerMetricsPort: undefined,
      faxOrgan: undefined,
      mailOrgan: undefined,
      faxGateways: [],
      configDir: path.resolve('config'),
      cipher: 'aes',
      today: undefined,
    });
    expect(Object.isFrozen(settings)).toBe(true);
  });

  it('make a secret key once, readable for its owner alone', () => {
    const [key] = read().secretKeys;
    expect(key).toMatch(/^[0-9a-f]{64}$/);
    expect(read().secretKeys).toEqual([key]);
    const file = path.join(folder, 'secret-key');
    expect(readFileSync(file, 'utf8').trim()).toBe(key);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('ask no secret key of the portal of another network, and keep none on its machine', () => {
    const relay = { NODE_ENV: 'production', SERVES: 'relay', EXCHANGE_DIR: folder, EXCHANGE_KEY: 'portal.key' };
    const [key] = read(relay).secretKeys;
    expect(key).toMatch(/^[0-9a-f]{64}$/);
    expect(read(relay).secretKeys).not.toEqual([key]);
    expect(readdirSync(folder)).toEqual([]);
    expect(complaintOf({ ...relay, SERVES: 'portal' })).toContain('  SECRET_KEY is needed in production (openssl rand -hex 32)');
  });

  it('say so when the data folder cannot be used', () => {
    const file = path.join(folder, 'file');
    writeFileSync(file, '');
    expect(complaintOf({ DATA_DIR: file })).toEqual([expect.stringMatching(/cannot be used \(ENOTDIR\): .* DATA_DIR\.$/)]);
  });

  it('take the keys that are given, the newest first, and make none', () => {
    const older = 'y'.repeat(40);
    expect(read({ SECRET_KEY: `${SECRET_KEY}, ${older}` }).secretKeys).toEqual([SECRET_KEY, older]);
    expect(() => statSync(path.join(folder, 'secret-key'))).toThrow();
  });

  it('take a variable that is set to nothing as not set', () => {
    expect(read({ DATABASE_URL: '', PORT: '', TODAY: '' })).toMatchObject({ databaseUrl: undefined, port: 3000 });
  });

  it('take the proxies that are believed as a number or by their addresses', () => {
    expect(read({ TRUST_PROXY: '2' }).trustProxy).toBe(2);
    expect(read({ TRUST_PROXY: 'loopback, 10.1.0.0/16,fd00::7' }).trustProxy).toEqual(['loopback', '10.1.0.0/16', 'fd00::7']);
    for (const wrong of ['-1', 'true', '10.1.0.0/33', 'proxy.example', '10.1.0.7,', '*'])
      expect(complaintOf({ TRUST_PROXY: wrong })).toEqual([
        'These settings cannot be used:',
        expect.stringMatching(/^ {2}TRUST_PROXY has to be a number of proxies, or addresses like 10\.1\.0\.7/),
      ]);
  });

  it('name everything that is wrong at once', () => {
    expect(
      complaintOf({
        DATABASE_URL: 'mysql://x',
        QUEUE_BACKEND: 'kafka',
        OCR: 'perhaps',
        PORT: '70000',
        PUBLIC_URL: 'gongkai.example',
        SECRET_KEY: 'short',
        AUDIT_KEY: '-----BEGIN PRIVATE KEY-----\nabc\n-----END PRIVATE KEY-----',
        TODAY: '2026-02-30',
      }),
    ).toEqual([
      'These settings cannot be used:',
      '  DATABASE_URL has to be a URL that begins with postgres:// or postgresql://',
      '  QUEUE_BACKEND has to be postgres or redis',
      '  PORT has to be 65535 or less',
      '  OCR has to be on or off',
      '  PUBLIC_URL has to be a URL that begins with http:// or https://',
      '  SECRET_KEY has to be 32 characters or more (openssl rand -hex 32); older keys follow after a comma',
      '  AUDIT_KEY has to begin with a private key of Ed25519 (openssl genpkey -algorithm ed25519); older keys follow it',
      '  TODAY has to be a date, YYYY-MM-DD',
    ]);
  });

  it('ask in production for a secret key of its own, and take no fixed date', () => {
    expect(complaintOf({ NODE_ENV: 'production', TODAY: '2026-06-22', PORT: 'x' })).toEqual([
      'These settings cannot be used:',
      '  PORT has to be a port number',
      '  SECRET_KEY is needed in production (openssl rand -hex 32)',
      '  TODAY is for demonstrations and tests, not for production',
    ]);
    expect(complaintOf({ QUEUE_BACKEND: 'redis' })).toContain('  REDIS_URL is needed with QUEUE_BACKEND=redis');
    expect(read({ NODE_ENV: 'production', SECRET_KEY }).production).toBe(true);
  });
});

describe('the clock', () => {
  it('has the day of Shanghai', () => {
    expect(officeDay(new Date('2026-06-21T15:59:59Z'))).toBe('2026-06-21');
    expect(officeDay(new Date('2026-06-21T16:00:00Z'))).toBe('2026-06-22');
  });

  it('can be fixed to a day, on which the time of day goes on', async () => {
    const clock = new SystemClock(localDate('2026-06-22'));
    expect(clock.today()).toBe('2026-06-22');
    expect(officeDay(clock.now())).toBe('2026-06-22');
    const before = clock.now().getTime();
    await pause(5);
    expect(clock.now().getTime()).not.toBe(before);
  });

  it('goes where a test wants it', () => {
    const clock = new ManualClock(localDate('2026-06-22'));
    expect(clock.now().toISOString()).toBe('2026-06-22T01:00:00.000Z');
    clock.advance(15 * 3_600_000);
    expect(clock.today()).toBe('2026-06-23');
    clock.set(addDays(clock.today(), 10));
    expect(clock.today()).toBe('2026-07-03');
  });
});
