import { z } from 'zod';
import type { AdminAction } from './admin-actions.js';
import { PageQuery } from './case-filters.js';
import { Day } from './day.js';
import { PersonRef } from './views.js';

const OrganInSight = z.string().min(1).max(100).describe('Code of an organ in sight; without it the own one').optional();

/** Whose roots are asked for. */
export const RootsQuery = PageQuery.extend({ organ: OrganInSight }).meta({ id: 'RootsQuery' });
export type RootsQuery = z.infer<typeof RootsQuery>;

/** Which days of which organ are taken out; a day has its root once it is over. */
export const AuditExportQuery = z.strictObject({ organ: OrganInSight, from: Day, to: Day }).meta({ id: 'AuditExportQuery' });
export type AuditExportQuery = z.infer<typeof AuditExportQuery>;

/** The root of a day of an organ. */
export const DailyRoot = z
  .strictObject({
    day: Day,
    /** Entries of journals and logs under it. */
    entries: z.int(),
    signedAt: z.iso.datetime(),
    /** Id of the key. */
    key: z.string(),
    hash: z.string(),
    state: z.enum(['signed', 'late', 'signature', 'key', 'link']).meta({
      description:
        'late: signed more than two days after the day, to be held against an earlier export; signature: not what was signed; key: signed by nobody here; link: it does not follow the day before. What stands under it is held against it by GET /audit/roots/verify.',
    }),
  })
  .meta({ id: 'DailyRoot' });
export type DailyRoot = z.infer<typeof DailyRoot>;

const ROOT_OBSTACLES = ['no-key', 'strange-key', 'lost-roots', 'failed'] as const;

export const DailyRoots = z
  .strictObject({
    items: z.array(DailyRoot),
    nextCursor: z.string().nullable(),
    key: z.string().nullable().describe('Id of the key that signs now, to be written down outside; null where none can be used'),
    obstacle: z.enum(ROOT_OBSTACLES).nullable().meta({
      description:
        'Why days that are over are not signed: no-key: AUDIT_KEY or the key in DATA_DIR cannot be used; strange-key: the last day was signed with a key that is not here; lost-roots: a root that was signed here is gone; failed: see the log of the server.',
    }),
  })
  .meta({ id: 'DailyRoots' });
export type DailyRoots = z.infer<typeof DailyRoots>;

const BrokenRoot = z
  .strictObject({
    organ: z.string(),
    day: Day,
    problem: z.enum(['signature', 'key', 'link', 'leaves', 'entry', 'gone']).meta({
      description:
        'signature: not what was signed; key: signed by nobody here; link: it does not follow the day before; leaves: not the entries that were signed; entry: one says something else today; gone: one is there no more, and no list says why.',
    }),
    entry: z.strictObject({ kind: z.enum(['case', 'record', 'log', 'access']), subject: z.string(), seq: z.int() }).optional(),
  })
  .meta({ id: 'BrokenRoot' });

const LateRoots = z
  .strictObject({ organ: z.string(), from: Day, to: Day, signedOn: Day })
  .meta({ id: 'LateRoots', description: 'Days that were signed more than two days after they were over, all on one day.' });

/** What journals and logs say today, held against what was signed for each day. */
export const RootReport = z
  .strictObject({
    /** When it was looked at. */
    at: z.iso.datetime(),
    roots: z.int(),
    /** Entries that are rightly there no more: destroyed after their retention, or of an import that was taken back. */
    rootsGone: z.int(),
    brokenRoots: z.array(BrokenRoot),
    lateRoots: z.array(LateRoots).describe('No fault where no worker ran: to be held against an earlier export'),
    rootKeys: z.array(z.string()).describe('Ids of the keys that signed, to be held against what was written down outside'),
  })
  .meta({ id: 'RootReport' });
export type RootReport = z.infer<typeof RootReport>;

/** What the administration log has of looks: at what is masked, at the logs themselves, and of what was taken out of the system. */
export const ACCESSES_IN_LOG = [
  'id-number-seen',
  'id-number-read',
  'cases-exported',
  'audit-exported',
  'access-log-read',
] as const satisfies readonly AdminAction[];
export const ACCESS_KINDS = ['case-read', ...ACCESSES_IN_LOG] as const;

/** Somebody looked at something. A case is written down once a day for each who reads it. */
export const Access = z
  .strictObject({
    at: z.iso.datetime(),
    /** Null: from the command line of the installation. */
    actor: PersonRef.nullable(),
    kind: z.enum(ACCESS_KINDS),
    /** The case by its number, a file by the beginning of its hash, or the organ. */
    subject: PersonRef,
    /** Why, where it had to be said. */
    reason: z.string().nullable(),
  })
  .meta({ id: 'Access' });
export type Access = z.infer<typeof Access>;

export const AccessQuery = PageQuery.extend({
  person: z.string().min(1).max(100).describe('Part of a name, or a log-in').optional(),
  case: z.string().min(1).max(100).describe('Part of a number').optional(),
  kind: z.enum(ACCESS_KINDS).optional(),
  from: Day.optional(),
  to: Day.optional(),
}).meta({ id: 'AccessQuery' });
export type AccessQuery = z.infer<typeof AccessQuery>;

export const AccessPage = z
  .strictObject({
    items: z.array(Access),
    total: z.int().nullable().describe('null on the pages after the first'),
    atLeast: z.boolean().describe('So many were counted and no further: there may be more'),
    nextCursor: z.string().nullable(),
  })
  .meta({ id: 'AccessPage' });
export type AccessPage = z.infer<typeof AccessPage>;
