import fs from 'node:fs';

/**
 * What somebody asked of the API, on the disk before it is sent, and what was answered: who is killed in between asks again with the same key,
 * as a client does that does not know what has become of a request.
 */
export class Asked {
  #lines;
  #open = new Map();
  #answered = new Map();

  constructor(file) {
    const told = fs.existsSync(file) ? fs.readFileSync(file, 'utf8').split('\n').slice(0, -1) : [];
    for (const line of told) this.#note(JSON.parse(line));
    this.#lines = fs.openSync(file, 'a');
  }

  #note({ id, answer, ...request }) {
    if (answer === undefined) this.#open.set(id, { id, ...request });
    else this.#open.delete(id);
    if (answer) this.#answered.set(id, answer);
  }

  #write(line) {
    this.#note(line);
    fs.writeSync(this.#lines, `${JSON.stringify(line)}\n`);
  }

  /** @param request with its `id`, which is its key */
  begin(request) {
    this.#write(request);
  }

  /** @param answer what there is now: `{ caseId, version }`; null where it was refused */
  end(id, answer) {
    this.#write({ id, answer });
    fs.fdatasyncSync(this.#lines);
  }

  /** Requests of which nobody knows what became of them. */
  get open() {
    return [...this.#open.values()];
  }

  /** `{ caseId, version }` of what was acknowledged; undefined where it was not. */
  answerTo(id) {
    return this.#answered.get(id);
  }

  get acknowledged() {
    return [...this.#answered.values()];
  }
}

/** What was acknowledged over HTTP, by what is on the disk. */
export const answersIn = (file) => {
  if (!fs.existsSync(file)) return [];
  const lines = fs.readFileSync(file, 'utf8').split('\n').slice(0, -1);
  return lines.map((line) => JSON.parse(line)).flatMap(({ answer }) => (answer ? [answer] : []));
};
