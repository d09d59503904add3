import { Refusal, renderProblem, type Language } from '@gongkai/contracts';
import type { CaseCommand } from '@gongkai/lifecycle';
import type { ColumnProblem } from './read-entry.js';
import type { Script, Step, Subjects } from './script.js';

/** Where a script is played: the real desk, or only in thought. */
export type Stage = {
  readonly open: (script: Script) => Promise<void>;
  readonly subjects: () => Subjects;
  readonly take: (command: CaseCommand, step: Step, index: number) => Promise<void>;
};

/** What came of a script. */
export type Played = {
  /** Why it could not be played to its end. */
  readonly problem: ColumnProblem | null;
  /** Steps that the law does not know so: left out, and told in the journal. */
  readonly leftOut: readonly ColumnProblem[];
};

/** Plays a script step by step, until the law refuses one that cannot be left out. @throws Error of the stage */
export async function play(script: Script, stage: Stage, language: Language): Promise<Played> {
  const leftOut: ColumnProblem[] = [];
  const opened = await refusalOf(() => stage.open(script), { path: 'receivedOn', language });
  if (opened !== null) return { problem: opened, leftOut };
  for (const [i, step] of script.steps.entries()) {
    const command = step.make(stage.subjects());
    if (command === null) continue;
    if (step.by === 'clock') {
      await unlessRefused(() => stage.take(command, step, i));
      continue;
    }
    const refused = await refusalOf(() => stage.take(command, step, i), { path: step.column, language });
    if (refused === null) continue;
    if (step.soft !== true) return { problem: refused, leftOut };
    leftOut.push(refused);
  }
  return { problem: null, leftOut };
}

/** What time alone makes true is nobody's step: what rests on it is refused by itself, and that is told. */
async function unlessRefused(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (problem) {
    if (!(problem instanceof Refusal)) throw problem;
  }
}

type Telling = { readonly path: ColumnProblem['path']; readonly language: Language };

async function refusalOf(work: () => Promise<void>, { path, language }: Telling): Promise<ColumnProblem | null> {
  try {
    await work();
    return null;
  } catch (problem) {
    if (!(problem instanceof Refusal)) throw problem;
    return { path, code: 'law-refuses', facts: { title: wordsOf(problem, language) } };
  }
}

function wordsOf(refusal: Refusal, language: Language): string {
  const { title, fields = [] } = renderProblem(refusal, language);
  return fields.length === 0 ? title : fields.map(({ message }) => message).join('；');
}
