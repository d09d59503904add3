import type { CaseView, Completeness } from '@gongkai/contracts';
import type { Check } from '../../decide/check-list.js';
import type { Say } from '../../i18n/i18n.js';
import { useDays } from '../../i18n/use-days.js';
import { useWords } from '../../i18n/use-words.js';
import { useCompleteness } from '../use-case.js';

type Wording = { readonly t: Say<'decide'>; readonly terms: Say<'terms'>; readonly short: ReturnType<typeof useDays>['short'] };
type Found = Completeness['items'][number];

/** Whether the papers of a case are all there, as the archive finds it, in words. Null while it is read. */
export function useFilingChecks({ id, people }: CaseView): readonly Check[] | null {
  const t = useWords('decide');
  const terms = useWords('terms');
  const { data } = useCompleteness(id);
  const { short } = useDays();
  const inapplicableNote = ({ reason, by, on }: NonNullable<Found['inapplicable']>): string =>
    t('complete.inapplicable', { reason, name: people[by] ?? '', day: short(on) });
  if (data === undefined) return null;
  return data.items.map((found) => ({
    passed: found.passed,
    name: t(`complete.${found.check}`),
    note:
      found.inapplicable === undefined ? NOTES[found.check](found, { t, terms, short }) : inapplicableNote(found.inapplicable),
  }));
}

const NOTES: Readonly<Record<Found['check'], (found: Found, wording: Wording) => string>> = {
  files: filesNote,
  envelope: ({ passed, count }, { t }) =>
    passed ? t(count === 0 ? 'complete.envelope.none' : 'complete.envelope.kept') : t('complete.envelope.missing'),
  identity: ({ passed, count }, { t }) =>
    passed ? t(count === 0 ? 'complete.identity.number' : 'complete.identity.copy') : t('complete.identity.missing'),
  receipt: ({ passed }, { t }) => t(passed ? 'complete.receipt.proven' : 'complete.receipt.missing'),
  papers: unkeptNote,
  sent: ({ count }, { t }) => t('complete.notices', { count }),
  served: unservedNote,
  proven: lackingNote,
  answers: ({ count }, { t }) => t(count === 0 ? 'complete.answers.all' : 'complete.answers.unwritten', { count }),
  search: ({ count }, { t }) => t('complete.searches', { count }),
  reviewed: ({ count }, { t }) => t('complete.released', { count }),
  remedies: remediesNote,
};

/** What there is of the application itself, and beside it. */
function filesNote({ count, others = 0 }: Found, { t }: Wording): string {
  const said = count === 0 ? t('complete.files.none') : t('complete.files.note', { count });
  return others === 0 ? said : t('complete.files.beside', { said, others: t('complete.files.others', { count: others }) });
}

/** How many remedies are open; where none is, until when one is waited for. */
function remediesNote({ count, awaited }: Found, { t, short }: Wording): string {
  if (count > 0 || awaited === undefined) return t('complete.open', { count });
  return t(awaited.provisional ? 'complete.awaited.provisional' : 'complete.awaited', { day: short(awaited.until) });
}

const nameOf = ({ kind, number }: Found['papers'][number], terms: Say<'terms'>): string =>
  [terms(`notice.${kind}`), number ?? ''].filter(Boolean).join(' ');

/** Of which papers the case keeps no copy, and how one gets in. */
function unkeptNote({ papers }: Found, { t, terms }: Wording): string {
  if (papers.length === 0) return t('complete.papers.all');
  return t('complete.papers.missing', { names: papers.map((paper) => nameOf(paper, terms)).join(t('comma')) });
}

/** Which papers were sent and not served, by what they are called. */
function unservedNote({ count, papers }: Found, { t, terms }: Wording): string {
  const said = t('complete.unserved', { count });
  const names = papers.map((paper) => nameOf(paper, terms));
  return names.length === 0 ? said : t('complete.which', { said, names: names.join(t('comma')) });
}

/** What each document lacks to prove its delivery, and who can supply it. */
function lackingNote({ count, papers }: Found, { t, terms }: Wording): string {
  if (papers.length === 0) return t('complete.proven.all', { count });
  const said = papers.map((paper) =>
    t('complete.lacks', {
      name: nameOf(paper, terms),
      lacks: paper.lacks.map((lack) => t(`lack.${lack}`)).join(t('comma')),
    }),
  );
  return t('complete.supply', { said: said.join(t('semicolon')) });
}

/** What is missing of a case that is about to be filed, each in words; null where nothing is. */
export function useFilingGaps(view: CaseView): readonly string[] | null {
  const t = useWords('decide');
  const failed = (useFilingChecks(view) ?? []).filter(({ passed }) => !passed);
  return failed.length === 0 ? null : failed.map(({ name, note }) => t('filing.gap', { name, note }));
}
