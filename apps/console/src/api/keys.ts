import type { CaseFiltersInput, OrderFiltersInput } from '@gongkai/contracts';

/** What has been read is kept under these names; forgetting `cases.all` forgets everything below it. */
export const keys = {
  session: ['session'],
  office: ['office'],
  organs: ['organs'],
  channels: ['channels'],
  cases: {
    all: ['cases'],
    lists: ['cases', 'list'],
    list: (filters: CaseFiltersInput) => ['cases', 'list', filters],
    dashboard: (organ: string | undefined) => ['cases', 'list', 'dashboard', organ ?? ''],
    workload: (unit: string) => ['cases', 'list', 'workload', unit],
    orders: (filters: OrderFiltersInput) => ['cases', 'list', 'orders', filters],
    count: (filters: CaseFiltersInput) => ['cases', 'list', 'count', filters],
    view: (id: string) => ['cases', 'one', id],
    ledger: (id: string) => ['cases', 'one', id, 'ledger'],
    journal: (id: string) => ['cases', 'one', id, 'journal'],
    receipt: (id: string) => ['cases', 'one', id, 'receipt'],
    redactions: (id: string) => ['cases', 'one', id, 'redactions'],
    publications: (id: string) => ['cases', 'one', id, 'publications'],
    /** Whatever changes a case changes what it owes to the public. */
    duties: ['cases', 'list', 'publication-duties'],
    watchers: (id: string) => ['cases', 'one', id, 'watchers'],
    people: (id: string) => ['cases', 'one', id, 'people'],
    helpers: (id: string) => ['cases', 'one', id, 'helpers'],
    asked: ['cases', 'list', 'asked-of-me'],
    documents: (id: string) => ['cases', 'one', id, 'documents'],
    looks: (id: string) => ['cases', 'one', id, 'looks'],
    completeness: (id: string) => ['cases', 'one', id, 'completeness'],
  },
  people: (role?: string, organ?: string) => ['people', role ?? 'all', organ ?? 'all'],
  reading: (fileId: string) => ['reading', fileId],
  redaction: (id: string) => ['redactions', id],
  publications: {
    all: ['publications'],
    open: ['publications', 'open'],
    one: (id: string) => ['publications', 'one', id],
  },
  pages: (fileId: string) => ['pages', fileId],
  notifications: ['notifications'],
  incoming: ['incoming'],
} as const;
