import type { AdministeredPerson } from '@gongkai/contracts';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { useDays } from '../i18n/use-days.js';
import { useWords } from '../i18n/use-words.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { TableHead } from '../parts/table-head.js';
import { useOffice } from '../shell/use-office.js';
import type { useStaff } from './queries.js';
import { useOrganName, usePostNames } from './use-names.js';

type Props = {
  readonly staff: ReturnType<typeof useStaff>;
  readonly empty: string;
  /** Whether all are of one organ, which is named above. */
  readonly ofOneOrgan?: boolean;
};

const PEOPLE = '/settings/people';
const COLUMNS = ['name', 'username', 'organ', 'posts', 'email', 'open-cases', 'state'] as const;

/** People, one line each; the name opens what is known of them. */
export function StaffTable({ staff, empty, ofOneOrgan = false }: Props): ReactNode {
  const t = useWords('settings');
  const { data: people, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = staff;
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (people === undefined) return <p className="set-empty">{t('loading')}</p>;
  if (people.length === 0) return <p className="set-empty">{empty}</p>;
  return (
    <div className="set-scroll">
      <table className="set-table set-staff">
        <TableHead
          columns={COLUMNS.filter((column) => !ofOneOrgan || column !== 'organ').map((column) => t(`person.${column}`))}
        />
        <tbody>
          {people.map((person) => (
            <PersonRow key={person.id} person={person} ofOneOrgan={ofOneOrgan} />
          ))}
        </tbody>
      </table>
      {hasNextPage ? (
        <Button className="set-more" onClick={() => void fetchNextPage()} loading={isFetchingNextPage}>
          {t('more')}
        </Button>
      ) : null}
    </div>
  );
}

type RowProps = { readonly person: AdministeredPerson; readonly ofOneOrgan: boolean };

function PersonRow({ person, ofOneOrgan }: RowProps): ReactNode {
  const t = useWords('settings');
  const organName = useOrganName();
  const postNames = usePostNames();
  const state = useStanding(person);
  const address = useAddressOf(person);
  return (
    <tr className={person.active ? undefined : 'set-inactive'}>
      <th scope="row">
        <Link to={address}>{person.name}</Link>
      </th>
      <td>{person.username}</td>
      {ofOneOrgan ? null : <td className="set-loose">{organName(person.organ)}</td>}
      <td className="set-posts">{postNames(person) || <span className="muted">{t('post.none')}</span>}</td>
      <td className="set-loose">{person.email ?? <span className="muted">{t('person.no-email')}</span>}</td>
      <td className="set-number">
        {person.openCases === 0 ? 0 : <Link to={`/search?assignee=${person.id}&open=true`}>{person.openCases}</Link>}
        {person.capacity === null ? null : (
          <span className="muted">{t('person.of-capacity', { capacity: person.capacity })}</span>
        )}
      </td>
      <td className="set-loose">{state}</td>
    </tr>
  );
}

/** Where a person is opened: over the list they were found in, as it is filtered. */
function useAddressOf({ id }: AdministeredPerson): string {
  const { pathname, search } = useLocation();
  const given = new URLSearchParams(pathname === PEOPLE ? search : '');
  given.set('person', id);
  return `${PEOPLE}?${given.toString()}`;
}

/** Whether somebody works, is away, may not log in, or has not chosen a password yet. */
function useStanding({ active, absences, mustChangePassword }: AdministeredPerson): string {
  const t = useWords('settings');
  const days = useDays();
  const today = useOffice().data?.today ?? '';
  if (!active) return t('state.inactive');
  const away = absences.find(({ from, to }) => from <= today && to >= today);
  if (away !== undefined) return t('state.away', { to: days.short(away.to) });
  return t(mustChangePassword ? 'state.must-change' : 'state.active');
}
