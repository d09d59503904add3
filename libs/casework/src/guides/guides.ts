import type { LocalDate } from '@gongkai/calendar';
import { Refusal, type Compendium, type Guide, type GuideChannel, type PublicGuide, type WebReceipt } from '@gongkai/contracts';
import type { Clock } from '@gongkai/platform';
import { inForce } from '@gongkai/statutes';
import type { DataSource } from 'typeorm';
import type { LawShelf } from '../law-shelf.js';

type Parts = { readonly source: DataSource; readonly clock: Clock; readonly laws: LawShelf };

/** What an organ has announced for a day. */
type Announced = { readonly from: LocalDate; readonly guide: Guide };

type Row = {
  readonly code: string;
  readonly name_zh: string;
  readonly name_en: string;
  readonly kind: PublicGuide['organ']['kind'];
  readonly parent: string | null;
  readonly in_force: Announced | null;
  readonly next: Announced | null;
};

const VERSION = `
  SELECT jsonb_build_object('from', valid_from, 'guide', content) FROM guide WHERE guide.organ_id = organ.id`;
/** As many as a list for people may have. */
const MOST = 2000;
/** Each organ after the one above it. */
const READ = `
  SELECT organ.code, organ.name_zh, organ.name_en, organ.kind, above.code AS parent,
         (${VERSION} AND valid_from <= $2 ORDER BY valid_from DESC, version DESC LIMIT 1) AS in_force,
         (${VERSION} AND valid_from > $2 ORDER BY valid_from, version DESC LIMIT 1) AS next
    FROM organ LEFT JOIN organ AS above ON above.id = organ.parent_id
   WHERE organ.path @> ARRAY[(SELECT id FROM organ WHERE code = $1 OR id::text = $1)]
   ORDER BY cardinality(organ.path), organ.name_zh LIMIT $3`;

/** The guides that organs have announced, as everybody reads them. */
export class Guides {
  constructor(private readonly parts: Parts) {}

  /** @param organ id or code. @throws Refusal `not-found` */
  async of(organ: string): Promise<PublicGuide> {
    const [first] = await this.#read(organ, 1);
    if (first === undefined) throw new Refusal('not-found');
    return first;
  }

  /** Of an organ and of everything below it. @throws Refusal `not-found` */
  async compendium(organ: string): Promise<Compendium> {
    const items = await this.#read(organ, MOST);
    if (items.length === 0) throw new Refusal('not-found');
    return { items };
  }

  /** What was announced prevails; where an organ has announced nothing, the installation says how it is. */
  webReceipt(guide: Guide | null): WebReceipt {
    const { laws, clock } = this.parts;
    const today = clock.today();
    return guide?.webReceipt ?? inForce(laws.lawOf(laws.statute, today).statute, 'receipt.web.mode', today);
  }

  async #read(organ: string, most: number): Promise<PublicGuide[]> {
    const { source, clock } = this.parts;
    const rows = await source.query<Row[]>(READ, [organ, clock.today(), most]);
    return rows.map((row) => this.#viewOf(row));
  }

  #viewOf({ code, name_zh: zh, name_en: en, kind, parent, in_force: now, next }: Row): PublicGuide {
    return {
      organ: { code, name: { 'zh-CN': zh, en }, kind, parent },
      channels: openChannels(now?.guide ?? null),
      webReceipt: this.webReceipt(now?.guide ?? null),
      inForce: now,
      next,
      today: this.parts.clock.today(),
    };
  }
}

/** At the counter and by post always (G19); where nothing has been announced, over the portal as the applicant likes (REG 29). */
export const openChannels = (guide: Guide | null): GuideChannel[] => [
  'in_person',
  'post',
  ...(guide?.channels ?? ['web' as const]),
];
