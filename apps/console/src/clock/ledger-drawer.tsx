import type { LocalDate } from '@gongkai/calendar';
import type { CaseView, JournalEntryView, LedgerView } from '@gongkai/contracts';
import { Button, Drawer } from 'antd';
import { useState, type ReactNode } from 'react';
import { useDays } from '../i18n/use-days.js';
import { useLanguage, useWords } from '../i18n/use-words.js';
import { useFocusBack } from '../parts/use-focus-back.js';
import { calendarNames, packOf } from './calendar-names.js';
import { earlierValues } from './earlier-values.js';
import { plainLedger } from './plain-text.js';
import { liftedOn, metOn } from './met-on.js';
import type { Reading } from './reading.js';
import { ReadingView } from './reading-view.js';
import { useDeadlineName } from './use-deadline-name.js';
import './ledger-drawer.css';
import { putOnClipboard } from '../parts/put-on-clipboard.js';

type Props = {
  readonly view: CaseView;
  readonly ledger: LedgerView;
  /** Every deadline that is explained, the main one first. */
  readonly readings: readonly Reading[];
  readonly journal: readonly JournalEntryView[];
  readonly today: LocalDate;
  readonly onClose: () => void;
};

const WIDTH = 800;

/** Why each date is what it is. For explaining, never for editing; it has an address of its own. */
export function LedgerDrawer({ view, ledger, readings, journal, today, onClose }: Props): ReactNode {
  const t = useWords('clock');
  const days = useDays();
  const nameOf = useDeadlineName(view);
  const [picked, setPicked] = useState<string>();
  useFocusBack();
  const shown = readings.find(({ derivation }) => derivation.deadline === picked) ?? readings[0];
  const tabState = (deadline: string, due: string): string => {
    const lifted = liftedOn(deadline, ledger);
    if (lifted !== null) return t('tab.lifted', { day: days.short(lifted) });
    const day = metOn(deadline, due, ledger, view);
    if (day !== null) return t('tab.met', { day: days.short(day) });
    return due < today ? t('tab.past') : '';
  };
  const title = shown ? t('title', { date: days.full(shown.derivation.due) }) : t('title.none');
  return (
    <Drawer
      open
      onClose={onClose}
      size={WIDTH}
      closable={false}
      rootClassName="ledger-drawer"
      aria-label={title}
      title={<h2 className="drawer-title">{title}</h2>}
      extra={shown ? <DrawerActions reading={shown} view={view} onClose={onClose} /> : null}
      footer={shown ? <DrawerFoot reading={shown} journal={journal} /> : null}
    >
      <p className="print-only">{view.number}</p>
      {shown ? (
        <>
          <div className="deadline-tabs">
            {readings.map(({ derivation: { deadline, due }, provisionalIn }) => (
              <button
                key={deadline}
                type="button"
                aria-pressed={deadline === shown.derivation.deadline}
                onClick={() => setPicked(deadline)}
              >
                <span className="deadline-name">{nameOf(deadline)}</span> {days.short(due)}
                {provisionalIn !== null && !deadline.startsWith('provisional') && t('tab.provisional')}
                {tabState(deadline, due)}
              </button>
            ))}
          </div>
          <TwoReadings ledger={ledger} />
          {shown.provisionalIn === null ? null : (
            <p className="provisional-note">{t('provisional', { year: shown.provisionalIn })}</p>
          )}
          <ReadingView key={shown.derivation.deadline} reading={shown} view={view} today={today} />
        </>
      ) : (
        <p>{t('none.why')}</p>
      )}
    </Drawer>
  );
}

function DrawerActions({ reading, view, onClose }: Pick<Props, 'view' | 'onClose'> & { readonly reading: Reading }): ReactNode {
  const t = useWords('clock');
  const language = useLanguage();
  const [said, say] = useState<'copied' | 'not-copied'>();
  const copy = async (): Promise<void> =>
    say((await putOnClipboard(plainLedger(reading, view, { t, language }))) ? 'copied' : 'not-copied');
  return (
    <div className="drawer-actions">
      <Button onClick={() => window.print()}>{t('print')}</Button>
      <Button onClick={() => void copy()}>{t(said ?? 'copy')}</Button>
      <span className="unseen" aria-live="polite">
        {said === undefined ? '' : t(said)}
      </span>
      <Button type="text" onClick={onClose}>
        {t('close')} <kbd>Esc</kbd>
      </Button>
    </div>
  );
}

/** A misaddressed letter can be read in two ways; the office goes by the earlier date. */
function TwoReadings({ ledger }: Pick<Props, 'ledger'>): ReactNode {
  const t = useWords('clock');
  const days = useDays();
  if (ledger.cautiousFinalDue === undefined || ledger.cautiousFinalDue === null || ledger.finalDue === null) return null;
  return (
    <ul className="two-readings dense">
      <li>{t('reading.confirmed', { date: days.full(ledger.finalDue) })}</li>
      <li>{t('reading.signed', { date: days.full(ledger.cautiousFinalDue) })}</li>
      <li className="strong">{t('reading.earlier')}</li>
    </ul>
  );
}

type FootProps = Pick<Props, 'journal'> & { readonly reading: Reading };

function DrawerFoot({ reading, journal }: FootProps): ReactNode {
  const t = useWords('clock');
  const days = useDays();
  const { statuteVersion, calendarVersion } = reading.derivation;
  const last = journal.at(-1);
  const earlier = earlierValues(journal, reading.derivation.deadline);
  return (
    <div className="drawer-foot small">
      <span>{t('versions', { statute: packOf(statuteVersion), calendar: calendarNames(calendarVersion, t) })}</span>
      {last ? <span>{t('as-of-entry', { seq: last.seq, date: days.short(last.on) })}</span> : null}
      {earlier.length === 0 ? null : (
        <span>
          {t('earlier', {
            values: earlier
              .map(({ due, changedOn }) => t('earlier.value', { due: days.short(due), on: days.short(changedOn) }))
              .join(t('list')),
          })}
        </span>
      )}
      <span className="print-only seal">{t('seal')}</span>
    </div>
  );
}
