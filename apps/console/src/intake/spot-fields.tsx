import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { Choice } from '../parts/choice.js';
import { useSession } from '../session/session.js';
import { SPOT_ANSWERS } from './draft.js';
import { Field } from './field.js';
import { useLetterForm } from './form-context.js';
import { asksSpot } from './spot.js';
import { TextField } from './text-field.js';

/** The answer given at the counter, by who may decide: where the information is public, or what is given on paper. */
export function SpotFields(): ReactNode {
  const t = useWords('intake');
  const { user } = useSession();
  const { draft, change, today } = useLetterForm();
  if (!asksSpot(draft, today) || !user.roles.includes('caseworker')) return null;
  const { spot } = draft;
  const options = SPOT_ANSWERS.map((value) => ({ value, label: t(`spot.${value}`) }));
  return (
    <>
      <Field name="spot" label={t('spot')}>
        <Choice label={t('spot')} options={options} value={spot} onChange={(chosen) => change({ spot: chosen })} numbered />
      </Field>
      {spot === 'later' ? null : (
        <Field name="spotWhat" label={t(`spot.what.${spot}`)} required hint={t(`spot.why.${spot}`)}>
          <TextField name="spotWhat" />
        </Field>
      )}
    </>
  );
}
