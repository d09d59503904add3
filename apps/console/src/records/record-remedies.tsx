import { optionTexts, type RecordChallenge, type RecordCorrection, type Text } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { useDays } from '../i18n/use-days.js';
import { useText, useWords } from '../i18n/use-words.js';
import { useAppearing } from '../remedies/use-appearing.js';

/** What was brought against the answer: by whom it is decided, by when the organ answers it, and how it ended. */
export function RecordRemedies({ challenges }: Pick<RecordCorrection, 'challenges'>): ReactNode {
  const t = useWords('remedies');
  const { listed } = useDays();
  return challenges.map((one) => (
    <div key={one.id} className="small" data-remedy={one.kind}>
      <span className="strong">{t(`kind.${one.kind}`)}</span> {[one.before, one.number].filter(Boolean).join(' ')}{' '}
      {t('did.opened', { day: listed(one.openedOn) })}
      {one.hearing === undefined
        ? null
        : ` · ${t('did.hearing', { day: listed(one.hearing.on), place: one.hearing.place ?? '' })}`}
      <Appearing of={one} />
      {one.answeredOn === null ? null : ` · ${t('did.answered', { day: listed(one.answeredOn) })}`}
      {one.closedOn === null ? null : ` · ${listed(one.closedOn)}`} <Result of={one} />
      <Due of={one} />
    </div>
  ));
}

/** Who appears, as what, and whether the organ itself does. */
function Appearing({ of }: { readonly of: RecordChallenge }): ReactNode {
  return useAppearing(of).map((line) => <div key={line}>{line}</div>);
}

const RESULTS: Readonly<Partial<Record<string, Text>>> = optionTexts.result;

function Result({ of: { closedOn, result, kind } }: { readonly of: RecordChallenge }): ReactNode {
  const t = useWords('remedies');
  const text = useText();
  const said = RESULTS[result ?? ''];
  if (closedOn === null) return result === null ? t('open') : t('not-final');
  if (kind === 'complaint') return t('answered');
  return <span className="strong">{said === undefined ? result : text(said)}</span>;
}

function Due({ of: { due } }: { readonly of: RecordChallenge }): ReactNode {
  const t = useWords('records');
  const { listed } = useDays();
  if (due === null) return null;
  const day = due.provisional ? t('due.provisional', { day: listed(due.on) }) : listed(due.on);
  return <div>{t('challenge.due', { day, article: due.article })}</div>;
}
