import { PAPER_KINDS, paperTexts, type PaperKind, type Wording } from '@gongkai/contracts';
import { Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { useText, useWords } from '../i18n/use-words.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { useSession } from '../session/session.js';
import { useOrganOptions, withoutIndent } from './use-names.js';
import { useWording, type WordingPlace } from './use-wording.js';
import { WordingEditor } from './wording-editor.js';
import { WordingsFile } from './wordings-file.js';
import { WordingVersions } from './wording-versions.js';
import './settings.css';
import './wordings.css';

/** 文书用语: how the papers of an organ are worded, over what is shipped. */
export function WordingsPage(): ReactNode {
  const t = useWords('settings');
  const text = useText();
  const { user } = useSession();
  const organs = useOrganOptions();
  const [place, setPlace] = useState<WordingPlace>({ organ: user.organ, kind: 'reply' });
  const kinds = PAPER_KINDS.map((value) => ({ value, label: text(paperTexts[value]) }));
  return (
    <section className="card">
      <header className="card-head">
        <h1>{t('page.wordings')}</h1>
        <p className="muted dense">{t('wordings-what')}</p>
        <span className="spring" />
        <Select
          className="set-select"
          aria-label={t('field.organ')}
          value={place.organ}
          options={organs}
          labelRender={withoutIndent}
          onChange={(organ: string) => setPlace({ ...place, organ })}
        />
        <Select
          className="set-select"
          aria-label={t('wording.kind')}
          value={place.kind}
          options={kinds}
          onChange={(kind: PaperKind) => setPlace({ ...place, kind })}
        />
        <WordingsFile organ={place.organ} />
      </header>
      <Loaded place={place} />
    </section>
  );
}

function Loaded({ place }: { readonly place: WordingPlace }): ReactNode {
  const { data, error, refetch } = useWording(place);
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  return data === undefined ? null : <Opened key={`${place.organ} ${place.kind}`} place={place} wording={data} />;
}

/** What is typed stays while versions come and go. */
function Opened({ place, wording }: { readonly place: WordingPlace; readonly wording: Wording }): ReactNode {
  const [content, setContent] = useState(wording.content);
  return (
    <>
      <WordingEditor place={place} content={content} standard={wording.standard} names={wording.names} onChange={setContent} />
      <WordingVersions place={place} wording={wording} onTake={setContent} />
    </>
  );
}
