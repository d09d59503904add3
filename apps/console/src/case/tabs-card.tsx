import type { CaseView, JournalEntryView } from '@gongkai/contracts';
import { Tabs } from 'antd';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { EarlierTab } from '../earlier/earlier-tab.js';
import { useEarlierOfCase } from '../earlier/use-earlier.js';
import { useWords } from '../i18n/use-words.js';
import { useKeys } from '../keys/use-keys.js';
import { ApplicantTab } from './applicant-tab.js';
import { FormerDecisions } from './former-decisions.js';
import { ItemsTable } from './items-table.js';
import { PublicationsOfCase } from '../publish/publications-of-case.js';
import { RedactionsTable } from '../redact/redactions-table.js';
import { PaperMenu } from './paper-menu.js';
import { ConsultationsTable, FilesTable, NoticesTable } from './papers.js';
import { UnitRequests } from './unit-requests.js';
import { useDocuments } from './use-case.js';

const TABS = ['items', 'consultations', 'notices', 'files', 'applicant', 'earlier'] as const;
type Tab = (typeof TABS)[number];

type Props = { readonly view: CaseView; readonly journal: readonly JournalEntryView[] };

/** Items and decisions, and beside them what was asked of others, what went out, what came in, and who asks. */
export function TabsCard({ view, journal }: Props): ReactNode {
  const t = useWords('case');
  const [search, setSearch] = useSearchParams();
  const documents = useDocuments(view.id);
  const earlier = useEarlierOfCase(view.id);
  const files = (documents.data?.items ?? []).filter((item) => item.type === 'file');
  const open = (tab: string): void => setSearch(tab === 'items' ? {} : { tab }, { replace: true });
  useKeys(TABS.map((tab, i) => ({ keys: [String(i + 1)], does: t(`tab.${tab}`), run: () => open(tab) })));
  const decided = view.items.filter(({ decision }) => decision !== null).length;
  const counts: Readonly<Record<Tab, string>> = {
    items: `${decided}/${view.items.length}`,
    consultations: String(view.consultations.length + view.unitRequests.length),
    notices: String(view.notices.length),
    files: String(files.length),
    applicant: '',
    earlier: earlier.data === undefined ? '' : String((earlier.data.own?.items.length ?? 0) + earlier.data.others.length),
  };
  const contents: Readonly<Record<Tab, ReactNode>> = {
    items: (
      <>
        <ItemsTable view={view} />
        <FormerDecisions view={view} journal={journal} />
      </>
    ),
    consultations: (
      <>
        <ConsultationsTable view={view} />
        <UnitRequests view={view} />
      </>
    ),
    notices: (
      <>
        <NoticesTable view={view} files={files} journal={journal} />
        <PaperMenu view={view} />
      </>
    ),
    files: (
      <>
        <FilesTable view={view} files={files} />
        <RedactionsTable caseId={view.id} />
        <PublicationsOfCase view={view} files={files} />
      </>
    ),
    applicant: <ApplicantTab view={view} />,
    earlier: <EarlierTab view={view} read={earlier} />,
  };
  return (
    <section className="card case-tabs" aria-label={t('tab.items')}>
      <Tabs
        size="small"
        // What was shown on a tab that is left is not kept behind it.
        destroyOnHidden
        activeKey={TABS.find((tab) => tab === search.get('tab')) ?? 'items'}
        onChange={open}
        items={TABS.map((tab) => ({ key: tab, label: `${t(`tab.${tab}`)} ${counts[tab]}`, children: contents[tab] }))}
      />
    </section>
  );
}
