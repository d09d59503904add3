import type { CaseView, Command } from '@gongkai/contracts';
import { Button, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { useCase } from '../case/use-case.js';
import { useWords } from '../i18n/use-words.js';
import { useKeys } from '../keys/use-keys.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { NextStep } from './next-step.js';
import { useStep } from './use-step.js';

/** What is left to whoever answers at the counter, the foremost first. */
const LEFT = ['dispatch', 'submitForApproval'] as const;
const COMMANDS: Readonly<Record<(typeof LEFT)[number], (signedBy: string) => Command>> = {
  dispatch: (signedBy) => ({ type: 'dispatch', mode: 'in_person', signedBy }),
  submitForApproval: () => ({ type: 'submitForApproval' }),
};

/**
 * While the applicant waits at the counter: whose word is missing; once the review is passed, the way to approval; once the reply is
 * signed, its handing over to who signs for it.
 */
export function SpotStep({ logged }: { readonly logged: CaseView }): ReactNode {
  const t = useWords('intake');
  const { data: view = logged } = useCase(logged.id);
  const step = useStep(view, () => undefined);
  const next = LEFT.find((type) => view.permitted.some((one) => one.type === type));
  const [signedBy, setSignedBy] = useState('');
  const isSigned = next !== 'dispatch' || signedBy.trim() !== '';
  const go = (): void => {
    if (next !== undefined && isSigned) step.mutate(COMMANDS[next](signedBy.trim()));
  };
  useKeys(next === undefined ? [] : [{ keys: ['G'], does: t(`spot.${next}`), run: go }]);
  if (view.state === 'closed') return <p role="status">{t('spot.done')}</p>;
  return (
    <>
      <NextStep view={view} />
      {step.error === null ? null : <ErrorNotice error={step.error} />}
      {next === 'dispatch' ? (
        <label>
          {t('spot.signedBy')}
          <Input
            value={signedBy}
            maxLength={200}
            required
            onChange={({ target }) => setSignedBy(target.value)}
            onPressEnter={go}
          />
        </label>
      ) : null}
      {next === undefined ? null : (
        <Button loading={step.isPending} disabled={!isSigned} onClick={go}>
          {t(`spot.${next}`)} <kbd>G</kbd>
        </Button>
      )}
    </>
  );
}
