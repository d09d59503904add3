import { COMMAND_TYPES, Link } from '@gongkai/contracts';
import { z } from 'zod';
import { ConfigError } from './config-error.js';
import { parseConfig, type ConfigFinding } from './parse-config.js';
import { Article, articleFindings, BilingualText, type Citable } from './statute-pack.js';

const Name = z.string().regex(/^[a-z][a-z0-9_]*$/, 'must consist of small letters, digits and _');

const Check = z.strictObject({
  /** Its name in every journal: once used it keeps its meaning. */
  id: Name,
  text: BilingualText,
  article: Article.optional(),
  /** The step of the list is refused until this is ticked. */
  required: z.boolean().default(false),
});

const ChecklistFile = z.strictObject({
  id: Name,
  name: BilingualText,
  /** Looked through before that step. */
  before: z.enum(COMMAND_TYPES).optional(),
  /** Looked through while the case is in that link. */
  during: Link.optional(),
  items: z.array(Check).min(1).max(30),
});

/** What is looked at before a step or in a link of the work: a file of `config/checklists`. */
export type Checklist = z.infer<typeof ChecklistFile>;
export type Check = z.infer<typeof Check>;

/**
 * Reads a file of `config/checklists`.
 * @param instruments of the statute; without them articles are not looked up
 * @throws ConfigError with every problem: neither or both of step and link, something required of no step, a name given twice
 */
export function parseChecklist(text: string, file: string, instruments?: Citable): Checklist {
  const checked = ChecklistFile.superRefine((list, context) => {
    for (const { path, message } of findings(list, instruments)) context.addIssue({ code: 'custom', path: [...path], message });
  });
  return parseConfig(text, file, checked);
}

function findings({ before, during, items }: Checklist, instruments: Citable | undefined): ConfigFinding[] {
  const cited =
    instruments === undefined
      ? []
      : items.flatMap(({ article }, i) =>
          article === undefined ? [] : articleFindings(article, instruments, ['items', i, 'article']),
        );
  return [
    ...cited,
    ...((before === undefined) === (during === undefined)
      ? [{ path: [], message: 'must name either the step it comes before or the link it belongs to' }]
      : []),
    ...items.flatMap(({ id, required }, i) => [
      ...(items.findIndex((item) => item.id === id) < i ? [{ path: ['items', i, 'id'], message: 'is given twice' }] : []),
      ...(required && before === undefined
        ? [{ path: ['items', i, 'required'], message: 'needs a step: the list has to say before which' }]
        : []),
    ]),
  ];
}

/**
 * The lists of an office together: a tick names an item and no list, so that no two may share a name.
 * @throws ConfigError at the file in which a list or an item is named a second time
 */
export function together(files: readonly { readonly file: string; readonly list: Checklist }[]): readonly Checklist[] {
  const seen = new Set<string>();
  const problems = files.flatMap(({ file, list }) => {
    const names = [list.id, ...list.items.map(({ id }) => id)];
    const twice = names.filter((name) => seen.has(name));
    for (const name of names) seen.add(name);
    return twice.map((name) => ({ file, line: 1, path: name, message: 'is a name of another list too; choose one of its own' }));
  });
  if (problems.length > 0) throw new ConfigError(problems);
  return files.map(({ list }) => list);
}
