import type { DocumentsView, NewPublicationDraft, PublicationDraft, RedactionList } from '@gongkai/contracts';
import { canBeOpened } from '../redact/can-be-opened.js';

/** What is typed. */
export type DraftValues = Record<'title' | 'summary' | 'kind' | 'indexNumber' | 'madeOn' | 'fileId' | 'reason', string>;

const EMPTY: DraftValues = {
  title: '',
  summary: '',
  kind: 'on_application',
  indexNumber: '',
  madeOn: '',
  fileId: '',
  reason: '',
};

/** What the form begins with. */
export function valuesOf(draft?: PublicationDraft): DraftValues {
  if (draft === undefined) return EMPTY;
  const { title, summary, indexNumber, madeOn, kind, source } = draft;
  return { ...EMPTY, title, summary, indexNumber, madeOn: madeOn ?? '', kind: kind.code, fileId: source.id };
}

/** What is sent. */
export const contentIn = ({ madeOn, reason, ...values }: DraftValues): NewPublicationDraft => ({
  ...values,
  madeOn: madeOn === '' ? null : (madeOn as NewPublicationDraft['madeOn']),
  ...(reason.trim() === '' ? {} : { reason }),
});

type Choice = { readonly value: string; readonly label: string };

/** Files that can be published: first what was made by withholding parts, then what can be looked through page by page. */
export function filesToPublish(documents?: DocumentsView, redactions?: RedactionList): Choice[] {
  const results = (redactions?.items ?? []).flatMap(({ result }) => result ?? []);
  const files = (documents?.items ?? []).flatMap((one) => (one.type === 'file' && canBeOpened(one) ? one : []));
  const all = new Map([...results, ...files].map(({ id, name }) => [id, name]));
  return [...all].map(([value, label]) => ({ value, label }));
}
