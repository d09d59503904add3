import type { EntryProposal } from '@gongkai/contracts';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { officeDay } from '../i18n/office-time.js';
import { useDays } from '../i18n/use-days.js';
import { useWords } from '../i18n/use-words.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { TableHead } from '../parts/table-head.js';
import { ProposalDrawer } from './proposal-drawer.js';
import { useProposals } from './use-proposals.js';
import './publish.css';

/** Entries with files on their way into the catalogue: what waits, the oldest first, and what became of the last ones. */
export function Proposals(): ReactNode {
  const t = useWords('publish');
  const { data, error, refetch } = useProposals();
  const [open, setOpen] = useState<string | null>(null);
  const proposal = data?.items.find(({ id }) => id === open);
  if (error === null && (data === undefined || data.items.length === 0)) return null;
  return (
    <section className="card" aria-labelledby="entry-proposals">
      <h2 id="entry-proposals" className="publish-head">
        {t('proposals')}
      </h2>
      <p className="publish-what muted dense">{t('proposals.what')}</p>
      {error === null ? null : <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined ? null : (
        <table className="publish-table" aria-labelledby="entry-proposals">
          <TableHead columns={(['entry', 'what', 'standing'] as const).map((column) => t(column))} />
          <tbody>
            {data.items.map((one) => (
              <Row key={one.id} proposal={one} onOpen={() => setOpen(one.id)} />
            ))}
          </tbody>
        </table>
      )}
      {proposal === undefined ? null : <ProposalDrawer key={proposal.id} proposal={proposal} onClose={() => setOpen(null)} />}
    </section>
  );
}

function Row({ proposal, onOpen }: { readonly proposal: EntryProposal; readonly onOpen: () => void }): ReactNode {
  const t = useWords('publish');
  const { title, indexNumber, entryId, may } = proposal;
  return (
    <tr data-proposal={indexNumber}>
      <td className="publish-text">
        {title} <span className="muted">{indexNumber}</span>
      </td>
      <td>{t(entryId === null ? 'proposal.new' : 'proposal.file')}</td>
      <td className="publish-text">
        <Standing proposal={proposal} />{' '}
        {may.length === 0 ? null : (
          <Button size="small" onClick={onOpen} aria-label={t('proposal.of', { title })}>
            {t('proposal.act')}
          </Button>
        )}
      </td>
    </tr>
  );
}

/** Who proposed it, or what was decided on it. */
function Standing({ proposal: { proposed, decided, state } }: { readonly proposal: EntryProposal }): ReactNode {
  const t = useWords('publish');
  const { short } = useDays();
  if (decided === null) return t('proposal.by', { name: proposed.by.name, day: short(officeDay(proposed.at)) });
  const said = { name: decided.by.name, day: short(officeDay(decided.at)), reason: decided.reason ?? '' };
  return t(state === 'confirmed' ? 'proposal.confirmed' : 'proposal.returned', said);
}
