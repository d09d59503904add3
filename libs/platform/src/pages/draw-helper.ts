import { PageProblem } from '@gongkai/contracts';
import { z } from 'zod';
import { ChildProgram } from './child-program.js';

const Answer = z.object({
  number: z.number(),
  picture: z.instanceof(Uint8Array).optional(),
  width: z.number().optional(),
  height: z.number().optional(),
  problem: PageProblem.optional(),
  /** How many pages there are, where that was asked. */
  total: z.number().optional(),
  /** Those that are never drawn included; 0 of a file that cannot be opened. */
  whole: z.number().optional(),
});
export type Answer = z.infer<typeof Answer>;

/** No page: asked for it, the program tells how many there are. */
export const COUNT = 0;

const MEGABYTES_OF_SCRIPT = 128;

/** A process that draws the pages of one file, as soon as one is asked for; and another, where that has died. */
export class DrawHelper {
  #running: ChildProgram | undefined;

  constructor(
    private readonly program: string,
    private readonly content: Buffer,
  ) {}

  /**
   * @returns undefined where it died of it, or took too long
   * @throws Error where it does not start: that is no fault of the file
   */
  async draw(number: number, patience: (number: number) => AbortSignal): Promise<Answer | undefined> {
    this.#running ??= await this.#start();
    this.#running.say(number);
    const answer = Answer.safeParse(await this.#running.hear(patience(number))).data;
    if (answer === undefined) this.stop();
    return answer;
  }

  stop(): void {
    this.#running?.kill();
    this.#running = undefined;
  }

  async #start(): Promise<ChildProgram> {
    const running = await ChildProgram.start({ program: this.program, megabytes: MEGABYTES_OF_SCRIPT });
    running.say(this.content);
    return running;
  }
}
