import type { PublicOrgans } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useLanguage, useWords } from '../i18n/use-words.js';
import { Select } from '../parts/choice.js';
import { askedOf } from './draft.js';
import type { Filling } from './form.js';

type Organ = PublicOrgans['organs'][number];

const isOpen = ({ channels }: Organ): boolean => channels.includes('web');

/** Whom somebody asks. Organs below another one are told behind it; those that are not open here are told apart, with their ways in. */
export function OrganField({ draft, change, wrong, organs }: Filling): ReactNode {
  const say = useWords();
  const language = useLanguage();
  const nameOf = (code: string | null): string => organs.find((organ) => organ.code === code)?.name[language] ?? '';
  const options = organs.filter(isOpen).map(({ code, name, parent }) => ({
    value: code,
    text: parent === null ? name[language] : `${name[language]} (${nameOf(parent)})`,
  }));
  const shut = organs.filter((organ) => !isOpen(organ));
  const asked = shut.find(({ code }) => code === draft.organ);
  return (
    <>
      <Select
        id="organ"
        label={say('organ')}
        value={asked === undefined ? draft.organ : ''}
        wrong={wrong.organ}
        options={[{ value: '', text: say('organ.choose') }, ...options]}
        onChange={(organ) => change(askedOf(draft, organ))}
      />
      {asked === undefined ? null : (
        <div className="box" role="status">
          <OtherWays organ={asked} />
        </div>
      )}
      {shut.length === 0 ? null : (
        <details>
          <summary>{say('organ.not-here', { count: shut.length })}</summary>
          <ul className="lines">
            {shut.map((organ) => (
              <li key={organ.code}>
                <OtherWays organ={organ} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** What an organ that is not open here takes instead. */
function OtherWays({ organ: { code, name, channels } }: { readonly organ: Organ }): ReactNode {
  const say = useWords();
  const language = useLanguage();
  const ways = channels.map((channel) => say(`channel.${channel}`)).join(say('list.or'));
  return (
    <>
      <p>{say('organ.other-ways', { name: name[language], ways })}</p>
      <Link className="way" to={`/guides/${code}`}>
        {say('guide.of', { name: name[language] })}
      </Link>
    </>
  );
}
