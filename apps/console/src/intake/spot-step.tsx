import type { CaseView } from '@gongkai/contracts';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useCase } from '../case/use-case.js';
import { useWords } from '../i18n/use-words.js';
import { useKeys } from '../keys/use-keys.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { NextStep } from './next-step.js';
import { useStep } from './use-step.js';

/** While the applicant waits at the counter: whose word is missing, and, once the reply is signed, its handing over. */
export function SpotStep({ logged }: { readonly logged: CaseView }): ReactNode {
  const t = useWords('intake');
  const { data: view = logged } = useCase(logged.id);
  const step = useStep(view, () => undefined);
  const isSigned = view.permitted.some(({ type }) => type === 'dispatch');
  const handOver = (): void => step.mutate({ type: 'dispatch', mode: 'in_person' });
  useKeys(isSigned ? [{ keys: ['G'], does: t('spot.hand-over'), run: handOver }] : []);
  if (view.state === 'closed') return <p role="status">{t('spot.done')}</p>;
  return (
    <>
      <NextStep view={view} />
      {step.error === null ? null : <ErrorNotice error={step.error} />}
      {isSigned ? (
        <Button loading={step.isPending} onClick={handOver}>
          {t('spot.hand-over')} <kbd>G</kbd>
        </Button>
      ) : null}
    </>
  );
}
