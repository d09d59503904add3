import { EVERYTHING, withSight } from '@gongkai/platform';
import { localDate } from '@gongkai/calendar';
import { AlarmClock, type Person } from '@gongkai/casework';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { LiveStreams } from '../../../apps/api/src/http/live-streams.js';
import { startTestApi, type TestApi } from '../../support/api.js';
import { open, step } from '../../support/applications.js';
import { eventually } from '../../support/eventually.js';
import { problemIn, request, type Officer } from '../../support/officer.js';

let api: TestApi;
let other: TestApi;
beforeAll(async () => {
  api = await startTestApi();
  other = await startTestApi({ beside: api });
});
afterAll(async () => {
  await other.stop();
  await api.stop();
});

type Told = { readonly type: string; readonly data: Record<string, unknown> };

/** Somebody who watches: what they were told so far, and whether the stream has ended. */
class Watching {
  readonly told: Told[] = [];
  comments = 0;
  ended = false;
  readonly #abort = new AbortController();

  static async begin(officer: Pick<Officer, 'base' | 'cookie'>): Promise<Watching> {
    const watching = new Watching();
    const signal = watching.#abort.signal;
    const answer = await fetch(`${officer.base}/events`, { headers: { cookie: officer.cookie }, signal });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8']);
    void watching.#read(answer).catch(() => undefined);
    await eventually(() => expect(watching.told).toContainEqual({ type: 'ready', data: {} }));
    return watching;
  }

  async #read(answer: Response): Promise<void> {
    let text = '';
    const decoder = new TextDecoder();
    for await (const bytes of answer.body ?? []) {
      text += decoder.decode(bytes as Uint8Array, { stream: true });
      const parts = text.split('\n\n');
      text = parts.pop() ?? '';
      for (const part of parts) this.#take(part);
    }
    this.ended = true;
  }

  #take(part: string): void {
    const [, type, data] = /^event: (.+)\ndata: (.+)$/.exec(part) ?? [];
    if (type === undefined || data === undefined) this.comments += 1;
    else this.told.push({ type, data: JSON.parse(data) as Record<string, unknown> });
  }

  changesOf(caseId: string): Told[] {
    return this.told.filter(({ data }) => data.caseId === caseId);
  }

  leave(): void {
    this.#abort.abort();
  }
}

/** A case of an organ, opened at one of the two servers. */
const openAt = async (server: TestApi, organ: string): Promise<string> => {
  const clerk = await server.officer(`clerk.${organ}`);
  return (await open(clerk)).id;
};

describe('who watches', () => {
  test('hears of a case that somebody changes at another server, with the version and by whom', async () => {
    const watching = await Watching.begin(await other.officer('caseworker.bureau'));
    const id = await openAt(api, 'bureau');
    const clerk = await api.officer('clerk.bureau');
    const { version } = await step(clerk, id, { type: 'register' });
    await eventually(() => expect(watching.changesOf(id).at(-1)?.data).toMatchObject({ organ: 'bureau', version }));
    const { user } = (await clerk.get('/session')).body as { user: { id: string; name: string } };
    expect(watching.changesOf(id).at(-1)).toEqual({
      type: 'case-changed',
      data: { caseId: id, organ: 'bureau', version, by: { id: user.id, name: user.name } },
    });
    watching.leave();
  });

  test('hears of the organs in sight alone', async () => {
    const [street, above, bureau] = await Promise.all(
      ['clerk.street', 'supervisor.district', 'clerk.bureau'].map(async (name) => Watching.begin(await api.officer(name))),
    );
    if (!street || !above || !bureau) throw new Error('Nobody watches.');
    const [below, elsewhere] = [await openAt(other, 'street'), await openAt(other, 'bureau')];
    await eventually(() => {
      expect(street.changesOf(below)).toHaveLength(1);
      expect(above.changesOf(below)).toHaveLength(1);
      expect(bureau.changesOf(elsewhere)).toHaveLength(1);
    });
    expect([street.changesOf(elsewhere), above.changesOf(elsewhere), bureau.changesOf(below)]).toEqual([[], [], []]);
    for (const watching of [street, above, bureau]) watching.leave();
  });

  test('hears what time alone changes, from the worker', async () => {
    const watching = await Watching.begin(await api.officer('caseworker.bureau'));
    const [clerk, caseworker] = await Promise.all([api.officer('clerk.bureau'), api.officer('caseworker.bureau')]);
    const { id } = await open(clerk);
    await step(caseworker, id, { type: 'accept' });
    const { consultations } = await step(caseworker, id, { type: 'askThirdParty', party: '某公司' });
    await step(clerk, id, { type: 'recordService', consultationId: consultations[0]?.id, how: 'EMS' });
    const { pool, desk } = other.services;
    other.clock.set(localDate('2026-04-01'));
    const alarms = new AlarmClock({ pool, desk, clock: other.clock });
    expect(await withSight(EVERYTHING, () => alarms.ring())).toMatchObject({ failed: [] });
    other.clock.set(localDate('2026-03-02'));
    await eventually(() => expect(watching.changesOf(id).at(-1)?.data).not.toHaveProperty('by'));
    watching.leave();
  });

  test('is told what comes into the own inbox, and when it is settled; who does not look after it is not', async () => {
    const [clerk, auditor] = await Promise.all([api.officer('clerk.street'), api.officer('auditor.district')]);
    const [keeper, other] = [await Watching.begin(clerk), await Watching.begin(auditor)];
    const toldOf = (watching: Watching) => watching.told.filter(({ type }) => type === 'incoming').map(({ data }) => data);
    expect((await clerk.get('/incoming/waiting')).body).toEqual({ waiting: 0, latest: null });
    const { id } = (await clerk.post('/incoming', { source: 'hotline', text: '几点开门' })).body as { id: string };
    await eventually(() => expect(toldOf(keeper)).toEqual([{ waiting: 1 }]));
    expect((await clerk.get('/incoming/waiting')).body).toEqual({ waiting: 1, latest: api.clock.now().toISOString() });
    await clerk.post(`/incoming/${id}/acts`, { type: 'dismiss', reason: '重复' });
    await eventually(() => expect(toldOf(keeper)).toEqual([{ waiting: 1 }, { waiting: 0 }]));
    expect(toldOf(other)).toEqual([]);
    expect(problemIn(await auditor.get('/incoming/waiting')).code).toBe('role-missing');
    for (const watching of [keeper, other]) watching.leave();
  });

  test('is told how much waits for them, and when it is read', async () => {
    const officer = await api.officer('approver.bureau');
    const watching = await Watching.begin(officer);
    const caseId = await openAt(api, 'bureau');
    const { user } = (await officer.get('/session')).body as { user: { id: string } };
    await api.services.source.query(
      `INSERT INTO notification (id, key, person_id, told_as, case_id, kind, subject, ring_on, created_at, not_before)
       VALUES ($1, 'k', $2, 'turn', $3, 'turn', '', '2026-03-02', now(), '2026-03-01')`,
      [randomUUID(), user.id, caseId],
    );
    // The case that was opened rings too, soon before or after.
    const lastTold = () => watching.told.findLast(({ type }) => type === 'notification')?.data;
    await eventually(() => expect(lastTold()).toEqual({ unread: 1 }));
    await api.services.source.query('UPDATE notification SET acknowledged_at = now()');
    await eventually(() => expect(lastTold()).toEqual({ unread: 0 }));
    watching.leave();
  });
});

