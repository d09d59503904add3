import type { PaperMatter } from '@gongkai/casework';
import { Refusal, type FieldProblem } from '@gongkai/contracts';
import { compose } from '../content/compose.js';
import { checkGlyphs } from '../content/glyphs.js';
import type { ReplySource, Source } from '../content/source.js';
import type { Fonts } from '../print/fonts.js';
import type { Telling } from '../values/telling.js';
import { refuseWording } from '../wording/refuse-wording.js';
import { problemsOfBrought } from './check-brought.js';
import { expectedOf } from './expected-of.js';
import type { Expected } from './finding.js';
import { readBrought, type BroughtTools } from './read-brought.js';
import { squeezed } from './squeezed.js';

type Parts = {
  readonly tools: BroughtTools;
  readonly fonts: () => Fonts;
  /** The reply as the organ words it, as it is shipped, and what it is told from. */
  readonly own: (matter: PaperMatter) => Promise<Source | ReplySource>;
  readonly shipped: () => Source | ReplySource;
  readonly telling: (matter: PaperMatter) => Promise<Telling>;
};

/** Holds a reply against its case: one that is brought, and one that would be drawn of an organ's own wording. */
export class ReplyCheck {
  constructor(private readonly parts: Parts) {}

  /** @throws Refusal `invalid-request` with all in which the files differ */
  async brought(fileIds: readonly string[], matter: PaperMatter): Promise<void> {
    if (fileIds.length === 0) return;
    const telling = await this.parts.telling(matter);
    const expected = expectedOf(compose(await this.parts.own(matter), telling, false), telling);
    const wrong: FieldProblem[] = [];
    for (const id of fileIds)
      wrong.push(...problemsOfBrought({ name: nameOf(id, telling), text: await readBrought(id, this.parts.tools) }, expected));
    if (wrong.length > 0) throw new Refusal('invalid-request', wrong);
  }

  /**
   * What is drawn of an organ's own wording is held against the case as what is brought: a day that is typed there was right once.
   * @param draft whether it has no number yet
   */
  async wording(matter: PaperMatter, draft = false): Promise<void> {
    const [own, shipped] = [await this.parts.own(matter), this.parts.shipped()];
    if (own === shipped) return;
    const telling = await this.parts.telling(matter);
    refuseWording(compose(own, telling, draft), expectedOf(compose(shipped, telling, draft), telling));
  }

  /**
   * What would stand against the signature of a draft, told as it is submitted: what the reply cannot be drawn of, and in what a reply that is
   * put to it differs. Its number and its day come with the signature, and nobody can say them before.
   * @param fileIds what is put to the step: of other files than a reply nothing is told
   */
  async foreseen(fileIds: readonly string[], matter: PaperMatter): Promise<readonly FieldProblem[]> {
    const drawn = await problemsIn(async () => {
      await this.wording(matter, true);
      checkGlyphs(compose(await this.parts.own(matter), await this.parts.telling(matter), true), this.parts.fonts());
    });
    const isTold = new Set(drawn.map(({ path, code }) => `${path} ${code}`));
    const brought = await problemsIn(() => this.#replies(fileIds, matter));
    return [...drawn, ...brought.filter(({ path, code }) => !isTold.has(`${path} ${code}`))];
  }

  /** As `brought`, of what can be said before the signature. */
  async #replies(fileIds: readonly string[], matter: PaperMatter): Promise<void> {
    if (fileIds.length === 0) return;
    const telling = await this.parts.telling(matter);
    const paper = compose(await this.parts.own(matter), telling, true);
    const expected = { ...expectedOf(paper, telling), paper: { ...paper, number: null, sealed: null } };
    const found: FieldProblem[] = [];
    for (const id of fileIds) {
      const text = await readBrought(id, this.parts.tools);
      if (isReply(text, expected)) found.push(...problemsOfBrought({ name: nameOf(id, telling), text }, expected));
    }
    const wrong = found.filter(({ code }) => code !== 'reply-says-number');
    if (wrong.length > 0) throw new Refusal('invalid-request', wrong);
  }
}

const nameOf = (id: string, { files }: Telling): string => files.find((file) => file.id === id)?.name ?? id;

/** Whether it is from the organ and to the applicant: what else is put to a draft is none. */
const isReply = (text: string | null, { paper, applicant }: Expected): boolean =>
  text !== null && [applicant, paper.organ].every((name) => squeezed(text).includes(squeezed(name)));

/** What a refusal names. */
async function problemsIn(work: () => Promise<void>): Promise<readonly FieldProblem[]> {
  try {
    await work();
    return [];
  } catch (problem) {
    if (problem instanceof Refusal && problem.code === 'invalid-request') return problem.fields;
    throw problem;
  }
}
