import type { PublicOrgans } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { Link, useLoaderData } from 'react-router';
import type { Answer } from '../api.js';
import { useLanguage, useWords } from '../i18n/use-words.js';
import { Page } from '../parts/page.js';
import { Refusal } from '../parts/refusal.js';

type Organs = PublicOrgans['organs'];

/** Every organ that can be asked, with the way to its guide; below each one what stands under it. */
export function GuidesPage(): ReactNode {
  const say = useWords();
  const { data, no } = useLoaderData<Answer<PublicOrgans>>();
  const organs = data?.organs ?? [];
  const codes = new Set(organs.map(({ code }) => code));
  const tops = organs.filter(({ parent }) => parent === null || !codes.has(parent));
  return (
    <Page title={say('guides.title')}>
      <p>{say('guides.says')}</p>
      {no === undefined ? null : <Refusal no={no} />}
      <Branch organs={organs} of={tops} />
    </Page>
  );
}

function Branch({ organs, of }: { readonly organs: Organs; readonly of: Organs }): ReactNode {
  const say = useWords();
  const language = useLanguage();
  return (
    <ul className="lines">
      {of.map(({ code, name, channels }) => {
        const below = organs.filter(({ parent }) => parent === code);
        return (
          <li key={code}>
            <Link className="way" to={`/guides/${code}`}>
              {name[language]}
            </Link>
            <span className="hint">{channels.map((channel) => say(`channel.${channel}`)).join(' · ')}</span>
            {below.length === 0 ? null : (
              <>
                <Link className="way" to={`/guides/${code}/all`}>
                  {say('guides.all', { name: name[language] })}
                </Link>
                <Branch organs={organs} of={below} />
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}
