import { Button, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { Choice } from '../parts/choice.js';
import { ErrorNotice } from '../parts/error-notice.js';
import type { Looking } from './use-look.js';

/** Why a number is looked at, mostly. */
const REASONS = ['identity', 'same', 'service', 'remedy', 'other'] as const;
type ReasonName = (typeof REASONS)[number];

/** Shows a masked number whole, once somebody has said why; that it was shown stays on record. */
export function IdLook({ look }: { readonly look: Looking }): ReactNode {
  const t = useWords('case');
  const [isOpen, setOpen] = useState(false);
  const ask = async (reason: string): Promise<void> => {
    await look.ask(reason);
    setOpen(false);
  };
  if (look.seen !== null)
    return (
      <Button size="small" onClick={look.hide}>
        {t('look.hide')}
      </Button>
    );
  return (
    <>
      <Button size="small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {t('look.show')}
      </Button>
      {isOpen ? <Why isAsking={look.isAsking} onAsk={ask} /> : null}
      {look.error === null ? null : <ErrorNotice error={look.error} />}
    </>
  );
}

type WhyProps = { readonly isAsking: boolean; readonly onAsk: (reason: string) => Promise<void> };

function Why({ isAsking, onAsk }: WhyProps): ReactNode {
  const t = useWords('case');
  const [chosen, choose] = useState<ReasonName>('identity');
  const [typed, type] = useState('');
  const reason = chosen === 'other' ? typed.trim() : t(`look.why.${chosen}`);
  return (
    <form
      className="id-look"
      onSubmit={(event) => {
        event.preventDefault();
        if (reason !== '') void onAsk(reason);
      }}
    >
      <Choice
        label={t('look.why')}
        options={REASONS.map((value) => ({ value, label: t(`look.why.${value}`) }))}
        value={chosen}
        onChange={choose}
        numbered
        autoFocus
      />
      {chosen === 'other' ? (
        <Input aria-label={t('look.why')} maxLength={200} value={typed} onChange={({ target }) => type(target.value)} autoFocus />
      ) : null}
      <p className="small muted">{t('look.logged')}</p>
      <Button size="small" type="primary" htmlType="submit" loading={isAsking} disabled={reason === ''}>
        {t('look.act')}
      </Button>
    </form>
  );
}
