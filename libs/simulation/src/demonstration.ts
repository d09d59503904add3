import path from 'node:path';
import { addDays, type LocalDate } from '@gongkai/calendar';
import { AnswerLinks, CaseQueries, lawShelf, StoredFiles, type LawShelf } from '@gongkai/casework';
import { NO_SEAL, Papers, Press, Sources } from '@gongkai/correspondence';
import {
  createDataSource,
  FileStore,
  officeDay,
  PageRedactor,
  readConfig,
  REDACT_PROGRAM,
  Sealer,
  type Settings,
} from '@gongkai/platform';
import { parseConfig } from '@gongkai/statutes';
import { z } from 'zod';
import { CourseShape } from './course.js';
import { fillCatalogues } from './demo-disclosures.js';
import { DemoAssessment, DemoTraining, fillOversight } from './demo-assessments.js';
import { DemoIncoming, fillInboxes } from './demo-incoming.js';
import { DemoPapers } from './demo-papers.js';
import { addDemoGuides, loadDemoOrgans } from './demo-organs.js';
import { planOf, type Plan } from './plan.js';
import { play, type Played, type Stage } from './play.js';
import type { PlanLaw } from './reckoning.js';
import { onStage } from './stage.js';
import { readWords } from './words.js';

const DemoFile = z.strictObject({
  id: z.string().min(1),
  /** `received` counts in working days from today. */
  /** What nobody has looked at yet. */
  incoming: z.array(DemoIncoming).default([]),
  trainings: z.array(DemoTraining).default([]),
  assessments: z.array(DemoAssessment).default([]),
  cases: z.array(CourseShape.extend({ received: z.int().min(-120).max(20) })).min(1),
});
type DemoCases = z.infer<typeof DemoFile>;

/** Reads `config/simulations/demo.yaml`. @throws ConfigError with every problem of the file */
export const parseDemo = (text: string, file: string): DemoCases => parseConfig(text, file, DemoFile);

/** Calendar days that the cases reach back, and that their deadlines reach ahead. */
const BACK = -180;
const AHEAD = 90;
/** Connections for the words of papers and their files. */
const PRINTING = 4;

/** The demonstration as a plan; on a day off it is that of the last working day. Without cases where no calendar reaches so far. */
export function planDemonstration(configDir: string, law: PlanLaw, today: LocalDate): Plan {
  const { id, cases } = readConfig(configDir, 'simulations/demo.yaml', parseDemo);
  const { calendar } = law;
  const reached = [BACK, AHEAD].every((days) => calendar.covers(addDays(today, days)));
  if (!reached) return planOf(id, [], { law, words: readWords(configDir) });
  const workday = calendar.isWorkingDay(today) ? today : calendar.previous(today);
  const courses = cases.map(({ received, ...course }, i) => ({
    ...course,
    n: i + 1,
    receivedOn: calendar.add(workday, received),
  }));
  return planOf(`${id}/${today}`, courses, { law, words: readWords(configDir) });
}

/** The demonstration's office charges the processing fee, so that a case that waits for it is seen (REG 42). */
function chargingShelf(configDir: string): LawShelf {
  const shelf = lawShelf(configDir);
  return { ...shelf, lawOf: (...asked) => ({ ...shelf.lawOf(...asked), feeEnabled: true }) };
}

/**
 * Fills a database that has its tables and nothing else with organs, people and cases around the office's day; none of it lies after now.
 * @param program that prints the papers of what is filed, where it does not lie beside this one
 */
export async function fillDemonstration(url: string, settings: Settings, now: Date, program?: string): Promise<Played> {
  const today = officeDay(now);
  const laws = chargingShelf(settings.configDir);
  const plan = planDemonstration(settings.configDir, laws.lawOf(laws.statute, today), today);
  await loadDemoOrgans(url, settings.configDir);
  await fillCatalogues(url, settings.configDir, now);
  return onStage({ url, settings, plan, laws, now }, (stage) =>
    withPapers({ url, settings, laws, stage, program }, today, async (papers) => {
      const played = await play(plan, { ...stage, papers }, { until: today });
      const { incoming, ...oversight } = readConfig(settings.configDir, 'simulations/demo.yaml', parseDemo);
      if (plan.cases.length > 0) await fillInboxes(incoming, stage, { settings, now });
      await fillOversight(oversight, { url, configDir: settings.configDir, laws, now });
      return played;
    }),
  );
}

type Printing = {
  readonly url: string;
  readonly settings: Settings;
  readonly laws: LawShelf;
  readonly stage: Stage;
  readonly program: string | undefined;
};

/** Lends what draws the papers of a case, and takes it back. */
async function withPapers<T>(
  { url, settings, laws, stage: { pool, clock, desk }, program }: Printing,
  until: LocalDate,
  work: (papers: DemoPapers) => Promise<T>,
): Promise<T> {
  const { configDir, dataDir, publicUrl, secretKeys } = settings;
  const source = await createDataSource(url, { poolSize: PRINTING }).initialize();
  const press = new Press(path.join(configDir, 'fonts'), program);
  try {
    const store = new FileStore(dataDir);
    const files = new StoredFiles({ source, store, clock });
    const sealer = Sealer.of(settings);
    const queries = new CaseQueries({ pool, clock, laws, sealer });
    const links = new AnswerLinks({ secrets: secretKeys, publicUrl });
    // Nobody brings a reply of their own there: what would read one is never started.
    const redactor = new PageRedactor({ program: REDACT_PROGRAM, font: path.join(configDir, 'fonts/noto-serif-sc-regular.ttf') });
    const sources = new Sources(configDir);
    const papers = new Papers({ source, desk, queries, files, store, redactor, sources, press, seal: NO_SEAL, links, sealer });
    return await work(new DemoPapers({ papers, press, files, until }));
  } finally {
    press.close();
    await source.destroy();
  }
}

/**
 * Adds what demonstrations have had since an older version loaded this one, and what takes nothing from anybody: guides, and what the
 * organs have published. Cases stay as they are; `gongkai demo reset` makes all of it anew.
 * @returns how many guides and entries came in; a second time none
 */
export async function completeDemonstration(url: string, { configDir }: Pick<Settings, 'configDir'>, now: Date): Promise<number> {
  return (await addDemoGuides(url, configDir)) + (await fillCatalogues(url, configDir, now));
}
