import type { LocalDate } from '@gongkai/calendar';
import { makeChange, needAdmin, organInScope, type Person } from '@gongkai/casework';
import {
  PAPER_KINDS,
  Refusal,
  type Language,
  type NewWordings,
  type PaperKind,
  type WordingsDraft,
  type WordingsLook,
} from '@gongkai/contracts';
import { ConfigError } from '@gongkai/statutes';
import type { DataSource } from 'typeorm';
import { toldIn, type Looked } from './lacks.js';
import { readWordingsFile, wordingsFile, type WordingsOf } from './wordings-file.js';
import { lookedAt, placed, placeOf, refuseGrave, writeWording, type Workshop } from './workshop.js';

type Parts = Workshop & { readonly source: DataSource };

/** Whose wordings, and who asks. */
type Asked = { readonly actor: Person; readonly code: string };
type Item = Omit<WordingsLook['items'][number], 'lacks'> & Looked & { readonly content: string };

/** What an organ itself has in force of each kind of paper on a day. */
const OWN = `
  SELECT DISTINCT ON (kind) kind, content FROM wording
   WHERE organ_id = $1 AND valid_from <= $2 ORDER BY kind, valid_from DESC, version DESC`;

/** All that an organ words in its own way, as one file that leaves it and comes to another installation. */
export class WordingSets {
  constructor(private readonly parts: Parts) {}

  /** What is in force today; what only stands above the organ, or is shipped, is not in it. @throws Refusal `role-missing`, `not-found` */
  async exported({ actor, code }: Asked): Promise<{ readonly name: string; readonly content: string }> {
    needAdmin(actor);
    const { source, clock } = this.parts;
    const organ = await organInScope({ manager: source.manager }, actor, code);
    const own = await this.#own(organ.id, clock.today());
    return { name: `${organ.name_zh}文书用语${clock.today()}.yaml`, content: wordingsFile(organ.name_zh, clock.today(), own) };
  }

  /** What a file would change, and what each of its wordings lacks; nothing is kept. @throws Refusal as `take`, but for what lacks */
  async look({ actor, code }: Asked, { file }: WordingsDraft, language: Language): Promise<WordingsLook> {
    needAdmin(actor);
    const organ = await organInScope({ manager: this.parts.source.manager }, actor, code);
    return viewOf(await this.#items(organ.id, file), language);
  }

  /**
   * Takes a file, all of it or nothing: a new version of each paper that it words differently.
   * @throws Refusal `role-missing`, `not-found`, `invalid-request` naming each line that cannot be read and each wording that lacks something
   */
  async take({ actor, code }: Asked, { file, ...how }: NewWordings, language: Language): Promise<WordingsLook> {
    needAdmin(actor);
    return makeChange(this.parts, actor, async (change) => {
      const organ = await organInScope(change, actor, code);
      const items = await this.#items(organ.id, file);
      refuseGrave(items.map(({ kind, lacks, paper }) => ({ path: `wordings.${kind}`, lacks, paper })));
      for (const { kind, content, change: what } of items)
        if (what !== 'same') await writeWording(change, placeOf(organ), { kind, content, ...how });
      return viewOf(items, language);
    });
  }

  async #items(organId: string, file: string): Promise<Item[]> {
    const given = readable(file);
    const own = await this.#own(organId, this.parts.clock.today());
    return PAPER_KINDS.flatMap((kind) => {
      const content = given[kind];
      if (content === undefined) return [];
      const before = own[kind];
      const change = before === undefined ? 'new' : before === content ? 'same' : 'changed';
      return [{ kind, content, change, ...lookedAt(this.parts, kind, content) }];
    });
  }

  async #own(organId: string, on: LocalDate): Promise<WordingsOf> {
    const rows = await this.parts.source.query<{ kind: PaperKind; content: string | null }[]>(OWN, [organId, on]);
    return Object.fromEntries(rows.flatMap(({ kind, content }) => (content === null ? [] : [[kind, content]])));
  }
}

/** @throws Refusal `invalid-request` with each line that cannot be read */
function readable(file: string): WordingsOf {
  try {
    return readWordingsFile(file);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const fields = error.problems.map(({ line, message }) => ({
      path: 'file',
      code: 'wording-lacks' as const,
      facts: placed(message, message, line),
    }));
    throw new Refusal('invalid-request', fields);
  }
}

const viewOf = (items: readonly Item[], language: Language): WordingsLook => ({
  items: items.map(({ kind, change, lacks }) => ({ kind, change, lacks: lacks.map(toldIn(language)) })),
});
