import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useWords } from '../i18n/use-words.js';
import { useAddress } from '../list/use-address.js';
import { PageTitle } from '../parts/page-title.js';
import { FormedForm } from './formed-form.js';
import { FORMED_LIGHTS } from './formed-lights.js';
import { FormedList } from './formed-list.js';
import './catalogue.css';

/** What was formed or changed and has to be public (待公开信息, REG 26): entered, published, answered. */
export function FormedPage(): ReactNode {
  const t = useWords('catalogue');
  const [get, set] = useAddress();
  const [isEntering, enter] = useState(false);
  const state = get('state') === 'ended' ? 'ended' : 'open';
  const [organ, number] = [get('organ'), get('number')];
  const lights = FORMED_LIGHTS.filter((light) => get('light')?.split(',').includes(light));
  return (
    <main id="content" className="page" tabIndex={-1}>
      <PageTitle title={t('formed.title')} sentence={t('formed.sentence')}>
        <Link to="/catalogue">{t('title')}</Link>
        <Link to="/catalogue/year">{t('year.title')}</Link>
        {number === undefined ? null : (
          <Button className="no-print" onClick={() => set({ number: '', organ: '' })}>
            {t('formed.all')}
          </Button>
        )}
        <Button className="no-print" onClick={() => set({ state: state === 'ended' ? '' : 'ended', light: '' })}>
          {t(state === 'ended' ? 'formed.to-open' : 'formed.to-ended')}
        </Button>
        <Button className="no-print" type="primary" onClick={() => enter(true)}>
          {t('formed.enter')}
        </Button>
      </PageTitle>
      <section className="card" aria-label={t('formed.title')}>
        <FormedList query={{ organ, number }} state={state} lights={lights} onLights={(some) => set({ light: some.join(',') })} />
      </section>
      {isEntering ? <FormedForm onClose={() => enter(false)} /> : null}
    </main>
  );
}
