import type { CaseView } from '@gongkai/contracts';
import { useMutation } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { api } from '../api/api.js';
import { isProblem } from '../api/problem.js';
import { useWords } from '../i18n/use-words.js';
import { handOut } from '../list/csv.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { useFocusBack } from '../parts/use-focus-back.js';
import './bundle-button.css';

type Of = { readonly view: Pick<CaseView, 'id' | 'number'> };
type Props = Of & {
  /** Where what it is of is asked for. */
  readonly at?: '/cases' | '/record-corrections';
  readonly words: { readonly name: string; readonly what: string };
};

/** All papers in one PDF (举证材料), with one click: it takes a while where they are large, and what cannot be read is named before it is left out. */
export function BundleButton({ view, at = '/cases', words }: Props): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const making = useBundle(view, at);
  const make = (): void => {
    setOpen(true);
    if (!making.isPending) making.mutate(false);
  };
  return (
    <>
      <button type="button" className="link-button no-print" title={words.what} onClick={make}>
        {words.name}
      </button>
      {isOpen ? <BundleDialog {...{ view, words, making }} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

type DialogProps = Props & { readonly making: ReturnType<typeof useBundle>; readonly onClose: () => void };

function BundleDialog({ view, words, making, onClose }: DialogProps): ReactNode {
  const t = useWords('case');
  const { mutate, error, isPending, isSuccess } = making;
  useFocusBack();
  const isIncomplete = isProblem(error, 'bundle-incomplete');
  return (
    <Modal open title={`${words.name} · ${view.number}`} onCancel={onClose} footer={null} width={560}>
      <p className="muted">{words.what}</p>
      {isPending ? <p role="status">{t('bundle.working')}</p> : null}
      {isSuccess ? <p role="status">{t('bundle.done')}</p> : null}
      {error === null ? null : <ErrorNotice error={error} {...(isIncomplete ? {} : { onRetry: () => mutate(false) })} />}
      {isIncomplete ? (
        <div className="bundle-acts">
          <Button type="primary" autoFocus onClick={() => mutate(true)}>
            {t('bundle.anyway')}
          </Button>
        </div>
      ) : null}
    </Modal>
  );
}

/** Asks for the PDF and hands it to the person. */
const useBundle = ({ id, number }: Of['view'], at: string) =>
  useMutation({
    mutationFn: async (anyway: boolean) =>
      handOut(await api.file(`${at}/${id}/bundle`, anyway ? { anyway } : {}), `${number}-举证材料.pdf`),
  });
