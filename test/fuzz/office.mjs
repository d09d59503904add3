/** An office under way, with its API in this process: what it is asked goes through everything but a socket. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createApi } from '../../dist/apps/api/src/create-api.js';
import { openServices } from '../../dist/apps/api/src/services.js';
import { localDate } from '../../dist/libs/calendar/src/index.js';
import { lawShelf, verifyChains, verifyReplay } from '../../dist/libs/casework/src/index.js';
import { ManualClock, migrate, readSettings } from '../../dist/libs/platform/src/index.js';
import { loadDemoOrgans, onStage, planYear, play, readMix, readWords } from '../../dist/libs/simulation/src/index.js';
import { onServer } from '../load/an-office.mjs';
import { filled, idsIn, namedIn } from './filled.mjs';

const YEAR = 2019;
const MOST_IDS = 300;
const PASSWORD = 'gongkai-demo';
const SECRET = 'the secret of the fuzzing is long enough';
/** What a request leaves behind that changes nothing: who was there, who looked, and what a gate counted. */
const TRACES = /^(?:session|log_in|login|case_look|look|access|security|kept_answer|idempot|rate|heartbeat|sign_in|attempt)/;

/** Units are reached as the first of those that tell it: else no letter of theirs is drawn. */
const GUIDES = `
  INSERT INTO guide (organ_id, version, valid_from, content, changed_at)
  SELECT organ.id, 1, told.valid_from, told.content, told.changed_at
    FROM organ CROSS JOIN (SELECT * FROM guide WHERE content ? 'court' ORDER BY organ_id LIMIT 1) AS told
   WHERE organ.id NOT IN (SELECT organ_id FROM guide)`;

/** Lets the work be done in an office with so many cases, which it forgets afterwards. */
export async function inOffice({ cases, seed }, work) {
  await onServer(async ({ url, pool }) => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gongkai-fuzz-'));
    const office = new Office({ url, pool, folder });
    try {
      await office.open({ cases, seed });
      await work(office);
    } finally {
      await office.close();
      fs.rmSync(folder, { recursive: true, force: true });
    }
  });
}

class Office {
  /** What the program says went wrong, since it was last asked. */
  #said = [];
  #sessions = new Map();
  #fingerprint;
  /** Cursors that lists have given. */
  cursors = [];

  constructor({ url, pool, folder }) {
    Object.assign(this, { url, pool, folder });
  }

  async open({ cases, seed }) {
    const { url } = this;
    await migrate(url);
    await loadDemoOrgans(url, 'config');
    await this.pool.query({ text: GUIDES });
    this.settings = readSettings({ DATA_DIR: this.folder, SECRET_KEY: SECRET, OCR: 'off' });
    this.today = await this.#play({ cases, seed });
    this.clock = new ManualClock(localDate(this.today));
    const say = (...said) => void this.#said.push(said);
    const log = { error: say, warn: () => undefined, info: () => undefined };
    this.services = await openServices({ settings: this.settings, databaseUrl: url, clock: this.clock, log });
    this.app = await createApi(this.services);
    const { rows } = await this.pool.query({ text: 'SELECT id, organ_id FROM case_file ORDER BY id' });
    this.cases = rows.map(({ id }) => id);
    const organs = await this.pool.query({
      text: 'SELECT id, code FROM organ WHERE id IN (SELECT organ_id FROM case_file) ORDER BY code',
    });
    this.organs = organs.rows.map(({ code }) => code);
    this.organIds = organs.rows.map(({ id }) => id);
    const people = await this.pool.query({ text: 'SELECT id, username FROM person ORDER BY username' });
    this.people = new Set(people.rows.map(({ username }) => username));
    this.persons = people.rows.map(({ id }) => id);
    this.ids = [...this.cases, ...this.organs];
    this.#fingerprint = await fingerprintOf(this.pool);
  }

