import { addMonths, localDate } from '@gongkai/calendar';
import type { DueDaysView } from '@gongkai/contracts';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { api } from '../api/api.js';
import { keys } from '../api/keys.js';
import { useDays } from '../i18n/use-days.js';
import { useWords } from '../i18n/use-words.js';
import { useKeys } from '../keys/use-keys.js';
import { useAddress } from '../list/use-address.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { LoadingRows } from '../parts/loading-rows.js';
import { PageTitle } from '../parts/page-title.js';
import { useSession } from '../session/session.js';
import { useOffice } from '../shell/use-office.js';
import { DueMonth } from './due-month.js';
import { FeedDialog } from './feed-dialog.js';
import { Whose } from './whose.js';
import '../overview/overview.css';
import './calendars.css';

/** 期限日历: a month of working days, holidays and worked weekends, with what falls due on each; whose and which month is in the address. */
export function DueCalendarPage(): ReactNode {
  const t = useWords('calendars');
  const { month, organ, person, answer } = useDueDays();
  const { data, error, refetch } = answer;
  return (
    <main id="content" className="page due-page" tabIndex={-1}>
      <PageTitle title={t('due')} sentence={<Sentence view={data} />}>
        <Whose person={person} organ={organ} />
        <MonthKeys month={month} />
        <Subscribe />
        <Button className="no-print" onClick={() => window.print()}>
          {t('print')}
        </Button>
      </PageTitle>
      {error === null ? null : <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined ? <Waiting failed={error !== null} /> : <DueMonth key={data.month} view={data} />}
    </main>
  );
}

/** What the address asks for: a month, this one where none is named, and whose cases; who has cases of their own begins with them. */
function useDueDays() {
  const [get] = useAddress();
  const { user, role } = useSession();
  const thisMonth = useOffice().data?.today.slice(0, 7);
  const [month, organ] = [get('month') ?? thisMonth, get('organ')];
  const person = get('person') ?? (role === 'caseworker' ? 'me' : 'all');
  const query = { month, organ, person: person === 'all' ? undefined : person };
  const answer = useQuery({
    queryKey: [...keys.cases.lists, 'due-days', query],
    queryFn: ({ signal }) => api.get<DueDaysView>('/due-days', query, signal),
    enabled: month !== undefined,
    placeholderData: (earlier) => earlier,
  });
  return { month, organ: organ ?? user.organ, person, answer };
}

const Waiting = ({ failed }: { readonly failed: boolean }): ReactNode => (failed ? null : <LoadingRows />);

/** Which month, how many fall due in it; where nothing does, that too. */
function Sentence({ view }: { readonly view: DueDaysView | undefined }): ReactNode {
  const t = useWords('calendars');
  const { month } = useDays();
  if (view === undefined) return '';
  const total = view.days.filter(({ date }) => date.startsWith(view.month)).reduce((all, day) => all + day.total, 0);
  const facts = { month: month(`${view.month}-01`), count: total };
  return total === 0 ? t('due.none', facts) : t('due.sum', facts);
}

/** What falls due, in one's own calendar program. */
function Subscribe(): ReactNode {
  const t = useWords('calendars');
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button className="no-print" onClick={() => setIsOpen(true)}>
        {t('subscribe')}
      </Button>
      {isOpen ? <FeedDialog onClose={() => setIsOpen(false)} /> : null}
    </>
  );
}

/** The month before, the next, and the present one: by button and key. */
function MonthKeys({ month }: { readonly month: string | undefined }): ReactNode {
  const t = useWords('calendars');
  const [, set] = useAddress();
  const move = (months: number): void => {
    if (month !== undefined) set({ month: addMonths(localDate(`${month}-01`), months).slice(0, 7) });
  };
  useKeys([
    { keys: ['['], does: t('due.before'), run: () => move(-1) },
    { keys: [']'], does: t('due.next'), run: () => move(1) },
    { keys: ['T'], does: t('due.now'), run: () => set({ month: '' }) },
  ]);
  return (
    <span className="due-moves no-print">
      <Button onClick={() => move(-1)}>
        {t('due.before')} <kbd>[</kbd>
      </Button>
      <Button onClick={() => set({ month: '' })}>
        {t('due.now')} <kbd>T</kbd>
      </Button>
      <Button onClick={() => move(1)}>
        {t('due.next')} <kbd>]</kbd>
      </Button>
    </span>
  );
}
