import type { OfficeView, SessionView } from '@gongkai/contracts';
import { Button, Segmented } from 'antd';
import { useState, type ReactNode } from 'react';
import { speak } from '../i18n/i18n.js';
import { roleName } from '../i18n/role-name.js';
import { useLanguage, useWords } from '../i18n/use-words.js';
import { useOffice } from '../shell/use-office.js';
import { LogInForm } from './log-in-form.js';
import { SignOn } from './sign-on.js';
import './log-in.css';

/** The first screen. */
export function LogInPage({ onEntered }: { readonly onEntered: (session: SessionView) => void }): ReactNode {
  const t = useWords('shell');
  const language = useLanguage();
  const { data: office } = useOffice();
  const [username, setUsername] = useState('');
  return (
    <main className="log-in">
      <section className="card log-in-card">
        <header>
          <span className="log-in-mark" aria-hidden>
            公开
          </span>
          <h1>{t('log-in.title')}</h1>
          <span className="spring" />
          <Button
            type="text"
            lang={language === 'en' ? 'zh-CN' : 'en'}
            onClick={() => void speak(language === 'en' ? 'zh-CN' : 'en')}
          >
            {t('language')}
          </Button>
        </header>
        {office?.signOn ? <SignOn /> : null}
        <LogInForm username={username} onUsername={setUsername} onEntered={onEntered} />
      </section>
      {office?.demonstration ? <Demonstration {...office.demonstration} onPick={setUsername} /> : null}
    </main>
  );
}

type DemonstrationProps = NonNullable<OfficeView['demonstration']> & { readonly onPick: (username: string) => void };

/** Log-ins that anybody may use, where everything is made up. */
function Demonstration({ organs, roles, password, onPick }: DemonstrationProps): ReactNode {
  const t = useWords('shell');
  const language = useLanguage();
  const [organ, setOrgan] = useState(organs[0]?.code ?? '');
  const [picked, setPicked] = useState<string | null>(null);
  const pick = (role: string | null, of: string): void => {
    setPicked(role);
    setOrgan(of);
    if (role !== null) onPick(`${role}.${of}`);
  };
  return (
    <section className="log-in-hint" aria-label={t('log-in.demonstration', { password })}>
      <p>{t('log-in.demonstration', { password })}</p>
      <Segmented
        vertical
        block
        options={organs.map(({ code, name }) => ({ value: code, label: name[language] }))}
        value={organ}
        onChange={(code) => pick(picked, code)}
      />
      <ul>
        {roles.map((role) => (
          <li key={role}>
            <Button size="small" onClick={() => pick(role, organ)}>
              {roleName(role, language)}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
