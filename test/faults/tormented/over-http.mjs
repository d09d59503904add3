import { Refusal } from '../../../dist/libs/contracts/src/index.js';
import { Asked } from './asked.mjs';
import { setClock } from './api.mjs';
import { BrokenOff, Client } from './client.mjs';
import { refuseWhereFull } from './disk.mjs';
import { scanOf } from './scans.mjs';

/**
 * The desk as people reach it, over HTTP. Whoever is killed in the midst of a request asks again with the same key; a scan that breaks off is
 * scanned anew, so that what was kept of the first is nobody's.
 */
export class OverHttp {
  #versions = new Map();
  #cases = new Set();

  /** @param file in which is written down what was asked @param openings ids with which the cases are opened that are played here */
  constructor({ base, file, folder, clock, openings, told }) {
    Object.assign(this, { folder, openings, asked: new Asked(file) });
    this.client = new Client({ base, ...told, beforeEach: () => setClock(folder, clock.now().getTime()) });
  }

  takes(openingId) {
    return this.openings.has(openingId);
  }

  hasOpened(caseId) {
    return this.#cases.has(caseId);
  }

  /** A pool that knows also of what was acknowledged here: its entry has an id that the API has drawn. */
  knowing(pool) {
    const query = async (asked) => {
      const { rows } = await pool.query(asked);
      const known = (asked.values?.[0] ?? []).filter((id) => this.asked.answerTo(id) !== undefined);
      return { rows: [...rows, ...known.map((id) => ({ id }))] };
    };
    return { query };
  }

  /** Asks again what was asked before and is not known to have been answered. */
  async settle() {
    for (const request of this.asked.open) await this.#send(request).catch(unlessRefused);
  }

  /** As `CaseDesk.open`. */
  async open({ id, actor, body }) {
    const known = this.asked.answerTo(id);
    const view = known === undefined ? await this.#opened({ id, actor, body }) : await this.#read(known.caseId, actor.username);
    this.#cases.add(view.id);
    this.#versions.set(view.id, view.version);
    return { view, replayed: known !== undefined };
  }

  async #opened({ id, actor: { username }, body }) {
    const fileIds = [await this.#handIn(id, username)];
    return this.#ask({ id, username, place: '/cases', body: { ...body, fileIds } });
  }

  /** As `CaseDesk.handle`: of the version that was seen last, and where the case has changed since, of what it is now. */
  async handle({ id, caseId, actor: { username }, command }) {
    const request = { id, username, place: `/cases/${caseId}/commands`, body: command };
    const view = await this.#ask({ ...request, version: this.#versions.get(caseId) }).catch(async (problem) => {
      if (!(problem instanceof Refusal) || problem.code !== 'case-changed') throw problem;
      const { version } = await this.#read(caseId, username);
      return this.#ask({ ...request, version });
    });
    this.#versions.set(caseId, view.version);
    return { view };
  }

  #read(caseId, username) {
    return this.client.ask(() => ({ username, method: 'GET', place: `/cases/${caseId}` }));
  }

  async #ask(request) {
    this.asked.begin(request);
    return this.#send(request);
  }

  async #send({ id, body, ...request }) {
    try {
      const view = await this.client.ask(() => ({ ...request, key: id, body: JSON.stringify(body) }));
      this.asked.end(id, { caseId: view.id, version: view.version });
      return view;
    } catch (problem) {
      if (problem instanceof Refusal) this.asked.end(id, null);
      throw problem;
    }
  }

  /** Where the disk is none of its own, the store of the API takes what this one does not. */
  #refuseWhereFull() {
    try {
      refuseWhereFull(this.folder);
    } catch (error) {
      this.client.onFull();
      throw new BrokenOff('No room is left.', { cause: error });
    }
  }

  /** One half hands in the same scan again with its key where it broke off, the other scans anew. */
  async #handIn(id, username) {
    const isPatient = Number.parseInt(id.slice(-1), 16) % 2 === 0;
    const { id: fileId } = await this.client.ask((nth) => {
      this.#refuseWhereFull();
      const scan = isPatient ? id : `${id} ${nth}`;
      const body = new FormData();
      body.append('file', new Blob([scanOf(scan)], { type: 'application/pdf' }), `${id}.pdf`);
      return { username, place: '/files', key: `scan ${scan}`.replaceAll(' ', '-'), body };
    });
    return fileId;
  }
}

function unlessRefused(problem) {
  if (!(problem instanceof Refusal)) throw problem;
}
