import { addDays, yearOf } from '@gongkai/calendar';
import { Directory, type LawShelf, type Person } from '@gongkai/casework';
import { CommandPool, createDataSource, ManualClock } from '@gongkai/platform';
import { Assessments, Trainings } from '@gongkai/supervision';
import { z } from 'zod';

const words = z.string().min(1);

/** A training that the demonstration's people have held. */
export const DemoTraining = z.strictObject({
  organ: words,
  /** Days before today. */
  daysAgo: z.int().min(0),
  topic: words,
  organs: z.array(words).min(1),
  sections: words.optional(),
  people: z.int().min(1),
});

/** An assessment of the year before that is under way: by whom, and what was judged of one of its organs. */
export const DemoAssessment = z.strictObject({
  organ: words,
  judged: z.strictObject({ organ: words, indicator: words, choice: words, remark: words }),
});

export type DemoOversight = {
  readonly trainings: readonly z.infer<typeof DemoTraining>[];
  readonly assessments: readonly z.infer<typeof DemoAssessment>[];
};
type Parts = { readonly url: string; readonly configDir: string; readonly laws: LawShelf; readonly now: Date };

/** Enters what the demonstration's supervisors keep beside the cases. */
export async function fillOversight({ trainings, assessments }: DemoOversight, { url, now, ...parts }: Parts): Promise<void> {
  const clock = new ManualClock(now);
  const source = await createDataSource(url, { poolSize: 1 }).initialize();
  const pool = new CommandPool({ url, max: 1 });
  try {
    const directory = new Directory(source, clock);
    const as = async (username: string): Promise<Person> => {
      const person = await directory.byUsername(username);
      if (person === undefined) throw new Error(`The demonstration needs somebody with the log-in ${username}; there is nobody.`);
      return person;
    };
    const register = new Trainings({ pool, clock });
    for (const { organ, daysAgo, sections = null, ...training } of trainings)
      await register.add(await as(`supervisor.${organ}`), { ...training, sections, heldOn: addDays(clock.today(), -daysAgo) });
    const assessing = new Assessments({ ...parts, pool, clock });
    for (const { organ, judged } of assessments) {
      const { id } = await assessing.begin(await as(`supervisor.${organ}`), { year: yearOf(clock.today()) - 1, quarter: null });
      const entry = { choice: judged.choice, remark: judged.remark, fileIds: [] };
      const where = { id, organ: judged.organ };
      await assessing.enter(await as(`assessor.${organ}`), where, { version: 1, entries: { [judged.indicator]: entry } });
    }
  } finally {
    await pool.close();
    await source.destroy();
  }
}
