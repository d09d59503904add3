import type { WebhookTarget } from '@gongkai/contracts';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useWords } from '../i18n/use-words.js';
import { TableHead } from '../parts/table-head.js';
import { useMoment } from '../settings/use-moment.js';
import { useOrganName } from '../settings/use-names.js';
import { useWho } from './use-who.js';

type Acts = Readonly<Record<'onTest' | 'onTurn' | 'onChange' | 'onRemove', (target: WebhookTarget) => void>>;

/** The places, with how delivery to each stands. */
export function WebhookTable({ targets, ...acts }: Acts & { readonly targets: readonly WebhookTarget[] }): ReactNode {
  const t = useWords('reminders');
  return (
    <div className="set-scroll">
      <table className="set-table">
        <TableHead
          columns={(['name', 'organ', 'format', 'host', 'to', 'standing'] as const).map((column) => t(`hook.${column}`))}
        >
          <td />
        </TableHead>
        <tbody>
          {targets.map((target) => (
            <Row key={target.id} target={target} {...acts} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ target, onTest, onTurn, onChange, onRemove }: Acts & { readonly target: WebhookTarget }): ReactNode {
  const [t, s] = [useWords('reminders'), useWords('settings')];
  const who = useWho();
  const organName = useOrganName();
  const { name, organ, below, format, host, recipients, kinds, active } = target;
  const separator = s('list-separator');
  const act = (word: 'test' | 'change' | 'remove' | 'switch-off' | 'switch-on', on: (one: WebhookTarget) => void): ReactNode => (
    <Button size="small" onClick={() => on(target)} aria-label={`${t(`hook.${word}`)}: ${name}`}>
      {t(`hook.${word}`)}
    </Button>
  );
  return (
    <tr className={active ? undefined : 'set-inactive'}>
      <th scope="row">{name}</th>
      <td className="set-loose">
        {organName(organ)} {below ? <span className="muted">{t('hook.below-mark')}</span> : null}
      </td>
      <td>{t(`format.${format}`)}</td>
      <td className="set-loose">{host}</td>
      <td className="set-loose">
        {recipients === null ? t('hook.everybody') : recipients.map(who).join(separator)}
        <br />
        <span className="muted">{kinds.map((kind) => t(`kind.${kind}`)).join(separator)}</span>
      </td>
      <td className="set-loose">
        <Standing {...target} />
      </td>
      <td>
        <span className="set-buttons">
          {act('test', onTest)}
          {act('change', onChange)}
          {act(active ? 'switch-off' : 'switch-on', onTurn)}
          {act('remove', onRemove)}
        </span>
      </td>
    </tr>
  );
}

function Standing({ active, waiting, failed, lastSentAt }: WebhookTarget): ReactNode {
  const t = useWords('reminders');
  const moment = useMoment();
  return (
    <>
      {active ? null : <b>{t('hook.off')} </b>}
      {failed === 0 ? null : <Link to="/settings/letters">{t('hook.failed', { count: failed })}</Link>}{' '}
      {waiting === 0 ? null : `${t('hook.waiting', { count: waiting })} `}
      {lastSentAt === null ? t('hook.never') : t('hook.last', { moment: moment(lastSentAt) })}
    </>
  );
}
