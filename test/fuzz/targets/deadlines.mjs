import fc from 'fast-check';
import { DeadlinesRequest, parseInput, Refusal } from '../../../dist/libs/contracts/src/index.js';
import { ledger } from '../../../dist/libs/statutes/src/index.js';
import { loadStatute } from '../../../dist/apps/cli/src/law-library.js';
import { harmed, harms, seldom, valueOf } from '../arbitrary.mjs';
import { schemaNamed } from '../description.mjs';
import { judged } from '../judged.mjs';

const facts = fc.record({
  body: valueOf(schemaNamed('DeadlinesRequest')),
  done: harms,
  cut: seldom(fc.nat(300)),
});

/** The two say it in other words where a name means something to the language. */
const REFUSED = 'refused';

/** What `gongkai deadlines` makes of a facts.json: an answer or a refusal, and the API the same of the same. */
export const deadlines = {
  name: 'facts.json',
  arbitrary: facts,
  check: async ({ body, done, cut }, office) => {
    const whole = JSON.stringify(office.fill(harmed(body, done))) ?? '{';
    // A request without a body is another matter.
    const payload = cut === null ? whole : whole.slice(0, cut + 1);
    const here = answered(payload);
    const asked = { method: 'POST', url: '/api/v1/deadlines', username: office.who('clerk', office.organs[0]), payload };
    const answer = judged(await office.ask(asked), asked);
    const there = answer.statusCode === 200 ? JSON.stringify(answer.json()) : REFUSED;
    if (here !== there)
      throw new Error(`The API says otherwise to ${payload}\nhere ${here.slice(0, 300)}\nthere ${there.slice(0, 300)}`);
    return answer.statusCode;
  },
};

/** As the command line does it. */
function answered(text) {
  try {
    const { statute, ...given } = parseInput(DeadlinesRequest, jsonOf(text));
    const { law, calendar } = loadStatute(statute);
    return JSON.stringify(ledger(given, law, calendar, { asOf: given.asOf }));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return REFUSED;
  }
}

function jsonOf(text) {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal('malformed-json', [{ path: 'stdin', code: 'malformed-json' }]);
  }
}