describe('a stream', () => {
  test('needs a session', async () => {
    expect(problemIn(await request(`${api.url}/api/v1/events`)).code).toBe('unauthenticated');
  });

  test('keeps its line alive, follows the posts of its person, and ends with the session', async () => {
    const feed = { watchers: [] as { person: () => { roles: readonly string[] } }[] };
    const streams = new LiveStreams(
      {
        watch: (watcher: { person: () => Person }) => {
          feed.watchers.push(watcher);
          return () => feed.watchers.splice(feed.watchers.indexOf(watcher), 1);
        },
        close: () => Promise.resolve(),
      },
      20,
    );
    const person = await api.services.directory.byUsername('clerk.bureau');
    if (person === undefined) throw new Error('The demonstration is not loaded.');
    let now: typeof person | undefined = { ...person, roles: ['auditor'] };
    const stream = streams.open(person, () => Promise.resolve(now)).setEncoding('utf8');
    await eventually(() => expect(stream.read()).toMatch(/^(: \n\n)+$/));
    expect(feed.watchers[0]?.person().roles).toEqual(['auditor']);
    now = undefined;
    stream.resume();
    await eventually(() => expect(feed.watchers).toEqual([]));
    expect(stream.readableEnded).toBe(true);
  });

  const endings: [string, (watcher: Officer) => Promise<unknown>][] = [
    ['logs out', (watcher) => watcher.send('/session', { method: 'DELETE' })],
    [
      'gets a new password',
      async (watcher) => {
        const { user } = (await watcher.get('/session')).body as { user: { id: string } };
        return (await api.officer('admin.bureau')).post(`/admin/people/${user.id}/password`, undefined);
      },
    ],
  ];
  test.each(endings)('ends at once where its person %s, at every server, and tells nothing after that', async (_, leave) => {
    const watcher = await api.officer('archivist.bureau');
    const there = await Watching.begin({ base: `${other.url}/api/v1`, cookie: watcher.cookie });
    const here = await Watching.begin(watcher);
    await leave(watcher);
    const id = await openAt(api, 'bureau');
    await eventually(() => expect([here.ended, there.ended]).toEqual([true, true]));
    expect([here.changesOf(id), there.changesOf(id)]).toEqual([[], []]);
  });

  test('is cut off where the client does not keep up', async () => {
    const told: ((event: { type: 'ready'; data: Record<string, never> }) => void)[] = [];
    const streams = new LiveStreams({ watch: ({ tell }) => (told.push(tell), () => told.pop()), close: () => Promise.resolve() });
    const person = await api.services.directory.byUsername('clerk.bureau');
    if (person === undefined) throw new Error('The demonstration is not loaded.');
    const stream = streams.open(person, () => Promise.resolve(person));
    for (let i = 0; i < 20_000 && !stream.destroyed; i += 1) told[0]?.({ type: 'ready', data: {} });
    expect(stream.destroyed).toBe(true);
    await eventually(() => expect(told).toEqual([]));
  });

  test('that is left is forgotten, and the others go on', async () => {
    const [leaving, staying] = await Promise.all(
      ['clerk.bureau', 'legal.bureau'].map(async (name) => Watching.begin(await api.officer(name))),
    );
    leaving?.leave();
    const id = await openAt(api, 'bureau');
    await eventually(() => expect(staying?.changesOf(id)).toHaveLength(1));
    staying?.leave();
  });

  test('ends cleanly when the server ends, and a browser that has opened a line in advance holds nothing up', async () => {
    const third = await startTestApi({ beside: api });
    const line = connect(Number(new URL(third.url).port), '127.0.0.1');
    await once(line, 'connect');
    const watching = await Watching.begin(await third.officer('clerk.bureau'));
    const id = await openAt(api, 'bureau');
    await eventually(() => expect(watching.changesOf(id)).toHaveLength(1));
    await third.stop();
    await eventually(() => expect(watching.ended).toBe(true));
    line.destroy();
  });
});
