import { z } from 'zod';
import {
  Guide,
  guideProblems,
  NumberFormat,
  OrganKind,
  POST_TITLES,
  PostTitle,
  ROLES,
  USUAL_NUMBER_FORMAT,
  type Guide as GuideContent,
  type PostTitle as Title,
  type Role as RoleCode,
} from '@gongkai/contracts';
import { parseConfig, type ConfigFinding } from '@gongkai/statutes';

const Name = z.string().trim().min(1).max(200);
/** Begins a log-in after the dot, stands in addresses, never changes. */
const Code = z.string().regex(/^[a-z][a-z0-9-]*$/, 'must consist of small letters, digits and -');

/** A channel that is opened has to say where it leads. */
const ListedGuide = Guide.superRefine((guide, context) => {
  for (const { path } of guideProblems(guide))
    context.addIssue({ code: 'custom', path: [path], message: 'is needed: that channel is opened' });
});

const organ = {
  code: Code,
  name: z.strictObject({ 'zh-CN': Name, en: Name }),
  kind: OrganKind,
  prefix: Name,
  format: NumberFormat.default(USUAL_NUMBER_FORMAT),
  posts: z.partialRecord(z.enum([...ROLES, ...POST_TITLES]), Name).default({}),
  guide: ListedGuide.optional(),
};

/** Three levels are enough for a city, its districts and their units. */
const Unit = z.strictObject({ ...organ, units: z.array(z.strictObject(organ)).default([]) });
const OrganFile = z.strictObject({
  id: z.string().min(1),
  mailDomain: z.hostname().optional(),
  organs: z.array(z.strictObject({ ...organ, units: z.array(Unit).default([]) })).min(1),
});

type OrganEntry = Omit<z.infer<typeof Unit>, 'units'> & { readonly units?: readonly OrganEntry[] };

/** An organ of the file with the organ above it, and who works there. */
export type ListedOrgan = {
  readonly code: string;
  readonly name: Readonly<Record<'zh-CN' | 'en', string>>;
  readonly kind: OrganKind;
  readonly prefix: string;
  readonly format: string;
  readonly parent: string | null;
  readonly posts: readonly ListedPost[];
  /** null where the file has none. */
  readonly guide: GuideContent | null;
};
export type ListedPost = {
  readonly role: RoleCode;
  /** An approver whose post bears a title. */
  readonly title: Title | null;
  readonly name: string;
  readonly username: string;
  /** null where the file names no domain. */
  readonly email: string | null;
};

/**
 * Reads `config/organs/*.yaml`.
 * @returns every organ, the one above before the one below
 * @throws ConfigError with every problem of the file
 */
export function parseOrgans(text: string, file: string): readonly ListedOrgan[] {
  const { organs, mailDomain } = parseConfig(text, file, OrganFile, { check: repeatedCodes });
  return organs.flatMap((entry) => listed(entry, null, mailDomain));
}

function listed(entry: OrganEntry, parent: string | null, mailDomain: string | undefined): ListedOrgan[] {
  const { code, name, kind, prefix, format, guide = null, units = [] } = entry;
  const posts = Object.entries(entry.posts).map(([post, person]) => {
    const username = `${post.replace('_', '-')}.${code}`;
    return { ...roleAndTitle(post), name: person, username, email: mailDomain ? `${username}@${mailDomain}` : null };
  });
  return [{ code, name, kind, prefix, format, parent, posts, guide }, ...units.flatMap((unit) => listed(unit, code, mailDomain))];
}

const roleAndTitle = (post: string): Pick<ListedPost, 'role' | 'title'> => {
  const title = PostTitle.safeParse(post);
  return title.success ? { role: 'approver', title: title.data } : { role: post as RoleCode, title: null };
};

type Telling = 'code' | 'prefix';
type Written = Readonly<Partial<Record<Telling | 'units', unknown>>>;
type Placed = { readonly path: (string | number)[]; readonly entry: Written };

/** Two organs with one code, or one prefix, could not be told apart. */
function repeatedCodes(data: unknown): ConfigFinding[] {
  const entries = entriesOf((data as { organs?: unknown } | null)?.organs, ['organs']);
  return [...repeated('code', entries), ...repeated('prefix', entries)];
}

function repeated(field: Telling, entries: readonly Placed[]): ConfigFinding[] {
  const seen = new Set<unknown>();
  return entries.flatMap(({ path, entry: { [field]: value } }) => {
    if (typeof value !== 'string' || !seen.has(value)) {
      seen.add(value);
      return [];
    }
    return [{ path: [...path, field], message: `is the ${field} of another organ too; give each its own` }];
  });
}

function entriesOf(list: unknown, path: (string | number)[]): Placed[] {
  if (!Array.isArray(list)) return [];
  return (list as (Written | null)[]).flatMap((entry, i) => [
    { path: [...path, i], entry: entry ?? {} },
    ...entriesOf(entry?.units, [...path, i, 'units']),
  ]);
}
