import type { Script } from './diary.js';
import { scriptOf } from './script.js';
import type { Course } from './course.js';
import { courseOf } from './course-of.js';
import { draftsOf } from './draw-drafts.js';
import type { Mix } from './mix.js';
import { Random } from './random.js';
import type { PlanLaw } from './reckoning.js';
import { Voice } from './voice.js';
import type { Words } from './words.js';

/** A case that is going to be played. */
export type Planned = { readonly course: Course; readonly script: Script };

/** Cases under a name that, with their numbers, tells every one of their steps from all others. */
export type Plan = { readonly name: string; readonly cases: readonly Planned[] };

export type PlanParts = { readonly law: PlanLaw; readonly words: Words; readonly seed: number };

/** A whole year of an organ; the same seed gives the same year. @throws Error where its events do not fit into it */
export function planYear(mix: Mix, { law, words, seed }: PlanParts): Plan {
  const name = `${mix.id}/${seed}`;
  const drafts = draftsOf(mix, law.calendar, new Random(name));
  return planOf(
    name,
    drafts.map((draft) => courseOf(draft, law, new Random(`${name}/course/${draft.n}`))),
    { law, words },
  );
}

/** The courses with everything that is said and done in them. */
export function planOf(name: string, courses: readonly Course[], { law, words }: Omit<PlanParts, 'seed'>): Plan {
  const cases = courses.map((course) => {
    const voice = new Voice(words, new Random(`${name}/voice/${course.n}`));
    return { course, script: scriptOf({ course, law, voice }) };
  });
  return { name, cases };
}
