import type { FeedList, FeedScope, FeedView, IssuedFeed } from '@gongkai/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { api } from '../api/api.js';
import { useLanguage, useWords } from '../i18n/use-words.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { useFocusBack } from '../parts/use-focus-back.js';
import { useSession } from '../session/session.js';
import { OneTimeSecret } from '../settings/one-time-secret.js';
import { useMoment } from '../settings/use-moment.js';
import '../settings/settings.css';
import './calendars.css';

const FEEDS = ['feeds'];

/** The addresses at which one's calendar program reads deadlines: made, made anew, ended. */
export function FeedDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const t = useWords('calendars');
  const { user } = useSession();
  const language = useLanguage();
  const client = useQueryClient();
  const { data: feeds, error } = useQuery({
    queryKey: FEEDS,
    queryFn: async () => (await api.get<FeedList>('/feeds')).items,
  });
  const onSuccess = () => client.invalidateQueries({ queryKey: FEEDS });
  const issue = useMutation({ mutationFn: (scope: FeedScope) => api.post<IssuedFeed>('/feeds', { scope, language }), onSuccess });
  const revoke = useMutation({ mutationFn: ({ id }: FeedView) => api.delete<unknown>(`/feeds/${id}`), onSuccess });
  useFocusBack();
  const scopes: readonly FeedScope[] = user.roles.includes('supervisor') ? ['person', 'organ'] : ['person'];
  if (issue.data !== undefined)
    return (
      <OneTimeSecret title={t('feed.address')} secret={issue.data.url} note={t('feed.note')} onClose={() => issue.reset()} />
    );
  const failed = error ?? issue.error ?? revoke.error;
  return (
    <Modal open title={t('feed')} onCancel={onClose} footer={null} width={520}>
      <p className="muted dense">{t('feed.what')}</p>
      {failed === null ? null : <ErrorNotice error={failed} />}
      {feeds === undefined
        ? null
        : scopes.map((scope) => (
            <OneFeed
              key={scope}
              scope={scope}
              feed={feeds.find((feed) => feed.scope === scope)}
              onIssue={() => issue.mutate(scope)}
              onRevoke={(feed) => revoke.mutate(feed)}
            />
          ))}
    </Modal>
  );
}

type OneProps = {
  readonly scope: FeedScope;
  readonly feed: FeedView | undefined;
  readonly onIssue: () => void;
  readonly onRevoke: (feed: FeedView) => void;
};

function OneFeed({ scope, feed, onIssue, onRevoke }: OneProps): ReactNode {
  const t = useWords('calendars');
  const moment = useMoment();
  const [isSure, ask] = useState(false);
  return (
    <section className="cal-feed" data-feed={scope}>
      <h3>{t(`feed.${scope}`)}</h3>
      {feed === undefined ? (
        <Button onClick={onIssue}>{t('feed.make')}</Button>
      ) : (
        <>
          <p className="dense">
            {t('feed.since', { at: moment(feed.createdAt) })}{' '}
            {feed.lastUsedAt === null ? t('feed.unused') : t('feed.used', { at: moment(feed.lastUsedAt) })}
          </p>
          {isSure ? (
            <p className="dense" role="status">
              {t('feed.sure')}
            </p>
          ) : null}
          <Button onClick={isSure ? () => ask(false) : onIssue}>{t(isSure ? 'feed.keep' : 'feed.anew')}</Button>{' '}
          <Button
            onClick={() => {
              if (isSure) onRevoke(feed);
              ask(!isSure);
            }}
          >
            {t(isSure ? 'feed.end.yes' : 'feed.end')}
          </Button>
        </>
      )}
    </section>
  );
}
