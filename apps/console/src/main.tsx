/**
 * The console: one page in the browser for everybody in the office. It holds no rule; every date, every permission and every
 * refusal comes from the API.
 *
 *   theme/    colours, type and the looks of antd            i18n/     words, a file for each area in both languages
 *   api/      the one way to the server                      session/  who is logged in, and in which role
 *   live/     what others change meanwhile                   keys/     the keyboard
 *   shell/    the bar on top of every screen                 parts/    what several screens are made of
 *   routes.tsx lists the areas; each has a folder with its `routes.tsx` and its pages.
 */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.js';
import { beginToSpeak } from './i18n/i18n.js';
import './theme/base.css';

const root = document.getElementById('root');
if (root)
  void beginToSpeak().then(() =>
    createRoot(root).render(
      <StrictMode>
        <App />
      </StrictMode>,
    ),
  );
