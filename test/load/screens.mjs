/**
 * What each home fetches and how long it takes until it can be used, on a slow line and with nothing kept from before:
 *
 *     node test/load/screens.mjs [--kilobits 1600] [--latency 150] [--rounds 3]
 *
 * A demonstration of its own, a real browser; kilobits a second, milliseconds there and back. A page can be used once its heading is
 * there and nothing more has been fetched for half a second; that half second is not counted. The middle one of the rounds is shown.
 */
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { DEMO_PASSWORD, onDemonstration } from '../../scripts/support/demonstration.mjs';
import { bootstrap } from '../../scripts/support/ready.mjs';
import { programOf } from '../../scripts/support/tools.mjs';
import { main, tell } from '../../scripts/support/tree.mjs';
import { now } from './measure.mjs';

const { values } = parseArgs({
  options: {
    kilobits: { type: 'string', default: '1600' },
    latency: { type: 'string', default: '150' },
    rounds: { type: 'string', default: '3' },
  },
});
const TODAY = '2026-03-02';
/** Milliseconds without anything that is fetched. */
const QUIET = 500;
const LINE = {
  offline: false,
  latency: Number(values.latency),
  downloadThroughput: (Number(values.kilobits) * 1000) / 8,
  uploadThroughput: (Number(values.kilobits) * 1000) / 8,
};
const ROLES = ['clerk', 'caseworker', 'reviewer', 'legal', 'approver', 'supervisor', 'archivist', 'admin', 'assessor', 'auditor'];
const PORTAL = ['', 'apply', 'follow', 'information', 'guides', 'records'];

const kilo = (bytes) => (bytes / 1000).toFixed(0).padStart(8);

await main(async () => {
  await bootstrap();
  await onDemonstration(TODAY, async (base) => {
    const browser = await chromium.launch({ executablePath: programOf('chromium'), args: ['--no-sandbox'] });
    tell(`${values.kilobits} kbit/s, ${values.latency} ms; kB of script, kB of everything, milliseconds until it can be used`);
    for (const path of PORTAL) await row(`/portal/${path}`, () => visit(browser, `${base}/portal/${path}`));
    await row('log-in', () => visit(browser, base));
    for (const role of ROLES) {
      // Once: an address that logs in over and over is held off.
      const session = await sessionOf(browser, base, `${role}.bureau`);
      await row(role, () => visit(browser, base, session));
    }
    await browser.close();
  });
});

async function row(name, look) {
  const looks = [];
  for (let round = 0; round < Number(values.rounds); round += 1) looks.push(await look());
  const { script, all, milliseconds } = looks.sort((a, b) => a.milliseconds - b.milliseconds)[Math.floor(looks.length / 2)];
  tell(`${name.padEnd(22)}${kilo(script)}${kilo(all)}${milliseconds.toFixed(0).padStart(8)}`);
}

async function sessionOf(browser, base, username) {
  const context = await browser.newContext();
  const answer = await context.request.post(new URL('/api/v1/session', base).href, {
    data: { username, password: DEMO_PASSWORD },
  });
  if (!answer.ok()) throw new Error(`${username} could not log in: ${answer.status()}`);
  const session = await context.storageState();
  await context.close();
  return session;
}

async function visit(browser, address, session) {
  const context = await browser.newContext({ locale: 'zh-CN', ...(session === undefined ? {} : { storageState: session }) });
  const page = await context.newPage();
  const line = await context.newCDPSession(page);
  await line.send('Network.enable');
  await line.send('Network.emulateNetworkConditions', LINE);
  const fetched = countFetched(line);
  const begun = now();
  await page.goto(address, { waitUntil: 'commit' });
  await page.locator('h1').first().waitFor();
  await fetched.quiet(page);
  const looked = { script: fetched.script, all: fetched.all, milliseconds: fetched.last - begun };
  await context.close();
  return looked;
}

/** Bytes as they come over the line. */
function countFetched(line) {
  const kinds = new Map();
  const fetched = { script: 0, all: 0, last: now(), quiet };
  line.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
  line.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    fetched.all += encodedDataLength;
    if (kinds.get(requestId) === 'Script') fetched.script += encodedDataLength;
    fetched.last = now();
  });
  async function quiet(page) {
    while (now() - fetched.last < QUIET) await page.waitForTimeout(QUIET / 5);
  }
  return fetched;
}
