/**
 * The portal: what applicants see at home. It asks for nothing twice, keeps what is typed in the browser alone, and holds no rule: every
 * day it shows comes from the API.
 *
 *   i18n/   words in both languages     api.ts   the one way to the server     parts/   what several pages are made of
 *   home/   what can be asked and how     guides/   where organs are reached
 *   information/   what is public already
 *   apply/   an application, a question at a time     follow/   where one stands
 */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.js';
import { beginToSpeak } from './i18n/i18n.js';
import './portal.css';

const root = document.getElementById('root');
if (root)
  void beginToSpeak().then(() =>
    createRoot(root).render(
      <StrictMode>
        <App />
      </StrictMode>,
    ),
  );
