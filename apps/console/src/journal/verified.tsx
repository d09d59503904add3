import type { RootReport } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useDays } from '../i18n/use-days.js';
import { useWords } from '../i18n/use-words.js';
import { useOrganName } from '../list/use-organ-name.js';
import { TableHead } from '../parts/table-head.js';
import { useMoment } from '../settings/use-moment.js';
import { RootsToHold } from './roots-to-hold.js';
import type { ChainReport } from './use-roots.js';

type Props = { readonly chains: ChainReport; readonly roots: RootReport };

/** What was found, when, organ by organ. */
export function Verified({ chains, roots }: Props): ReactNode {
  const t = useWords('search');
  const a = useWords('audit');
  const moment = useMoment();
  const { cases, entries, broken } = chains;
  return (
    <>
      <p className="muted">{a('chains.at', { moment: moment(roots.at) })}</p>
      <p className={broken.length === 0 ? '' : 'strong'}>
        {broken.length === 0 ? t('verify.clean', { cases, count: entries }) : t('verify.broken', { cases, count: broken.length })}
      </p>
      {broken.length === 0 ? null : <BrokenChains broken={broken} />}
      <EachOrgan organs={chains.organs} />
      <p className={roots.brokenRoots.length === 0 ? '' : 'strong'}>
        {roots.brokenRoots.length === 0
          ? a('roots.clean', { count: roots.roots })
          : a('roots.broken', { count: roots.brokenRoots.length })}
      </p>
      {roots.brokenRoots.length === 0 ? null : <BrokenRoots broken={roots.brokenRoots} />}
      <RootsToHold {...roots} />
    </>
  );
}

function EachOrgan({ organs }: Pick<ChainReport, 'organs'>): ReactNode {
  const t = useWords('audit');
  const nameOf = useOrganName();
  if (organs.length === 0) return null;
  return (
    <table className="journal-table">
      <TableHead columns={[t('chains.organ'), t('chains.cases'), t('chains.entries'), t('chains.result')]} />
      <tbody>
        {organs.map(({ organ, cases, entries, broken }) => (
          <tr key={organ}>
            <td>{nameOf(organ)}</td>
            <td>{cases}</td>
            <td>{entries}</td>
            <td>{broken === 0 ? t('chains.whole') : t('chains.broken', { count: broken })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function BrokenChains({ broken }: Pick<ChainReport, 'broken'>): ReactNode {
  const t = useWords('search');
  return (
    <table className="journal-table">
      <TableHead columns={[t('verify.broken.number'), t('verify.broken.seq'), t('verify.broken.problem')]} />
      <tbody>
        {broken.map(({ caseId, number, seq, problem }) => (
          <tr key={`${caseId}-${seq}-${problem}`}>
            <td>
              <Link to={`/journal?case=${caseId}`}>{number}</Link>
            </td>
            <td>{seq}</td>
            <td>{t(`problem.${problem}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function BrokenRoots({ broken }: { readonly broken: RootReport['brokenRoots'] }): ReactNode {
  const t = useWords('audit');
  const days = useDays();
  const nameOf = useOrganName();
  return (
    <table className="journal-table">
      <TableHead columns={[t('chains.organ'), t('roots.day'), t('chains.entries'), t('roots.problem')]} />
      <tbody>
        {broken.map(({ organ, day, problem, entry }, i) => (
          <tr key={`${organ} ${day} ${problem} ${String(i)}`}>
            <td>{nameOf(organ)}</td>
            <td>{days.full(day)}</td>
            <td>
              {entry === undefined ? null : entry.kind === 'case' ? (
                <Link to={`/journal?case=${entry.subject}`}>{t('roots.entry', { kind: t('leaf.case'), seq: entry.seq })}</Link>
              ) : (
                t('roots.entry', { kind: t(`leaf.${entry.kind}`), seq: entry.seq })
              )}
            </td>
            <td>{t(`problem.${problem}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
