import { Select } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { Choice } from '../parts/choice.js';
import { CONTACT_WAYS, CONTACTS, FRUITLESS, type Contact } from './draft.js';
import { Field } from './field.js';
import { useLetterForm } from './form-context.js';
import { DayField, TextField } from './text-field.js';

/** The applicant's word, by which the period begins where no signature does (REG 31). */
export function ConfirmationFields({ article }: { readonly article: string }): ReactNode {
  const t = useWords('intake');
  const { draft, change, today } = useLetterForm();
  const contacts = CONTACTS.map((value) => ({ value, label: t(`contact.${value}`) }));
  const choose = (contact: Contact): void =>
    change({
      contact,
      contactOn: draft.contactOn === '' ? today : draft.contactOn,
      contactResult: resultFor(contact, draft.contactResult),
    });
  return (
    <section className="confirmation" aria-label={t('confirmation')}>
      <header>
        <h2>{t('confirmation')}</h2>
        <span className="muted dense one-line">{t('confirmation.why')}</span>
        <span className="spring" />
        <span className="muted small no-wrap">{article}</span>
      </header>
      <Field name="contact" label={t('contact')} required>
        <Choice label={t('contact')} options={contacts} value={draft.contact} onChange={choose} />
      </Field>
      {draft.contact === 'later' ? null : <ContactFields />}
    </section>
  );
}

/** A try in vain says why; a confirmation has no such result. */
function resultFor(contact: Contact, result: string): string {
  const isFruitless = FRUITLESS.some((each) => each === result);
  if (contact === 'attempted') return isFruitless ? result : FRUITLESS[0];
  return isFruitless ? '' : result;
}

function ContactFields(): ReactNode {
  const t = useWords('intake');
  const { draft, change } = useLetterForm();
  const ways = CONTACT_WAYS.map((value) => ({ value, label: t(`way.${value}`) }));
  const results = FRUITLESS.map((value) => ({ value, label: t(`fruitless.${value}`) }));
  return (
    <>
      <Field name="contactOn" label={t('contact.day')} required saysItself>
        <DayField name="contactOn" />
        <Choice
          label={t('contact.how')}
          options={ways}
          value={draft.contactHow as (typeof CONTACT_WAYS)[number]}
          onChange={(contactHow) => change({ contactHow })}
        />
      </Field>
      {draft.contact === 'attempted' ? (
        <Field name="contactResult" label={t('contact.result')} required>
          <Select
            id="contactResult"
            options={results}
            value={draft.contactResult}
            onChange={(contactResult: string) => change({ contactResult })}
            style={{ width: 150 }}
          />
        </Field>
      ) : (
        <Field name="contactWith" label={t('contact.with')}>
          <TextField name="contactWith" width={112} />
          <span className="beside">
            <label htmlFor="contactResult">{t('contact.note')}</label>
            <TextField name="contactResult" width={220} />
          </span>
        </Field>
      )}
    </>
  );
}
