import { CHANNELS, type IncomingView, type OfficeView } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useWords } from '../i18n/use-words.js';
import { IncomingText } from '../incoming/incoming-text.js';
import { Choice } from '../parts/choice.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { KeyBar } from '../keys/key-bar.js';
import { useKeys } from '../keys/use-keys.js';
import { useOffice } from '../shell/use-office.js';
import { Attachments } from './attachments.js';
import { LetterFormContext } from './form-context.js';
import { LogIncoming } from './log-incoming.js';
import { LetterSheet } from './letter-sheet.js';
import { LoggedNotice } from './logged-notice.js';
import { goOnByEnter } from './move-focus.js';
import { ReadingContext } from './reading-context.js';
import { useLetter, type Letter } from './use-letter.js';
import { useReading } from './use-reading.js';
import './log-page.css';

/** A letter, fax, visit or e-mail becomes a case: the papers at left, the form, the legal dates at right. */
export function LogPage(): ReactNode {
  const { data: office, error, refetch } = useOffice();
  const id = useSearchParams()[0].get('incoming');
  if (office !== undefined && id === null) return <LogLetter office={office} />;
  if (office !== undefined && id !== null)
    return (
      <LogIncoming key={id} id={id}>
        {(view) => <LogLetter office={office} incoming={view} />}
      </LogIncoming>
    );
  return (
    <main id="content" className="page">
      {error === null ? null : <ErrorNotice error={error} onRetry={() => void refetch()} />}
    </main>
  );
}

type LetterProps = { readonly office: OfficeView; /** What lies in the inbox and is logged. */ readonly incoming?: IncomingView };

function LogLetter({ office: { today }, incoming }: LetterProps): ReactNode {
  const t = useWords('intake');
  const navigate = useNavigate();
  const letter = useLetter(incoming);
  const reading = useReading(letter);
  const next = incoming === undefined ? letter.next : () => void navigate('/inbox');
  if (letter.logging.step === 'logged') return <LoggedNotice view={letter.logging.view} onNext={next} />;
  return (
    <LetterFormContext value={{ draft: letter.draft, change: letter.change, today }}>
      <ReadingContext value={reading}>
        <main id="content" className="page log-page" onKeyDownCapture={goOnByEnter} onFocusCapture={reading.onFocus}>
          <Head letter={letter} />
          <div className="log-columns">
            <LetterSheet letter={letter} today={today} />
            <div className="log-papers">
              {incoming === undefined ? null : <IncomingText view={incoming} />}
              <Attachments />
            </div>
          </div>
        </main>
      </ReadingContext>
      <KeyBar
        also={[
          { keys: ['Enter'], does: t('keys.next') },
          { keys: ['Shift+Enter'], does: t('keys.back') },
        ]}
      />
    </LetterFormContext>
  );
}

function Head({ letter: { draft, change, kept } }: { readonly letter: Letter }): ReactNode {
  const t = useWords('intake');
  const terms = useWords('terms');
  const options = CHANNELS.map((value) => ({ value, label: terms(`channel.${value}`) }));
  const focus = (): void => document.querySelector<HTMLInputElement>('.log-channel input:checked')?.focus();
  useKeys([{ keys: ['F2'], does: t('channel'), bar: 1, run: focus }]);
  return (
    <div className="log-head">
      <h1>{t('log')}</h1>
      <span className="muted dense">{kept ? t('log.kept') : t('log.not-kept')}</span>
      <span className="spring" />
      <span className="muted dense" aria-hidden>
        {t('channel')} <kbd>F2</kbd>
      </span>
      <div className="log-channel">
        <Choice
          label={t('channel')}
          options={options}
          value={draft.channel}
          onChange={(channel) => change({ channel })}
          numbered
          autoFocus
        />
      </div>
    </div>
  );
}
