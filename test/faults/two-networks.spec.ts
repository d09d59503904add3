import { get } from 'node:http';
import { utimesSync, writeFileSync } from 'node:fs';
import type { ApplicationStanding, CaseList, CaseView, PublicFile, PublicOrgans, PublicReceipt } from '@gongkai/contracts';
import { Mailbox, newExchangeKeys, SystemClock } from '@gongkai/platform';
import { exchangeKeysIn } from '../../libs/platform/src/exchange/exchange-keys.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { eventually } from '../support/eventually.js';
import { Installation, type Program } from '../support/installation.js';
import { TwoNetworks } from '../support/two-networks.js';

const IDENTITY = { phone: '13800000000', idType: '居民身份证', idNumber: '110101199003070011' };
const SILENT = { warn: () => undefined };

/** The portal in one network, the casework in another, and nothing between them but packages that somebody carries. */
describe('two networks', () => {
  let database: TestDatabase;
  let networks: TwoNetworks;
  let installation: Installation;
  let casework: Program;
  let portal: Program;
  beforeAll(async () => {
    database = await createTestDatabase();
    networks = new TwoNetworks();
    installation = await Installation.open(database.url, { backend: 'postgres', url: database.url });
    casework = await installation.startApi(networks.settingsOf('casework'));
    // It is still Friday where somebody sends an application late in the evening.
    portal = await installation.startRelay({ ...networks.settingsOf('portal'), TODAY: '2026-02-27' });
    networks.walk();
  });
  afterAll(async () => {
    await installation.close();
    networks.end();
    await database.drop();
  });

  const ask = (place: string, sent: RequestInit = {}): Promise<Response> => fetch(`${portal.url}${place}`, sent);
  const told = async <T>(place: string, sent?: RequestInit): Promise<T> => (await (await ask(place, sent)).json()) as T;
  const post = (body: object, key: string): RequestInit => ({
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify(body),
  });
  const application = {
    organ: 'bureau',
    applicant: { kind: 'natural_person', category: 'natural_person', name: '欧阳望舒', ...IDENTITY },
    items: [{ description: '2025年违法建设拆除台账' }],
    wantedForm: 'electronic',
    delivery: 'portal',
  };
  const cases = async (): Promise<CaseList['items']> => {
    const auditor = await installation.officer(casework, 'auditor');
    return ((await auditor.get('/cases')).body as CaseList).items;
  };

  it('show the same: who can be asked, with the pages of the portal', async () => {
    const { organs } = await told<PublicOrgans>('/api/v1/public/organs');
    expect(organs.map(({ code }) => code)).toContain('bureau');
    expect((await ask('/portal/')).headers.get('content-type')).toContain('text/html');
    expect((await ask('/robots.txt')).status).toBe(200);
    expect((await ask('/health/ready')).status).toBe(200);
  });

  it('log an application with its file once, on the day it was sent, however often its package is carried over', async () => {
    networks.times = 3;
    const form = new FormData();
    form.append('file', new File(['%PDF-1.4\n%form\n%%EOF\n'], '申请表.pdf', { type: 'application/pdf' }));
    const file = await told<PublicFile>('/api/v1/public/files?organ=bureau', { method: 'POST', body: form });
    const sent = post({ ...application, fileIds: [file.id] }, 'once');
    const receipt = await told<PublicReceipt>('/api/v1/public/applications', sent);
    expect(receipt).toMatchObject({ submittedOn: '2026-02-27', receivedOn: '2026-02-27' });
    const logged = await cases();
    expect(logged.map(({ number }) => number)).toEqual([receipt.number]);
    const auditor = await installation.officer(casework, 'auditor');
    const view = (await auditor.get(`/cases/${logged[0]?.id ?? ''}`)).body as CaseView;
    expect(view).toMatchObject({ receipt: { channel: 'web', submittedOn: '2026-02-27' }, lateReasonMissing: false });

    const carried = networks.carried.portal;
    expect(await told<PublicReceipt>('/api/v1/public/applications', sent)).toEqual(receipt);
    expect(networks.carried.portal).toBe(carried);
    const standing = `/api/v1/public/applications/${encodeURIComponent(receipt.number)}?code=${receipt.queryCode}`;
    expect(await told<ApplicationStanding>(standing)).toMatchObject({ number: receipt.number });
    networks.times = 1;
  });

  it('tell the refusals of the other side, in the language of who asks', async () => {
    const headers = { 'accept-language': 'en' };
    const refused = await ask('/api/v1/public/applications/none?code=AAAA-AAAA', { headers });
    expect(refused.headers.get('content-type')).toContain('application/problem+json');
    expect(await refused.json()).toMatchObject({ status: refused.status });
  });

  it('have nothing for anybody else at the portal, and nothing else for the portal inside', async () => {
    for (const place of ['/api/v1/cases', '/log', '/metrics']) expect([place, (await ask(place)).status]).toEqual([place, 404]);
    const forged = new Mailbox(networks.at('portal'), exchangeKeysIn(networks.keys.portal), SILENT, new SystemClock());
    const [before, cases] = [networks.carried.casework, ['/api/v1/cases', '/health/ready', '/api/v1/public/%2e%2e/session']];
    for (const url of cases) await forged.send(crypto.randomUUID(), { head: { ...request(), url }, body: Buffer.alloc(0) });
    // Each is told that there is nothing: what would be done is told by the ferry's own tests.
    await eventually(() => expect(networks.carried.casework - before).toBe(cases.length));
    const winding = await new Promise<number | undefined>((resolve, reject) => {
      const { hostname, port } = new URL(portal.url);
      get({ hostname, port, path: '/api/v1/public/%2e%2e/session' }, ({ statusCode }) => resolve(statusCode)).once(
        'error',
        reject,
      );
    });
    expect(winding).toBe(404);
  });

  it('put aside what the other side has not made, and tell nobody what they carry', async () => {
    const strange = new Mailbox(networks.at('portal'), exchangeKeysIn(newExchangeKeys().portal), SILENT, new SystemClock());
    await strange.send(crypto.randomUUID(), { head: request(), body: Buffer.alloc(0) });
    await eventually(() => expect(networks.namesIn('portal', 'out')).toEqual([]));
    const [left = ''] = networks.namesIn('casework', 'in').filter((name) => name.endsWith('.gkx'));
    writeFileSync(networks.at('casework', 'in', 'half.gkx'), 'GKX1 half of a');
    for (const name of [left, 'half.gkx']) utimesSync(networks.at('casework', 'in', name), new Date(0), new Date(0));
    await eventually(() => expect(networks.namesIn('casework', 'refused').sort()).toEqual([left, 'half.gkx'].sort()));
    expect(networks.everything().includes('欧阳望舒')).toBe(false);
  });
});

const request = () => ({
  kind: 'request',
  at: '2026-03-02T01:00:00.000Z',
  address: '192.0.2.7',
  method: 'GET',
  url: '/api/v1/public/organs',
  headers: {},
});
