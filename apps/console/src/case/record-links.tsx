import type { CaseView } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { addressOfFile } from '../parts/file-address.js';
import { shortPrint } from '../parts/short-print.js';
import { useDocuments } from './use-case.js';

type Props = { readonly caseId: string; readonly decision: NonNullable<CaseView['items'][number]['decision']> };

/** The files of the case that a decision keeps back: each by its name and its fingerprint, to be opened. */
export function RecordLinks({ caseId, decision: { recordIds = [] } }: Props): ReactNode {
  const t = useWords('case');
  const { data } = useDocuments(caseId);
  if (recordIds.length === 0) return null;
  const named = new Map((data?.items ?? []).flatMap((one) => (one.type === 'file' ? [[one.id, one.name] as const] : [])));
  return (
    <div className="small muted">
      {t('item.records')}
      {recordIds.map((id) => (
        <div key={id}>
          <a href={addressOfFile({ id, name: named.get(id) })} target="_blank" rel="noreferrer">
            {named.get(id) ?? shortPrint(id)}
          </a>{' '}
          {t('item.record.fingerprint', { fingerprint: shortPrint(id) })}
        </div>
      ))}
    </div>
  );
}
