import type { CaseView } from '@gongkai/contracts';
import { Button } from 'antd';
import { Fragment, type ReactNode } from 'react';
import { useDays } from '../i18n/use-days.js';
import { useWords } from '../i18n/use-words.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { useTakeStep } from './steps/use-step.js';

type Props = { readonly view: CaseView; readonly waiting: CaseView['toConfirm'][number] };

/** A letter that was brought and sent back by the approver who opened it, until another file is in its place. */
export function PaperBack({ view, notice }: Pick<Props, 'view'> & { readonly notice: CaseView['notices'][number] }): ReactNode {
  const t = useWords('case');
  const terms = useWords('terms');
  const { listed } = useDays();
  const back = notice.own?.sentBack;
  if (back === undefined) return null;
  return (
    <li>
      <b>{t('mark.paper-back')}</b>
      {t('mark.sent-back.by', { who: view.people[back.by] ?? '', day: listed(back.on) })}{' '}
      {[terms(`notice.${notice.kind}`), notice.number ?? ''].join(' ')}
      {t('mark.reason', { reason: back.reason })} <DrawAnew view={view} noticeId={notice.id} />
    </li>
  );
}

/** Whoever may put another file in its place may as well have the letter drawn there. */
function DrawAnew({ view, noticeId }: Pick<Props, 'view'> & { readonly noticeId: string }): ReactNode {
  const t = useWords('case');
  const draw = useTakeStep(view.id, () => undefined);
  const mayDraw = view.permitted.some(({ type }) => type === 'addStamped');
  if (!mayDraw) return null;
  const run = (): void => draw.mutate({ body: { type: 'addStamped', noticeId }, version: view.version, draw: true });
  return (
    <>
      <Button size="small" loading={draw.isPending} onClick={run}>
        {t('mark.paper-back.draw')}
      </Button>
      {draw.error === null ? null : <ErrorNotice error={draw.error} />}
    </>
  );
}

/** A letter that was not drawn here: whoever confirms it opens these very files. */
export function OwnPaper({ view, waiting: { entryId, reason } }: Props): ReactNode {
  const t = useWords('case');
  const { fileIds = [] } = view.notices.find(({ own }) => own?.entryId === entryId)?.own ?? {};
  if (reason !== 'own-paper') return null;
  return (
    <>
      {t('mark.own-paper')}
      {fileIds.map((id, i) => (
        <Fragment key={id}>
          {' '}
          <a href={`/api/v1/files/${id}?inline=true`} target="_blank" rel="noreferrer">
            {t('mark.own-paper.file', { number: i + 1 })}
          </a>
        </Fragment>
      ))}
    </>
  );
}
