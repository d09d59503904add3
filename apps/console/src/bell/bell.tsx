import { Badge, Button, Popover } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useWords } from '../i18n/use-words.js';
import { InPlaceOf } from './in-place-of.js';
import { NoticeLines } from './notice-lines.js';
import { useInboxNews } from './use-inbox-news.js';
import { useAcknowledge, useNotifications } from './use-notifications.js';
import './bell.css';

/** What the reader was told and has not acknowledged, and what has come into the inbox, behind a bell in the bar. */
export function Bell(): ReactNode {
  const t = useWords('shell');
  const [isOpen, setOpen] = useState(false);
  const news = useInboxNews().waiting > 0 ? 1 : 0;
  const unread = (useNotifications().data?.unread ?? 0) + news;
  return (
    <Popover
      open={isOpen}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      content={<Told onLeave={() => setOpen(false)} />}
    >
      <button type="button" className="top-bell" aria-expanded={isOpen}>
        <Badge count={unread} size="small" color="#2c5b70" overflowCount={99} offset={[unread > 9 ? 8 : 2, 0]}>
          <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden>
            <path
              d="M9 2a4.5 4.5 0 0 0-4.5 4.5c0 4-1.7 5.5-1.7 5.5h12.4s-1.7-1.5-1.7-5.5A4.5 4.5 0 0 0 9 2zM7.4 14.2a1.7 1.7 0 0 0 3.2 0"
              fill="none"
              stroke="currentColor"
              strokeWidth="1.5"
            />
          </svg>
        </Badge>
        <span className="unseen">{t('bell.unread', { count: unread })}</span>
      </button>
    </Popover>
  );
}

/** @param onLeave a line leads to another screen: nothing is to go on lying over that */
function Told({ onLeave }: { readonly onLeave: () => void }): ReactNode {
  const t = useWords('shell');
  const { data } = useNotifications();
  const acknowledge = useAcknowledge();
  const news = useInboxNews();
  const items = data?.items ?? [];
  const isQuiet = items.length === 0 && news.waiting === 0;
  const acknowledgeAll = (): void => {
    news.see();
    acknowledge.mutate(undefined);
  };
  return (
    <section className="bell-list" aria-label={t('bell')} onClick={({ target }) => (isLink(target) ? onLeave() : undefined)}>
      <header>
        <h2>{t('bell')}</h2>
        <span className="spring" />
        {isQuiet ? null : (
          <Button size="small" loading={acknowledge.isPending} onClick={acknowledgeAll}>
            {t('bell.acknowledge-all')}
          </Button>
        )}
      </header>
      <InPlaceOf />
      {news.waiting === 0 ? null : <InboxLine {...news} />}
      {isQuiet ? <p className="muted">{t('bell.none')}</p> : <NoticeLines items={items} />}
    </section>
  );
}

const isLink = (pressed: EventTarget): boolean => pressed instanceof Element && pressed.closest('a') !== null;

/** Something came into the inbox. */
function InboxLine({ waiting, see }: ReturnType<typeof useInboxNews>): ReactNode {
  const t = useWords('shell');
  return (
    <ul className="notices dense">
      <li>
        <Link to="/inbox" className="strong">
          {t('bell.incoming', { count: waiting })}
        </Link>
        <Button size="small" onClick={see}>
          {t('bell.acknowledge')}
        </Button>
      </li>
    </ul>
  );
}
