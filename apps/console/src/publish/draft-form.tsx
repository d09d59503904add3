import type { AttributeView, PublicationDraft } from '@gongkai/contracts';
import { Button, Drawer, Input, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { useKinds } from '../catalogue/use-catalogue.js';
import { useDocuments } from '../case/use-case.js';
import { useLanguage, useWords } from '../i18n/use-words.js';
import { DateInput } from '../parts/date-input.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { NoClassified } from '../parts/no-classified.js';
import { useFocusBack } from '../parts/use-focus-back.js';
import { useRedactionsOf } from '../redact/use-redaction.js';
import { FormField } from '../settings/form-field.js';
import { SettingsForm } from '../settings/settings-form.js';
import { useOffice } from '../shell/use-office.js';
import { contentIn, filesToPublish, valuesOf, type DraftValues } from './draft-values.js';
import { useWriting } from './use-publications.js';
import '../settings/settings.css';

type Props = {
  readonly whose: { readonly caseId: string; readonly fixed: AttributeView['fixed'] } | PublicationDraft;
  readonly caseId: string;
  readonly onClose: () => void;
  readonly onDone: (draft: PublicationDraft) => void;
};

/** What of a case becomes public, under which name and number. */
export function DraftForm({ whose, caseId, onClose, onDone }: Props): ReactNode {
  const t = useWords('publish');
  useFocusBack();
  const isNew = 'caseId' in whose;
  const [values, setValues] = useState(() => valuesOf(isNew ? undefined : whose));
  const files = filesToPublish(useDocuments(caseId).data, useRedactionsOf(caseId).data);
  const writing = useWriting(whose, onDone);
  const { error } = writing;
  const put = (change: Partial<DraftValues>): void => setValues((before) => ({ ...before, ...change }));
  const typed = { ...values, fileId: values.fileId === '' ? (files[0]?.value ?? '') : values.fileId };
  return (
    <Drawer open title={t(isNew ? 'begin' : 'change')} onClose={onClose} size={560}>
      <SettingsForm onSubmit={() => writing.mutate(contentIn(typed))}>
        <p className="muted dense">{t('form.what')}</p>
        <Words values={typed} onPut={put} error={error} />
        <Choices values={typed} onPut={put} error={error} files={files} />
        {isNew ? <Reason values={typed} onPut={put} error={error} fixed={whose.fixed} /> : null}
        <NoClassified />
        {error === null ? null : <ErrorNotice error={error} />}
        <div className="set-acts">
          <Button onClick={onClose}>{t('leave')}</Button>
          <Button type="primary" htmlType="submit" loading={writing.isPending}>
            {t('look-through')}
          </Button>
        </div>
      </SettingsForm>
    </Drawer>
  );
}

type FieldsProps = {
  readonly values: DraftValues;
  readonly onPut: (change: Partial<DraftValues>) => void;
  readonly error: Error | null;
};

/** What a field of the form is called and holds. */
function useFields({ values, onPut, error }: FieldsProps) {
  const t = useWords('publish');
  return {
    field: (name: keyof DraftValues) => ({ id: `publish-${name}`, label: t(`field.${name}`), field: name, error }),
    text: (name: keyof DraftValues) => ({
      id: `publish-${name}`,
      value: values[name],
      onChange: ({ target }: { readonly target: { readonly value: string } }) => onPut({ [name]: target.value }),
    }),
  };
}

function Words(props: FieldsProps): ReactNode {
  const { field, text } = useFields(props);
  return (
    <>
      <FormField {...field('title')} required>
        <Input {...text('title')} maxLength={200} autoFocus />
      </FormField>
      <FormField {...field('summary')}>
        <Input.TextArea {...text('summary')} maxLength={2000} autoSize={{ minRows: 2, maxRows: 6 }} />
      </FormField>
      <FormField {...field('indexNumber')} required>
        <Input {...text('indexNumber')} maxLength={100} />
      </FormField>
    </>
  );
}

/** Why: asked for where the signature fixed that the reply is not to be public. */
function Reason({ fixed, ...props }: FieldsProps & { readonly fixed: AttributeView['fixed'] }): ReactNode {
  const t = useWords('publish');
  const { field, text } = useFields(props);
  const isAgainst = fixed?.attribute === 'not_public';
  const hint = isAgainst ? t('begin.not_public', { reason: fixed.reason ?? '' }) : t('field.reason.hint');
  return (
    <FormField {...field('reason')} required={isAgainst} hint={hint}>
      <Input {...text('reason')} maxLength={500} />
    </FormField>
  );
}

function Choices({ files, ...props }: FieldsProps & { readonly files: ReturnType<typeof filesToPublish> }): ReactNode {
  const t = useWords('publish');
  const language = useLanguage();
  const { field } = useFields(props);
  const { values, onPut } = props;
  const today = useOffice().data?.today;
  const kinds = useKinds().data?.items ?? [];
  return (
    <>
      <FormField {...field('kind')}>
        <Select
          id="publish-kind"
          value={values.kind}
          options={kinds.map(({ code, name }) => ({ value: code, label: name[language] }))}
          onChange={(kind) => onPut({ kind })}
        />
      </FormField>
      <FormField {...field('fileId')} required hint={t('field.fileId.hint')}>
        <Select id="publish-fileId" value={values.fileId} options={files} onChange={(fileId) => onPut({ fileId })} />
      </FormField>
      <FormField {...field('madeOn')}>
        {today === undefined ? null : (
          <DateInput id="publish-madeOn" today={today} value={values.madeOn} onChange={(madeOn) => onPut({ madeOn })} />
        )}
      </FormField>
    </>
  );
}
