import { useState, type ReactNode } from 'react';
import { Link, NavLink, Outlet, ScrollRestoration, useRevalidator } from 'react-router';
import { speak } from '../i18n/i18n.js';
import { useLanguage, useWords } from '../i18n/use-words.js';
import { isLarge, showLarge } from './large-text.js';
import { Waiting } from './waiting.js';

/** What stands around every page. */
export function Frame(): ReactNode {
  const say = useWords();
  return (
    <>
      <a className="skip" href="#main">
        {say('to-main')}
      </a>
      <header className="top">
        <Link to="/" className="brand">
          <b lang="zh-CN" aria-hidden="true">
            公开
          </b>
          <span>{say('name')}</span>
        </Link>
        <LargeText />
        <OtherLanguage />
      </header>
      <nav className="places" aria-label={say('places')}>
        <NavLink to="/" end>
          {say('home')}
        </NavLink>
        <NavLink to="/information">{say('information')}</NavLink>
        <NavLink to="/apply">{say('apply')}</NavLink>
        <NavLink to="/follow">{say('follow')}</NavLink>
        <NavLink to="/guides">{say('guides')}</NavLink>
      </nav>
      <main id="main" tabIndex={-1}>
        <Outlet />
      </main>
      <footer>
        <h2>{say('help')}</h2>
        <p>{say('help.says')}</p>
        <Link className="way" to="/guides">
          {say('home.guides')}
        </Link>
      </footer>
      <Waiting />
      <ScrollRestoration />
    </>
  );
}

function LargeText(): ReactNode {
  const say = useWords();
  const [large, setLarge] = useState(isLarge);
  const turn = (): void => {
    showLarge(!large);
    setLarge(!large);
  };
  return (
    <button type="button" aria-pressed={large} onClick={turn}>
      {say('large-text')}
    </button>
  );
}

/** What the server has said is asked for again in the other language. */
function OtherLanguage(): ReactNode {
  const say = useWords();
  const language = useLanguage();
  const { revalidate } = useRevalidator();
  const other = language === 'en' ? 'zh-CN' : 'en';
  return (
    <button type="button" lang={other} onClick={() => void speak(other).then(() => revalidate())}>
      {say('other-language')}
    </button>
  );
}
