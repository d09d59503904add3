import { z } from 'zod';
import { Day } from './day.js';
import { isKeepable, keptText } from './kept-text.js';
import { PublicAttribute } from './public-attribute.js';
import { OrganView } from './session.js';
import { CellProblem } from './work-orders.js';

const Named = z.strictObject({ 'zh-CN': z.string(), en: z.string() });
const page = {
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().max(400).optional(),
};
const wanted = {
  /** Words of the title, the summary or the index number: all of them have to be there. */
  q: keptText(100).optional(),
  /** Code of an organ: it and everything below it. */
  organ: keptText(100).optional(),
  /** Code of a kind. */
  kind: keptText(40).optional(),
  /** Published on that day or later. */
  from: Day.optional(),
  /** Published on that day or earlier. */
  to: Day.optional(),
};

/** A kind of what organs publish of their own accord (REG 20), in the order of the law. */
export const DisclosureKind = z
  .strictObject({ code: z.string(), name: Named, article: z.string() })
  .meta({ id: 'DisclosureKind' });
export type DisclosureKind = z.infer<typeof DisclosureKind>;

/** Published information (主动公开信息), as anybody may read it. */
export const Disclosure = z
  .strictObject({
    id: z.string(),
    /** Its index number (索引号), one of the organ's own. */
    indexNumber: z.string(),
    title: z.string(),
    summary: z.string(),
    organ: OrganView.pick({ code: true, name: true }),
    kind: DisclosureKind.pick({ code: true, name: true }),
    madeOn: Day.nullable(),
    publishedOn: Day,
    /** Its public attribute (公开属性): nothing else stands in a catalogue that anybody may read. */
    attribute: PublicAttribute.extract(['public']),
    /** Where it can be read. */
    url: z.string().nullable(),
    /** The file that can be fetched at `GET /public/disclosures/:id/file`. */
    file: z.strictObject({ name: z.string(), size: z.int() }).nullable(),
  })
  .meta({ id: 'Disclosure' });
export type Disclosure = z.infer<typeof Disclosure>;

/** The query of `GET /public/disclosures`; the newest come first. */
export const DisclosureQuery = z.strictObject({ ...wanted, ...page }).meta({ id: 'DisclosureQuery' });
export type DisclosureQuery = z.infer<typeof DisclosureQuery>;
/** The query of the feed. */
export const FeedQuery = DisclosureQuery.omit({ limit: true, cursor: true });
export type FeedQuery = z.infer<typeof FeedQuery>;

export const DisclosureList = z
  .strictObject({ items: z.array(Disclosure), nextCursor: z.string().nullable() })
  .meta({ id: 'DisclosureList' });
export type DisclosureList = z.infer<typeof DisclosureList>;

/** What can be filtered by. */
export const DisclosureKinds = z.strictObject({ items: z.array(DisclosureKind) }).meta({ id: 'DisclosureKinds' });
export type DisclosureKinds = z.infer<typeof DisclosureKinds>;

/** What is being asked for, item by item, in the words of whoever asks. */
export const AlikeQuery = z.strictObject({ texts: z.array(keptText(4000)).min(1).max(20) }).meta({ id: 'AlikeQuery' });
export type AlikeQuery = z.infer<typeof AlikeQuery>;

/** What may be public already, the likeliest first. */
export const AlikeDisclosures = z
  .strictObject({
    items: z.array(
      Disclosure.extend({
        /** How much of the text the entry answers to, in percent. */
        likeness: z.int().min(0).max(100),
        /** Which of the texts, from 0. */
        text: z.int().min(0),
      }).meta({ id: 'AlikeDisclosure' }),
    ),
  })
  .meta({ id: 'AlikeDisclosures' });
export type AlikeDisclosures = z.infer<typeof AlikeDisclosures>;
export type AlikeDisclosure = AlikeDisclosures['items'][number];

/** An entry of the catalogue (信息公开目录), as the office sees it. */
export const CatalogueEntry = Disclosure.extend({
  withdrawn: z
    .strictObject({
      on: Day,
      by: z.string().nullable(),
      reason: z.string(),
      /** Whoever looks has withdrawn it, and can take that back. */
      byReader: z.boolean(),
    })
    .nullable(),
  /** The case whose answer it was made of. */
  case: z.strictObject({ id: z.string(), number: z.string() }).nullable(),
}).meta({ id: 'CatalogueEntry' });
export type CatalogueEntry = z.infer<typeof CatalogueEntry>;

/** An entry that is typed in, of the own organ: with the address where it can be read, or a file, or both. */
export const NewCatalogueEntry = z
  .strictObject({
    indexNumber: keptText(100),
    title: keptText(500),
    summary: z.string().trim().max(4000).refine(isKeepable).default(''),
    /** Code of a kind. */
    kind: keptText(40),
    madeOn: Day.nullable().default(null),
    /** Without it today. */
    publishedOn: Day.optional(),
    url: z
      .url({ protocol: /^https?$/ })
      .max(2000)
      .nullable()
      .default(null),
    fileId: keptText(64).nullable().default(null),
    formed: keptText(64).describe('Id of information that waited to be published: this entry settles it').optional(),
  })
  .meta({ id: 'NewCatalogueEntry' });
export type NewCatalogueEntry = z.infer<typeof NewCatalogueEntry>;

/** The query of `GET /disclosures`. */
export const CatalogueQuery = DisclosureQuery.extend({ status: z.enum(['published', 'withdrawn']).optional() }).meta({
  id: 'CatalogueQuery',
});
export type CatalogueQuery = z.infer<typeof CatalogueQuery>;

export const Catalogue = z
  .strictObject({ items: z.array(CatalogueEntry), nextCursor: z.string().nullable() })
  .meta({ id: 'Catalogue' });
export type Catalogue = z.infer<typeof Catalogue>;

/** Why it is taken back: everybody who comes for it reads that. */
export const Withdrawal = z.strictObject({ reason: keptText(500) }).meta({ id: 'Withdrawal' });
export type Withdrawal = z.infer<typeof Withdrawal>;

/** Why a withdrawal is taken back: for the log. */
export const Restoration = z.strictObject({ reason: keptText(500) }).meta({ id: 'Restoration' });
export type Restoration = z.infer<typeof Restoration>;

/** What becomes of a row of a catalogue: what was withdrawn stays so, and what was made of an answer stays as it was reviewed. */
export const DISCLOSURE_ROW_STATES = ['new', 'changed', 'known', 'withdrawn', 'reviewed', 'wrong'] as const;

/** A row of a table of published information. */
export const DisclosureRow = z
  .strictObject({
    /** Of the table, from 1; the headings stand in the first. */
    row: z.int(),
    indexNumber: z.string(),
    title: z.string(),
    state: z.enum(DISCLOSURE_ROW_STATES),
    problems: z.array(CellProblem),
  })
  .meta({ id: 'DisclosureRow' });
export type DisclosureRow = z.infer<typeof DisclosureRow>;

/** A table of published information: how many rows of each kind, the first thousand that are wrong, and the first of the others. */
export const DisclosureTable = z
  .strictObject({
    rows: z.array(DisclosureRow),
    fresh: z.int(),
    changed: z.int(),
    known: z.int(),
    withdrawn: z.int(),
    reviewed: z.int(),
    wrong: z.int(),
  })
  .meta({ id: 'DisclosureTable' });
export type DisclosureTable = z.infer<typeof DisclosureTable>;
