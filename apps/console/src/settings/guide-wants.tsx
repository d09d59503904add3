import type { AdministeredOrgan } from '@gongkai/contracts';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useLanguage, useWords } from '../i18n/use-words.js';

/** Which organs write no letters for want of a guide, first thing an administrator sees; each leads to where it is filled in. */
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
    <div className="set-wanting" role="status">
      <p>{t('guide.wanting')}</p>
      {wanting.map(({ code, name }) => (
        <Button key={code} type="link" size="small" onClick={() => onChoose(code)}>
          {name[language]}
        </Button>
      ))}
    </div>
  );
}

/** What the guide of one of them has to say yet. */
export function GuideWants({ organ: { guideLacks } }: { readonly organ: AdministeredOrgan }): ReactNode {
  const t = useWords('settings');
  if (guideLacks.length === 0) return null;
  return (
    <p className="set-empty">{t('guide.lacks', { names: guideLacks.map((need) => t(`field.${need}`)).join(t('guide.and')) })}</p>
  );
}
