import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { Choice } from '../parts/choice.js';
import { useSession } from '../session/session.js';
import { SPOT_ANSWERS } from './draft.js';
import { Field } from './field.js';
import { useLetterForm } from './form-context.js';
import { asksSpot } from './spot.js';
import { TextField } from './text-field.js';

/**
 * The answer given at the counter (当场答复): by who may decide, where the information is public or what is given on paper; by others
 * that the applicant waits for one. Whose word is needed before anything is handed over is said before it is chosen.
 */
export function SpotFields(): ReactNode {
  const t = useWords('intake');
  const { user } = useSession();
  const { draft, change, today } = useLetterForm();
  if (!asksSpot(draft, today)) return null;
  const { spot } = draft;
  const mayDecide = user.roles.includes('caseworker');
  const options = SPOT_ANSWERS.filter((value) => mayDecide || value === 'later' || value === 'waits');
  return (
    <>
      <Field name="spot" label={t('spot')} hint={t(spot === 'later' ? 'spot.why' : `spot.why.${spot}`)}>
        <Choice
          label={t('spot')}
          options={options.map((value) => ({ value, label: t(`spot.${value}`) }))}
          value={spot}
          onChange={(chosen) => change({ spot: chosen })}
          numbered
        />
      </Field>
      {spot === 'later' || spot === 'waits' ? null : (
        <Field name="spotWhat" label={t(`spot.what.${spot}`)} required>
          <TextField name="spotWhat" />
        </Field>
      )}
      {spot === 'granted' && (
        <>
          <Field name="spotPages" label={t('spot.pages')} required>
            <TextField name="spotPages" width={200} />
          </Field>
          <Field name="spotPlace" label={t('spot.place')} hint={t('spot.place.why')} required>
            <TextField name="spotPlace" />
          </Field>
        </>
      )}
    </>
  );
}
