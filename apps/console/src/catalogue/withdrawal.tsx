import type { CatalogueEntry } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { ReasonDialog } from '../parts/reason-dialog.js';
import { useReasonedAct, type ReasonedAct } from './use-catalogue.js';

type Props = { readonly entry: CatalogueEntry; readonly act: ReasonedAct; readonly onClose: () => void };

/** Withdraws an entry, or takes that back. */
export function Withdrawal({ entry: { id, title, indexNumber }, act, onClose }: Props): ReactNode {
  const t = useWords('catalogue');
  const taking = useReasonedAct(id, act, onClose);
  return (
    <ReasonDialog
      words={{
        ...{ title: t(act), reason: t(`${act}.reason`), what: t(`${act}.what`), act: t(act), leave: t('leave') },
        sure: { what: t(`${act}.sure`), act: t(`${act}.yes`), back: t('back') },
      }}
      about={
        <p className="strong">
          {indexNumber} · {title}
        </p>
      }
      act={taking}
      onClose={onClose}
    />
  );
}