  /** The first of a year's applications, until the last of them has come. @returns the day on which they stand */
  async #play({ cases, seed }) {
    const laws = lawShelf('config');
    const law = laws.lawOf(laws.statute, localDate(`${YEAR}-01-01`));
    const whole = planYear(readMix('config', 'district', YEAR), { law, words: readWords('config'), seed });
    const plan = { ...whole, cases: whole.cases.slice(0, cases) };
    const until = plan.cases
      .map(({ script }) => script.loggedOn)
      .sort()
      .at(-1);
    await onStage({ url: this.url, settings: this.settings, plan }, (stage) => play(plan, stage, { until }));
    return until;
  }

  /** What all tables hold, but traces. */
  async standing() {
    const { rows } = await this.pool.query({ text: this.#fingerprint });
    return rows[0].standing;
  }

  /** Asks in the name of somebody, as the console does. @param username nobody where there is none */
  async ask({ username, method = 'GET', url, payload, headers = {} }) {
    const session = username === undefined ? {} : await this.#session(username);
    const json = payload === undefined ? {} : { payload, headers: { 'content-type': 'application/json' } };
    const before = this.#said.length;
    const answer = await this.app.inject({ method, url, ...json, headers: { ...json.headers, ...session, ...headers } });
    if (answer.statusCode === 401 && username !== undefined) this.#sessions.delete(username);
    return { answer, said: this.#said.splice(before) };
  }

  /** What a request in somebody's name carries. */
  session(username) {
    return this.#session(username);
  }

  /** Where the API listens: it does so from the first time it is asked. */
  async port() {
    if (this.app.getHttpServer().address() === null) await this.app.listen(0, '127.0.0.1');
    return this.app.getHttpServer().address().port;
  }

  /** Some files that are kept. */
  async fileIds() {
    return (await this.pool.query({ text: 'SELECT id FROM stored_file ORDER BY id LIMIT 7' })).rows.map(({ id }) => id);
  }

  async #session(username) {
    const known = this.#sessions.get(username);
    if (known !== undefined) return known;
    const payload = { username, password: PASSWORD };
    const answer = await this.app.inject({ method: 'POST', url: '/api/v1/session', payload });
    if (answer.statusCode !== 200 && answer.statusCode !== 201) return {};
    const session = { cookie: answer.headers['set-cookie'].toString().split(';')[0], 'x-csrf-token': answer.json().csrfToken };
    this.#sessions.set(username, session);
    return session;
  }

  /** Who does something in an organ; where nobody there does it, somebody of the district, or anybody who does. */
  who(role, organ) {
    const names = [`${role}.${organ}`, `${role}.district`];
    return names.find((name) => this.people.has(name)) ?? [...this.people].find((name) => name.startsWith(`${role}.`));
  }

  /** The code of the organ that has a case. */
  async organOf(caseId) {
    const text = 'SELECT code FROM organ JOIN case_file ON organ_id = organ.id WHERE case_file.id = $1';
    return (await this.pool.query({ text, values: [caseId] })).rows[0].code;
  }

  /** What an answer names is known from now on, to so many names. */
  learn(answer) {
    for (const id of idsIn(answer)) if (this.ids.length < MOST_IDS && !this.ids.includes(id)) this.ids.push(id);
    const { nextCursor } = answer ?? {};
    if (typeof nextCursor === 'string' && this.cursors.length < MOST_IDS) this.cursors.push(nextCursor);
  }

  /** A value with ids and days of this office. @param view of the case it is about */
  fill(value, view) {
    return filled(value, {
      ids: [...idsIn(view), ...this.ids],
      named: { ...namedIn(view), assignee: this.persons, person: this.persons },
      today: this.today,
    });
  }

  /** @throws Error where a chain is broken or a journal does not fold to what is stored */
  async verify() {
    const parts = { pool: this.pool, laws: lawShelf('config'), clock: this.clock };
    const { broken } = await verifyChains(this.pool, () => undefined);
    const { differences } = await verifyReplay(parts, () => undefined);
    if (broken.length + differences.length > 0) throw new Error(`The journals: ${JSON.stringify({ broken, differences })}`);
  }

  async close() {
    await this.app?.close();
    await this.services?.close();
  }
}

async function fingerprintOf(pool) {
  const { rows } = await pool.query({
    text: `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace ORDER BY 1`,
  });
  const counts = rows.flatMap(({ name }) => (TRACES.test(name) ? [] : [`'${name}', (SELECT count(*) FROM "${name}")`]));
  return `SELECT jsonb_build_object('versions', (SELECT sum(version) FROM case_file)) || ${inParts(counts)} AS standing`;
}

/** A function takes a hundred arguments at most. */
function inParts(counts) {
  const parts = [];
  for (let i = 0; i < counts.length; i += 40) parts.push(`jsonb_build_object(${counts.slice(i, i + 40).join(', ')})`);
  return parts.join(' || ');
}
