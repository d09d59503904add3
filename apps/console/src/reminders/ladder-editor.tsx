import type { LadderRung, OrganLadder } from '@gongkai/contracts';
import { Button, Drawer, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { useFocusBack } from '../parts/use-focus-back.js';
import { FormField } from '../settings/form-field.js';
import { Refusal } from '../settings/refusal.js';
import { SettingsForm } from '../settings/settings-form.js';
import { useLadderChange, useTrial } from './ladder-queries.js';
import './ladders.css';
import { LadderTrialCard } from './ladder-trial.js';
import { LadderVersions } from './ladder-versions.js';
import { RungRows } from './rung-rows.js';
import { useLadderWords } from './use-ladder-words.js';

type Props = { readonly organ: string; readonly ladder: OrganLadder; readonly onClose: () => void };

/** A ladder is written, looked at on last month's cases, and put in force with a reason. */
export function LadderEditor({ organ, ladder, onClose }: Props): ReactNode {
  const t = useWords('reminders');
  const words = useLadderWords();
  const { rungs, trial, save, tried, isAsAbove, write, look } = useDraft(organ, ladder, onClose);
  const [reason, setReason] = useState('');
  useFocusBack();
  const put = (): void => save.mutate({ rungs: isAsAbove ? null : rungs, reason, version: lastOf(ladder) });
  const isTried = tried !== undefined;
  const error = save.error ?? trial.error;
  return (
    <Drawer open title={words.name(ladder.name, ladder.deadlines)} onClose={onClose} size={980}>
      <SettingsForm onSubmit={put}>
        <RungRows rungs={rungs} recipients={ladder.recipients} error={error} onChange={write} />
        <Floor {...ladder.floor} />
        <div className="set-buttons ladder-acts">
          <Button onClick={look} loading={trial.isPending}>
            {t('ladder.try')}
          </Button>
          {isAsAbove ? null : <Button onClick={() => write(ladder.inherited)}>{t('ladder.back')}</Button>}
        </div>
        {tried === undefined ? null : <LadderTrialCard trial={tried} />}
        {isTried ? <Reason reason={reason} error={save.error} onChange={setReason} /> : null}
        <Refusal error={error} names={{ rungs: t('ladder.rungs'), reason: t('ladder.reason') }} />
        <Acts isReady={isTried} isBack={isAsAbove} isGiven={reason.trim() !== ''} save={save} onLeave={onClose} />
      </SettingsForm>
      <LadderVersions versions={ladder.versions} onTake={(taken) => write(taken ?? ladder.inherited)} />
    </Drawer>
  );
}

/** Number of the last version that the organ has made; 0 where it has made none. */
const lastOf = ({ versions }: OrganLadder): number => versions[0]?.version ?? 0;

/** The rungs as they are written; what was looked at is what is put in force. */
function useDraft(organ: string, ladder: OrganLadder, onDone: () => void) {
  const [rungs, setRungs] = useState<readonly LadderRung[]>(ladder.rungs);
  const place = { organ, ladder: ladder.name };
  const [trial, save] = [useTrial(place), useLadderChange(place, onDone)];
  const write = (next: readonly LadderRung[]): void => {
    setRungs(next);
    trial.reset();
    save.reset();
  };
  const look = (): void => {
    const inOrder = rungs.toSorted((a, b) => a.at - b.at);
    write(inOrder);
    trial.mutate(inOrder);
  };
  const tried = trial.variables === rungs ? trial.data : undefined;
  return { rungs, trial, save, tried, isAsAbove: JSON.stringify(rungs) === JSON.stringify(ladder.inherited), write, look };
}

type ReasonProps = { readonly reason: string; readonly error: Error | null; readonly onChange: (reason: string) => void };

function Reason({ reason, error, onChange }: ReasonProps): ReactNode {
  const t = useWords('reminders');
  return (
    <FormField id="ladder-reason" label={t('ladder.reason')} required field="reason" error={error}>
      <Input id="ladder-reason" value={reason} maxLength={500} onChange={({ target }) => onChange(target.value)} />
    </FormField>
  );
}

type ActsProps = {
  /** It was looked at. */
  readonly isReady: boolean;
  /** It is what holds without rungs of one's own. */
  readonly isBack: boolean;
  /** A reason is given. */
  readonly isGiven: boolean;
  readonly save: { readonly isPending: boolean };
  readonly onLeave: () => void;
};

function Acts({ isReady, isBack, isGiven, save, onLeave }: ActsProps): ReactNode {
  const [t, s] = [useWords('reminders'), useWords('settings')];
  return (
    <div className="set-acts">
      <span className="muted dense">{t(isReady ? 'ladder.at-once' : 'ladder.try-first')}</span>
      <Button onClick={onLeave}>{s('leave')}</Button>
      <Button type="primary" htmlType="submit" disabled={!isReady || !isGiven} loading={save.isPending}>
        {t(isBack ? 'ladder.save-back' : 'ladder.save')}
      </Button>
    </div>
  );
}

/** What cannot be taken off. */
function Floor({ before, after }: OrganLadder['floor']): ReactNode {
  const t = useWords('reminders');
  const words = useLadderWords();
  return (
    <p className="muted dense">
      {before.length === 0 ? null : t('ladder.floor-before', { who: words.all(before) })}
      {after.length === 0 ? null : t('ladder.floor-after', { who: words.all(after) })}
      {t('ladder.floor-program')}
    </p>
  );
}
