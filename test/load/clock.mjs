/**
 * What the calendar and the ledger cost, and whether they are right, beside the packages one would otherwise ask; run with
 * `npm run bench -- clock`, or after `npm run build` and `npm install` in `test/load/peers`:
 *
 *     node test/load/clock.mjs [--seconds 2]
 *
 * Times are medians of rounds that take turns. Dates are held against the notices of the State Council typed a second time, in
 * `chinese-days`, for each day on which a period can begin from 2019 to 2026. What a long span costs is in `working-days.mjs`.
 */
import { parseArgs } from 'node:util';
import { addDays, localDate } from '../../dist/libs/calendar/src/index.js';
import { readCalendar, readStatute } from '../../dist/libs/platform/src/index.js';
import { ledger } from '../../dist/libs/statutes/src/index.js';
import { now } from './measure.mjs';
import { median } from './bench/driver.mjs';
import { byChineseDays, byDateFns, civil } from './peers/working-days.mjs';

const { values } = parseArgs({ options: { seconds: { type: 'string', default: '5' } } });
const PERIOD = 20;
const [FROM, TO] = ['2019-01-01', '2026-11-30'];

const calendar = readCalendar('config', 'cn');
const statute = readStatute('config', 'cn-ogi-711');

const days = [];
for (let day = localDate(FROM); day <= TO; day = addDays(day, 1)) days.push(day);

/** A case that was corrected, asked a third party and another organ, and was extended. */
const FACTS = {
  receipt: { channel: 'in_person', submittedOn: '2026-01-12' },
  events: [
    { type: 'correction_notice_received', on: '2026-01-15', period: 10, periodUnit: 'working_day', dispatchedOn: '2026-01-14' },
    { type: 'correction_received', on: '2026-01-20' },
    {
      ...{ type: 'consultation', id: 'a', kind: 'third_party', dispatchedOn: '2026-01-22' },
      ...{ receivedByConsultedOn: '2026-01-23', answeredOn: '2026-01-30' },
    },
    {
      ...{ type: 'consultation', id: 'b', kind: 'other_organ', dispatchedOn: '2026-02-02' },
      ...{ receivedByConsultedOn: '2026-02-03', answeredOn: '2026-02-10' },
    },
    { type: 'extension', dispatchedOn: '2026-02-11', workingDays: 20 },
  ],
};
const told = (derivation) => () => ledger(FACTS, statute, calendar, { asOf: localDate('2026-02-12'), derivation });

/** What is asked, how often in a row, and where it answers with a day, which. */
const WORK = {
  'add(20): the calendar': { times: 20_000, ask: (day) => calendar.add(day, PERIOD), answer: (found) => found },
  'add(20): date-fns addBusinessDays': { times: 2_000, ask: (day) => byDateFns(day, PERIOD), answer: civil },
  'add(20): chinese-days findWorkday': { times: 50, ask: (day) => byChineseDays(day, PERIOD) },
  'a ledger without its derivation': { times: 200, ask: told(false) },
  'a ledger with its derivation': { times: 200, ask: told(true) },
};

/** Nanoseconds of one. */
function timed({ times, ask }, round) {
  const begun = now();
  for (let i = 0; i < times; i += 1) ask(days[(round * 37 + i) % days.length]);
  return ((now() - begun) * 1e6) / times;
}

const took = Object.fromEntries(Object.keys(WORK).map((name) => [name, []]));
const until = now() + Number(values.seconds) * 1000;
for (const work of Object.values(WORK)) timed(work, 0);
for (let round = 1; now() < until; round += 1)
  for (const [name, work] of Object.entries(WORK)) took[name].push(timed(work, round));

const own = took['add(20): the calendar'];
const wrong = ({ ask, answer }) =>
  answer === undefined ? '' : days.filter((day) => answer(ask(day)) !== byChineseDays(day, PERIOD)).length;
console.table(
  Object.fromEntries(
    Object.entries(took).map(([name, rounds]) => [
      name,
      {
        'ns, least': Math.round(rounds.reduce((a, b) => Math.min(a, b))),
        'ns, median': Math.round(median(rounds)),
        'of the calendar': Math.round(median(rounds.map((one, i) => one / own[i]))),
        [`wrong of ${days.length}`]: wrong(WORK[name]),
      },
    ]),
  ),
);
