import type { AssessmentOfOrgan } from '@gongkai/contracts';
import { Button, Input, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { useLanguage, useWords } from '../i18n/use-words.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { useDemand } from './use-assessments.js';

const USUAL_DAYS = '20';

/** Demands that the organ puts something right. */
export function DemandForm({ view }: { readonly view: AssessmentOfOrgan }): ReactNode {
  const t = useWords('assess');
  const language = useLanguage();
  const [text, say] = useState('');
  const [days, within] = useState(USUAL_DAYS);
  const [indicator, about] = useState('');
  const demand = useDemand(view, () => say(''));
  return (
    <div className="assess-filter no-print">
      <Input.TextArea
        className="assess-said"
        aria-label={t('rect.text')}
        placeholder={t('rect.text')}
        autoSize
        value={text}
        onChange={({ target }) => say(target.value)}
      />
      <Select
        aria-label={t('rect.indicator')}
        value={indicator}
        options={[
          { value: '', label: t('rect.indicator.none') },
          ...view.assessment.scheme.indicators.map(({ id, name }) => ({ value: id, label: name[language] })),
        ]}
        onChange={about}
        popupMatchSelectWidth={false}
      />
      <label className="assess-day">
        <span>{t('rect.days')}</span>
        <Input className="assess-days" inputMode="numeric" value={days} onChange={({ target }) => within(target.value)} />
      </label>
      <Button
        type="primary"
        disabled={text.trim() === ''}
        loading={demand.isPending}
        onClick={() => demand.mutate({ text, indicator: indicator === '' ? null : indicator, workingDays: Number(days) })}
      >
        {t('rect.demand')}
      </Button>
      {demand.error === null ? null : <ErrorNotice error={demand.error} />}
    </div>
  );
}
