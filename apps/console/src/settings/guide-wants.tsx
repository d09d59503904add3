import { lacksRemediesAlone, type AdministeredOrgan } from '@gongkai/contracts';
import { Fragment, type ReactNode } from 'react';
import { useLanguage, useWords } from '../i18n/use-words.js';
import { useRemedyLetters } from '../parts/remedy-letters.js';

/** Which organs cannot write all letters for want of a guide, first thing an administrator sees; each leads to where it is filled in. */
export function WantingGuides({
  organs,
  onChoose,
}: {
  readonly organs: readonly AdministeredOrgan[];
  readonly onChoose: (code: string) => void;
}): ReactNode {
  const t = useWords('settings');
  const language = useLanguage();
  const wanting = organs.filter(({ guideLacks }) => guideLacks.length > 0);
  if (wanting.length === 0) return null;
  return (
    <p className="set-wanting" role="status">
      {t('guide.wanting')}
      {wanting.map(({ code, name }, i) => (
        <Fragment key={code}>
          {i === 0 ? null : t('guide.and')}
          <button type="button" onClick={() => onChoose(code)}>
            {name[language]}
          </button>
        </Fragment>
      ))}
    </p>
  );
}

/** What the guide of one of them has to say yet. */
export function GuideWants({ organ: { guideLacks } }: { readonly organ: AdministeredOrgan }): ReactNode {
  const t = useWords('settings');
  const letters = useRemedyLetters();
  if (guideLacks.length === 0) return null;
  const names = guideLacks.map((need) => t(`field.${need}`)).join(t('guide.and'));
  return (
    <p className="set-empty">
      {lacksRemediesAlone(guideLacks) ? t('guide.lacks-some', { names, letters }) : t('guide.lacks', { names })}
    </p>
  );
}
