import type { LocalDate } from '@gongkai/calendar';
import { makeChange, needAdmin, organInScope, record, type Change, type LawShelf, type Person } from '@gongkai/casework';
import {
  Refusal,
  type Language,
  type NewWording,
  type PaperKind,
  type Wording,
  type WordingDraft,
  type WordingLook,
  type WordingVersion,
} from '@gongkai/contracts';
import type { Clock } from '@gongkai/platform';
import type { DataSource } from 'typeorm';
import type { Sources } from '../content/sources.js';
import type { Press } from '../print/press.js';
import { sampleTelling } from '../sample/sample-case.js';
import { wordingInForce } from './in-force.js';
import { lookAt, toldIn, type Looked } from './lacks.js';

type Parts = {
  readonly source: DataSource;
  readonly clock: Clock;
  readonly laws: LawShelf;
  readonly sources: Sources;
  readonly press: Press;
};

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

const ADD = `
  INSERT INTO wording (organ_id, kind, version, valid_from, content, reason, changed_at, changed_by)
  SELECT $1::uuid, $2::text, coalesce(max(version), 0) + 1, $3::date, $4::text, $5::text, $6::timestamptz, $7::uuid
    FROM wording WHERE organ_id = $1 AND kind = $2`;

const ABOVE = 'SELECT parent_id AS id FROM organ WHERE id = $1';

/** Whose wording of what, and who asks. */
export type WordingAsked = { readonly actor: Person; readonly code: string; readonly kind: PaperKind };

/** How organs word their papers, over the files of `config/notices`: every version stays. */
export class Wordings {
  constructor(private readonly parts: Parts) {}

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
    return { kind, standard, content: own?.content ?? standard, inForce: own?.version ?? null, items: rows.map(viewOf) };
  }

  /** What a wording lacks, and how it looks. @throws Refusal `role-missing`, `not-found` */
  async look({ actor, code, kind }: WordingAsked, { content }: WordingDraft, language: Language): Promise<WordingLook> {
    needAdmin(actor);
    await organInScope({ manager: this.parts.source.manager }, actor, code);
    const { lacks, paper } = this.#looked(kind, content);
    const isPrintable = paper !== null && !lacks.some((lack) => lack.code === 'glyph-missing');
    const pdf = isPrintable ? (await this.parts.press.print(paper))[0].toString('base64') : null;
    return { lacks: lacks.map(toldIn(language)), pdf };
  }

  /** A new version; content null goes back to what holds without one. @throws Refusal `role-missing`, `not-found`, `invalid-request` */
  async adopt({ actor, code, kind }: WordingAsked, wording: NewWording): Promise<Wording> {
    needAdmin(actor);
    this.#refuseWhatLacks(kind, wording);
    await makeChange(this.parts, actor, async (change) => {
      const organ = await organInScope(change, actor, code);
      await this.#write(change, { id: organ.id, name: organ.name_zh, path: organ.path }, { kind, ...wording });
    });
    return this.of({ actor, code, kind });
  }

  async #write(
    change: Change,
    { id, name, path }: Place,
    { kind, content, reason, from = change.today }: Written,
  ): Promise<void> {
    if (from < change.today) throw new Refusal('invalid-request', [{ path: 'from', code: 'past-date' }]);
    const [before] = await change.manager.query<Row[]>(VERSIONS, [id, kind]);
    await change.manager.query(ADD, [id, kind, from, content, reason, change.now, change.actor?.id ?? null]);
    await record(change, {
      action: 'wording-changed',
      path,
      subject: { id, name },
      before: { kind, content: before?.content ?? null },
      after: { kind, content, reason, from },
    });
  }

  #refuseWhatLacks(kind: PaperKind, { content }: NewWording): void {
    if (content === null) return;
    const grave = this.#looked(kind, content).lacks.filter(({ isGrave }) => isGrave);
    if (grave.length === 0) return;
    throw new Refusal(
      'invalid-request',
      grave.map(({ message, line }) => ({
        path: 'content',
        code: 'wording-lacks',
        facts: { zh: message['zh-CN'], en: message.en, line: line ?? '–' },
      })),
    );
  }

  #looked(kind: PaperKind, content: string): Looked {
    const { laws, clock, sources, press } = this.parts;
    const sample = sampleTelling(kind, laws.lawOf(laws.statute, clock.today()), sources.words());
    return lookAt(kind, content, { sources, fonts: press.fonts, sample });
  }
}

type Place = { readonly id: string; readonly name: string; readonly path: readonly string[] };
type Written = NewWording & { readonly kind: PaperKind };

const viewOf = ({ version, content, reason, valid_from, changed_at, changed_by, name }: Row): WordingVersion => ({
  version,
  from: valid_from,
  content,
  reason,
  changedAt: changed_at.toISOString(),
  changedBy: changed_by === null ? null : { id: changed_by, name: name ?? '' },
});
