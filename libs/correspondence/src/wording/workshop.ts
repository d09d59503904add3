import { record, type Change, type LawShelf } from '@gongkai/casework';
import { Refusal, type NewWording, type PaperKind } from '@gongkai/contracts';
import type { Clock } from '@gongkai/platform';
import type { Sources } from '../content/sources.js';
import type { Press } from '../print/press.js';
import { sampleTelling } from '../sample/sample-case.js';
import { lookAt, type Looked } from './lacks.js';

/** What wordings are looked at with. */
export type Workshop = {
  readonly clock: Clock;
  readonly laws: LawShelf;
  readonly sources: Sources;
  readonly press: Pick<Press, 'fonts'>;
};

/** A wording on the made-up case of today. */
export function lookedAt({ laws, clock, sources, press }: Workshop, kind: PaperKind, content: string): Looked {
  const sample = sampleTelling(kind, laws.lawOf(laws.statute, clock.today()), sources.words());
  return lookAt(kind, content, { sources, fonts: press.fonts, sample });
}

/** What a wording lacks as a refusal tells it in each language: with its line, where it has one. */
export const placed = (zh: string, en: string, line: number | null): { readonly zh: string; readonly en: string } =>
  line === null ? { zh, en } : { zh: `${zh}（第${String(line)}行）`, en: `${en} (line ${String(line)})` };

/** Lacks that keep wordings from being used, each by the field it stands in. @throws Refusal `invalid-request` where there are any */
export function refuseGrave(lacking: readonly (Pick<Looked, 'lacks'> & { readonly path: string })[]): void {
  const grave = lacking.flatMap(({ path, lacks }) => lacks.filter(({ isGrave }) => isGrave).map((lack) => ({ ...lack, path })));
  if (grave.length === 0) return;
  throw new Refusal(
    'invalid-request',
    grave.map(({ path, message, line }) => ({
      path,
      code: 'wording-lacks',
      facts: placed(message['zh-CN'], message.en, line),
    })),
  );
}

const LAST = `
  SELECT content FROM wording WHERE organ_id = $1 AND kind = $2 ORDER BY valid_from DESC, version DESC LIMIT 1`;

const ADD = `
  INSERT INTO wording (organ_id, kind, version, valid_from, content, reason, changed_at, changed_by)
  SELECT $1::uuid, $2::text, coalesce(max(version), 0) + 1, $3::date, $4::text, $5::text, $6::timestamptz, $7::uuid
    FROM wording WHERE organ_id = $1 AND kind = $2`;

type Place = { readonly id: string; readonly name: string; readonly path: readonly string[] };
type Written = NewWording & { readonly kind: PaperKind };

/** Where a wording is written. */
export const placeOf = ({ id, name_zh: name, path }: Omit<Place, 'name'> & { readonly name_zh: string }): Place => ({
  id,
  name,
  path,
});

/** Writes a new version and its entry in the log. @throws Refusal `invalid-request` where it is to begin before today */
export async function writeWording(
  change: Change,
  { id, name, path }: Place,
  { kind, content, reason, from = change.today }: Written,
): Promise<void> {
  if (from < change.today) throw new Refusal('invalid-request', [{ path: 'from', code: 'past-date' }]);
  const [before] = await change.manager.query<{ readonly content: string | null }[]>(LAST, [id, kind]);
  await change.manager.query(ADD, [id, kind, from, content, reason, change.now, change.actor?.id ?? null]);
  await record(change, {
    action: 'wording-changed',
    path,
    subject: { id, name },
    before: { kind, content: before?.content ?? null },
    after: { kind, content, reason, from },
  });
}
