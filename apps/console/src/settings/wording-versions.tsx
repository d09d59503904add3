import type { Wording, WordingVersion } from '@gongkai/contracts';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useDays } from '../i18n/use-days.js';
import { useWords } from '../i18n/use-words.js';
import { Refusal } from './refusal.js';
import { useMoment } from './use-moment.js';
import { useAdopt, type WordingPlace } from './use-wording.js';

type Props = { readonly place: WordingPlace; readonly wording: Wording; readonly onTake: (content: string) => void };

/** Every version with who, when and why; each can be taken up again, and the last one taken back. */
export function WordingVersions({ place, wording: { items, inForce, standard }, onTake }: Props): ReactNode {
  const t = useWords('settings');
  const back = useAdopt(place, ({ content }) => onTake(content));
  if (items.length === 0) return <p className="set-empty">{t('wording.none')}</p>;
  const undo = (): void => back.mutate({ content: items[1]?.content ?? null, reason: t('wording.undone') });
  return (
    <>
      <header className="card-head">
        <h2>{t('wording.versions', { count: items.length })}</h2>
        <span className="spring" />
        <Button onClick={undo} loading={back.isPending}>
          {t('wording.undo')}
        </Button>
      </header>
      <Refusal error={back.error} />
      <ul className="set-list">
        {items.map((version) => (
          <Version
            key={version.version}
            version={version}
            isInForce={version.version === inForce}
            onTake={() => onTake(version.content ?? standard)}
          />
        ))}
      </ul>
    </>
  );
}

type VersionProps = { readonly version: WordingVersion; readonly isInForce: boolean; readonly onTake: () => void };

function Version({
  version: { version, from, content, reason, changedAt, changedBy },
  isInForce,
  onTake,
}: VersionProps): ReactNode {
  const t = useWords('settings');
  const days = useDays();
  const moment = useMoment();
  return (
    <li data-version={version}>
      <span className="strong">{t('guide.version', { version, from: days.full(from) })}</span>
      <span>{isInForce ? t('guide.in-force') : null}</span>
      <span>{reason}</span>
      {content === null ? <span>{t('wording.standard')}</span> : null}
      <span className="spring" />
      <span className="muted">{`${changedBy?.name ?? t('guide.loaded')} · ${moment(changedAt)}`}</span>
      <Button size="small" onClick={onTake} aria-label={`${t('wording.take')} ${String(version)}`}>
        {t('wording.take')}
      </Button>
    </li>
  );
}
