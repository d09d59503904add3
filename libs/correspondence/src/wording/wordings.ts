import type { LocalDate } from '@gongkai/calendar';
import { makeChange, needAdmin, organInScope, type Person } from '@gongkai/casework';
import type { Language, NewWording, PaperKind, Wording, WordingDraft, WordingLook, WordingVersion } from '@gongkai/contracts';
import type { DataSource } from 'typeorm';
import { allPlaces } from '../content/places.js';
import type { Press } from '../print/press.js';
import { wordingInForce } from './in-force.js';
import { toldIn } from './lacks.js';
import { lookedAt, placeOf, refuseGrave, writeWording, type Workshop } from './workshop.js';
import { WordingSets } from './wording-sets.js';

type Parts = Workshop & { readonly source: DataSource; readonly press: Press };

type Row = Omit<WordingVersion, 'from' | 'changedAt' | 'changedBy'> & {
  readonly valid_from: LocalDate;
  readonly changed_at: Date;
  readonly changed_by: string | null;
  readonly name: string | null;
};

const VERSIONS = `
  SELECT version, valid_from, content, reason, changed_at, changed_by, person.name
    FROM wording LEFT JOIN person ON person.id = wording.changed_by
   WHERE wording.organ_id = $1 AND wording.kind = $2 ORDER BY valid_from DESC, version DESC`;

const ABOVE = 'SELECT parent_id AS id FROM organ WHERE id = $1';

/** Whose wording of what, and who asks. */
export type WordingAsked = { readonly actor: Person; readonly code: string; readonly kind: PaperKind };

/** How organs word their papers, over the files of `config/notices`: every version stays. */
export class Wordings {
  /** Those of an organ as one file. */
  readonly sets: WordingSets;

  constructor(private readonly parts: Parts) {
    this.sets = new WordingSets(parts);
  }

  /** @throws Refusal `role-missing`, `not-found` */
  async of({ actor, code, kind }: WordingAsked): Promise<Wording> {
    needAdmin(actor);
    const { source, clock, sources } = this.parts;
    const { id } = await organInScope({ manager: source.manager }, actor, code);
    const on = clock.today();
    const rows = await source.query<Row[]>(VERSIONS, [id, kind]);
    const [above] = await source.query<{ readonly id: string | null }[]>(ABOVE, [id]);
    const inherited = above?.id ? await wordingInForce(source, { organId: above.id, kind, on }) : null;
    const standard = inherited ?? sources.text(kind);
    const own = rows.find(({ valid_from: from }) => from <= on);
    return {
      ...{ kind, standard, content: own?.content ?? standard, inForce: own?.version ?? null },
      items: rows.map(viewOf),
      names: allPlaces(),
    };
  }

  /** What a wording lacks, and how it looks. @throws Refusal `role-missing`, `not-found` */
  async look({ actor, code, kind }: WordingAsked, { content }: WordingDraft, language: Language): Promise<WordingLook> {
    needAdmin(actor);
    await organInScope({ manager: this.parts.source.manager }, actor, code);
    const { lacks, paper } = lookedAt(this.parts, kind, content);
    const isPrintable = paper !== null && !lacks.some((lack) => lack.code === 'glyph-missing');
    const pdf = isPrintable ? (await this.parts.press.print(paper))[0].toString('base64') : null;
    return { lacks: lacks.map(toldIn(language)), pdf };
  }

  /** A new version; content null goes back to what holds without one. @throws Refusal `role-missing`, `not-found`, `invalid-request` */
  async adopt({ actor, code, kind }: WordingAsked, wording: NewWording): Promise<Wording> {
    needAdmin(actor);
    const { content } = wording;
    await organInScope({ manager: this.parts.source.manager }, actor, code);
    if (content !== null) refuseGrave([{ path: 'content', ...lookedAt(this.parts, kind, content) }]);
    await makeChange(this.parts, actor, async (change) => {
      await writeWording(change, placeOf(await organInScope(change, actor, code)), { kind, ...wording });
    });
    return this.of({ actor, code, kind });
  }
}

const viewOf = ({ version, content, reason, valid_from, changed_at, changed_by, name }: Row): WordingVersion => ({
  version,
  from: valid_from,
  content,
  reason,
  changedAt: changed_at.toISOString(),
  changedBy: changed_by === null ? null : { id: changed_by, name: name ?? '' },
});
