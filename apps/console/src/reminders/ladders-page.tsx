import type { OrganLadder } from '@gongkai/contracts';
import { Button, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { useAddress } from '../list/use-address.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { LoadingRows } from '../parts/loading-rows.js';
import { TableHead } from '../parts/table-head.js';
import { useSession } from '../session/session.js';
import '../settings/settings.css';
import { useOrganName, useOrganOptions, withoutIndent } from '../settings/use-names.js';
import { LadderEditor } from './ladder-editor.js';
import { useLadders } from './ladder-queries.js';
import { useLadderWords } from './use-ladder-words.js';

/** Who is told of deadlines, when and how, in an organ and those below it. */
export function LaddersPage(): ReactNode {
  const [t, s] = [useWords('reminders'), useWords('settings')];
  const { user } = useSession();
  const [get, set] = useAddress();
  const organ = get('organ') ?? user.organ;
  const organs = useOrganOptions();
  const { data, error, refetch } = useLadders(organ);
  const [open, setOpen] = useState<OrganLadder | null>(null);
  return (
    <section className="card">
      <header className="card-head">
        <h1>{s('page.ladders')}</h1>
        <p className="muted dense">{t('ladders-what')}</p>
        <span className="spring" />
        <Select
          aria-label={t('hook.organ')}
          className="set-select"
          value={organ}
          options={organs}
          labelRender={withoutIndent}
          onChange={(code: string) => set({ organ: code })}
        />
      </header>
      {error === null ? null : <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined ? error === null && <LoadingRows /> : <Listed ladders={data} onOpen={setOpen} />}
      {open === null ? null : <LadderEditor key={open.name} organ={organ} ladder={open} onClose={() => setOpen(null)} />}
    </section>
  );
}

type ListProps = { readonly ladders: readonly OrganLadder[]; readonly onOpen: (ladder: OrganLadder) => void };

function Listed({ ladders, onOpen }: ListProps): ReactNode {
  const t = useWords('reminders');
  return (
    <div className="set-scroll">
      <table className="set-table">
        <TableHead columns={(['deadlines', 'rungs', 'from'] as const).map((column) => t(`ladder.${column}`))}>
          <td />
        </TableHead>
        <tbody>
          {ladders.map((ladder) => (
            <Row key={ladder.name} ladder={ladder} onOpen={() => onOpen(ladder)} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ ladder, onOpen }: { readonly ladder: OrganLadder; readonly onOpen: () => void }): ReactNode {
  const t = useWords('reminders');
  const words = useLadderWords();
  const organName = useOrganName();
  const { name, deadlines, rungs, from } = ladder;
  const title = words.name(name, deadlines);
  return (
    <tr data-ladder={name}>
      <th scope="row" className="set-loose">
        {title}
        <br />
        <span className="muted">{deadlines.map(words.deadline).join(words.separator)}</span>
      </th>
      <td className="set-loose">
        {rungs.map((rung) => (
          <div key={rung.at}>
            {words.when(rung)} <span className="muted">{words.all(rung.tell)}</span>
          </div>
        ))}
      </td>
      <td className="set-loose">{from === null ? t('ladder.shipped') : organName(from)}</td>
      <td>
        <Button size="small" onClick={onOpen} aria-label={`${t('hook.change')}: ${title}`}>
          {t('hook.change')}
        </Button>
      </td>
    </tr>
  );
}
