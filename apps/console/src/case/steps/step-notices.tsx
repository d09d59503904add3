import type { CaseView, CommandType } from '@gongkai/contracts';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { NetworkError } from '../../api/problem.js';
import { useDays } from '../../i18n/use-days.js';
import { useWords } from '../../i18n/use-words.js';
import { useIsConnected } from '../../live/use-live.js';
import { ErrorNotice } from '../../parts/error-notice.js';

/** What goes out to the applicant, or is written for it. */
const REPLIES: ReadonlySet<CommandType> = new Set(['decideItem', 'submitForApproval', 'signReply', 'dispatch', 'dispatchNotice']);

/** What the applicant needs to read, hear or come: told where the reply is made and sent. */
export function Accessibility({ type, view }: { readonly type: CommandType; readonly view: CaseView }): ReactNode {
  const t = useWords('case');
  const { accessibility } = view.applicant;
  if (accessibility === undefined || !REPLIES.has(type)) return null;
  return (
    <p className="step-accessibility dense">
      <b>{t('mark.accessibility')}</b>
      {accessibility}
    </p>
  );
}

/** With these a reply goes on its way without what a unit has not answered yet. */
const SETTLES: ReadonlySet<CommandType> = new Set(['submitForApproval', 'approve', 'signReply', 'dispatch']);

/** Who was asked to help and has not answered: told where the reply is submitted, approved and signed; it stands in nobody's way. */
export function OpenCoHandling({ type, view }: { readonly type: CommandType; readonly view: CaseView }): ReactNode {
  const t = useWords('decide');
  const step = useWords('step');
  const { listed } = useDays();
  const open = view.unitRequests.filter(({ answeredOn }) => answeredOn === null);
  if (open.length === 0 || !SETTLES.has(type)) return null;
  const units = open.map(({ unit, person, due }) =>
    t('co-handling.unit', { unit, name: view.people[person] ?? '', due: listed(due) }),
  );
  return (
    <p className="changed-meanwhile dense" role="status">
      {t('co-handling.open', { units: units.join(step('comma')) })}
    </p>
  );
}

/** The form begins with what was filled in an earlier time. */
export function Kept({ onClear }: { readonly onClear: () => void }): ReactNode {
  const t = useWords('step');
  return (
    <p className="draft-kept dense" role="status">
      {t('kept')}
      <Button size="small" onClick={onClear}>
        {t('kept.clear')}
      </Button>
    </p>
  );
}

/** What stands in the way: what the server says, or that it says nothing; then what is kept, and what to do. */
export function Trouble({ error }: { readonly error: Error | null }): ReactNode {
  const t = useWords('step');
  const isConnected = useIsConnected();
  if (error !== null && !(error instanceof NetworkError)) return <ErrorNotice error={error} />;
  if (error === null && isConnected) return null;
  return (
    <p className="step-offline dense" role="alert">
      {t(error === null ? 'offline' : 'offline.failed')}
    </p>
  );
}
