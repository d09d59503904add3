import { localDate } from '@gongkai/calendar';
import { lawShelf } from '@gongkai/casework';
import type { CaseView } from '@gongkai/contracts';
import { ConfigError } from '@gongkai/statutes';
import { readFileSync } from 'node:fs';
import type { Script } from './diary.js';
import { parseMix, readMix, type Mix } from './mix.js';
import { planYear, type Plan } from './plan.js';
import { readWords } from './words.js';

const law = lawShelf('config').lawOf('cn-ogi-711', localDate('2019-01-01'));
const words = readWords('config');
const planOf = (mix: Mix, seed = 1): Plan => planYear(mix, { law, words, seed });

const counted = (values: readonly string[]): Record<string, number> =>
  values.reduce<Record<string, number>>((counts, value) => ({ ...counts, [value]: (counts[value] ?? 0) + 1 }), {});

/** The text of a plan, its functions left out. */
const written = (plan: Plan): string => JSON.stringify(plan);

const ASKING = ['askThirdParty', 'askJointProducer', 'askOtherOrgan', 'askSecrecyAuthority'];

/** The steps that are about somebody asked, each with whom it is about, if every step does what it means to. */
function aboutAsked(steps: Script['steps']): readonly { readonly type: string; readonly id: string }[] {
  const consultations: { id: string }[] = [];
  return steps.flatMap(({ type, make }) => {
    if (ASKING.includes(type)) consultations.push({ id: `asked ${consultations.length}` });
    const command = make({ consultations, items: [], notices: [], remedies: [], toConfirm: [] } as unknown as CaseView);
    const { consultationId: id } = (command ?? {}) as { readonly consultationId?: string };
    return id === undefined ? [] : [{ type, id }];
  });
}

describe.each(['bureau', 'district'])('the year 2019 of the %s', (organ) => {
  const mix = readMix('config', organ, 2019);
  const plan = planOf(mix);
  const courses = plan.cases.map(({ course }) => course);

  test('has exactly the applications that the report names, received in that year', () => {
    expect(courses).toHaveLength(organ === 'bureau' ? 27 : 2493);
    expect(new Set(courses.map(({ receivedOn }) => receivedOn.slice(0, 4)))).toEqual(new Set(['2019']));
    expect(counted(courses.map(({ receivedOn }) => String(Number(receivedOn.slice(5, 7)) - 1)))).toEqual(
      Object.fromEntries(mix.months.map((count, month) => [String(month), count])),
    );
  });

  test('has channels, applicants and units as they are counted', () => {
    expect(counted(courses.map(({ channel }) => channel))).toEqual(mix.channels);
    expect(counted(courses.map(({ category }) => category))).toEqual(mix.applicants);
    expect(counted(courses.map((course) => course.organ))).toEqual(mix.units);
  });

  test('leaves exactly so many replies to the next year', () => {
    const endsLater = plan.cases.filter(({ script: { steps } }) =>
      steps.every(({ day, type }) => day > '2019-12-31' || !['dispatch', 'withdraw', 'closeAbandoned'].includes(type)),
    );
    expect(endsLater).toHaveLength(mix.carriedOut);
  });

  test('does nothing before it is logged, and nothing on a day off', () => {
    for (const { script } of plan.cases) {
      const days = [script.loggedOn, ...script.steps.map(({ day }) => day)];
      expect([...days].sort()).toEqual(days);
      expect(days.filter((day) => !law.calendar.isWorkingDay(day))).toEqual([]);
    }
  });

  test('has a second person look at what was logged late, the next working day', () => {
    const late = plan.cases.filter(
      ({ script: { loggedOn }, course: { receivedOn } }) => law.calendar.count(receivedOn, loggedOn) > 1,
    );
    const looked = plan.cases.filter(({ script: { steps } }) => steps.some(({ type }) => type === 'confirmFact'));
    expect(looked).toEqual(late);
    for (const { script } of late)
      expect(script.steps.find(({ type }) => type === 'confirmFact')).toMatchObject({
        by: 'caseworker',
        day: law.calendar.next(script.loggedOn),
      });
    expect(late).not.toEqual([]);
  });

  test('gives nothing out over the head of a third party, whatever the seed', () => {
    for (let seed = 1; seed <= (organ === 'bureau' ? 60 : 2); seed += 1) {
      const asked = planOf(mix, seed).cases.flatMap(({ course }) => course.consultations.map((one) => ({ ...one, course })));
      const objecting = asked.filter(({ answer }) => answer === 'refuse');
      expect(objecting).toHaveLength(mix.events.objecting);
      expect(objecting.filter(({ overridden }) => overridden)).toHaveLength(mix.events.overridden);
      const heeded = objecting.filter(({ course }) => course.decisions.some(({ ground }) => ground === 'third_party_rights'));
      expect(heeded).toHaveLength(mix.events.objecting - mix.events.overridden);
    }
  });

  test('serves every consulted party and hears it only then, in whatever order they were planned', () => {
    for (const { script, course } of plan.cases.filter(({ course: { consultations } }) => consultations.length > 1)) {
      const of = (step: string) => new Set(aboutAsked(script.steps).flatMap(({ type, id }) => (type === step ? [id] : [])));
      const [served, heard] = [of('recordService'), of('recordAnswer')];
      const planned = [
        course.consultations.filter((one) => one.served !== null).length,
        course.consultations.filter(({ answer }) => answer !== null).length,
      ];
      expect([course.n, served.size, heard.size]).toEqual([course.n, ...planned]);
      expect([...heard].filter((id) => !served.has(id))).toEqual([]);
    }
  });

  test('is the same for the same seed, and another one for another', () => {
    expect(written(planOf(mix))).toBe(written(plan));
    expect(written(planOf(mix, 2))).not.toBe(written(plan));
  });
});

test('a list that does not make up the whole is told with its line', () => {
  const text = readFileSync('config/simulations/bureau-2019.yaml', 'utf8');
  const wrong = text.replace('web: 10', 'web: 9').replace('overridden: 0', 'overridden: zero');
  expect(() => parseMix(wrong, 'bureau-2019.yaml')).toThrow(ConfigError);
  expect(() => parseMix(text.replace('web: 10', 'web: 9'), 'bureau-2019.yaml')).toThrow('channels must make 27, not 26');
  expect(() => parseMix(text.replace('applications: 27\ncarried', 'applications: 28\ncarried'), 'x.yaml')).toThrow(/must make/);
});
