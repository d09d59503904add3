import { addDays, localDate } from '../../../dist/libs/calendar/src/index.js';
import { lawShelf } from '../../../dist/libs/casework/src/index.js';
import { openingId } from '../../../dist/libs/simulation/src/agenda.js';
import { lastDayOf, planYear, readMix, readWords } from '../../../dist/libs/simulation/src/index.js';

export const SETTINGS = { configDir: 'config', secretKeys: ['a secret of the torments that is long enough'], cipher: 'aes' };
export const YEAR = 2019;
/** The annual report of the year is due in January; what is open then is carried over. */
const LATEST = localDate('2020-12-31');

/** The year that is played: of the organ, by the seed, so many of its applications. */
export function planOf({ ORGAN: organ, SEED: seed, CASES: cases }) {
  const laws = lawShelf(SETTINGS.configDir);
  const law = laws.lawOf(laws.statute, localDate(`${YEAR}-01-01`));
  const whole = planYear(readMix(SETTINGS.configDir, organ, YEAR), {
    law,
    words: readWords(SETTINGS.configDir),
    seed: Number(seed),
  });
  const plan = { ...whole, cases: whole.cases.slice(0, Number(cases)) };
  const days = plan.cases.map(({ script }) => script.loggedOn).sort();
  const last = lastDayOf(plan) ?? LATEST;
  return { plan, before: addDays(days[0], -1), until: last < LATEST ? last : LATEST };
}

/** Ids with which those cases are opened that are played over HTTP: one of so many, none of 0. */
export const overHttpOf = ({ name, cases }, share) =>
  new Set(share > 0 ? cases.filter((_, i) => i % share === 0).map(({ course }) => openingId(name, course.n)) : []);
