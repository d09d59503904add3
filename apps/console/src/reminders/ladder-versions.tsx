import type { LadderVersion } from '@gongkai/contracts';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { useMoment } from '../settings/use-moment.js';
import { useLadderWords } from './use-ladder-words.js';

type Props = {
  readonly versions: readonly LadderVersion[];
  /** Takes one up again, to be looked at and saved; null: as it is above the organ. */
  readonly onTake: (rungs: LadderVersion['rungs']) => void;
};

/** What an organ has made of a ladder: who, when and why. */
export function LadderVersions({ versions, onTake }: Props): ReactNode {
  const t = useWords('reminders');
  const words = useLadderWords();
  const moment = useMoment();
  if (versions.length === 0) return null;
  return (
    <>
      <h2>{t('ladder.versions')}</h2>
      <ul className="set-list">
        {versions.map(({ version, rungs, reason, changedAt, changedBy }) => (
          <li key={version} data-version={version}>
            <span className="strong">{t('ladder.version', { version })}</span>
            <span>{reason}</span>
            <span className="muted">{rungs === null ? t('ladder.as-above') : rungs.map(words.when).join(words.separator)}</span>
            <span className="spring" />
            <span className="muted">{`${changedBy.name} · ${moment(changedAt)}`}</span>
            <Button size="small" onClick={() => onTake(rungs)} aria-label={`${t('ladder.take')} ${String(version)}`}>
              {t('ladder.take')}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
