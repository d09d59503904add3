import {
  PAPER_KINDS,
  paperOfStep,
  PAPERS_ABOUT,
  paperTexts,
  type CaseView,
  type DrawnPaper,
  type PaperKind,
} from '@gongkai/contracts';
import { useMutation } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { api } from '../api/api.js';
import { useText, useWords } from '../i18n/use-words.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { TakeOut } from './take-out.js';
import './paper-menu.css';

type Props = { readonly view: CaseView };

const WITH_A_STEP: ReadonlySet<PaperKind> = new Set(
  Object.values(paperOfStep).filter((kind) => kind !== 'reply' && kind !== 'approval_sheet'),
);
/** What can be drawn as the case stands: what goes out with a step is drawn with it; a reply and its approval sheet are there before it is signed. */
const KINDS = PAPER_KINDS.filter((kind) => !WITH_A_STEP.has(kind));
/** Where nobody was asked yet it is a form to be filled in by hand. */
const BLANK: PaperKind = 'co_handling';
const WIDTH = 240;

/** 制作文书: forms and slips of a case, and the draft of its reply. */
export function PaperMenu({ view }: Props): ReactNode {
  const t = useWords('case');
  const text = useText();
  const [kind, setKind] = useState<PaperKind>('registration_form');
  const subjects = useSubjects(view, kind);
  const [chosen, choose] = useState<string>();
  const about = subjects.some(({ value }) => value === chosen) ? chosen : subjects.at(-1)?.value;
  const { data, error, isPending, mutate, reset } = useMutation({
    mutationFn: () => api.post<DrawnPaper>(`/cases/${view.id}/papers`, { kind, ...(about === undefined ? {} : { about }) }),
  });
  const take = (next: PaperKind): void => {
    setKind(next);
    reset();
  };
  return (
    <div className="paper-menu">
      <Select
        aria-label={t('papers.kind')}
        style={{ width: WIDTH }}
        value={kind}
        onChange={take}
        options={KINDS.map((value) => ({ value, label: text(paperTexts[value]) }))}
      />
      {subjects.length > 0 && (
        <Select aria-label={t('papers.about')} style={{ width: WIDTH }} value={about} onChange={choose} options={[...subjects]} />
      )}
      <Button
        onClick={() => mutate()}
        loading={isPending}
        disabled={kind in PAPERS_ABOUT && kind !== BLANK && subjects.length === 0}
      >
        {t('papers.draw')}
      </Button>
      <TakeOut view={view} />
      {data !== undefined && <Links drawn={data} />}
      {error !== null && <ErrorNotice error={error} />}
    </div>
  );
}

function Links({ drawn: { pdf, docx } }: { readonly drawn: DrawnPaper }): ReactNode {
  return (
    <span role="status">
      <a href={`/api/v1/files/${pdf.id}?inline=true`} target="_blank" rel="noreferrer">
        {pdf.name}
      </a>{' '}
      <a href={`/api/v1/files/${docx.id}`}>DOCX</a>
    </span>
  );
}

/** The notices, the letters, the requests or the orders that a paper can be about. */
function useSubjects(
  { notices, consultations, unitRequests, orders }: CaseView,
  kind: PaperKind,
): readonly { value: string; label: string }[] {
  const terms = useWords('terms');
  const about = (PAPERS_ABOUT as Readonly<Partial<Record<PaperKind, 'notice' | 'consultation' | 'unit' | 'order'>>>)[kind];
  if (about === 'consultation') return consultations.map(({ id, party }) => ({ value: id, label: party }));
  if (about === 'unit') return unitRequests.map(({ id, unit }) => ({ value: id, label: unit }));
  if (about === 'order')
    return orders.map(({ id, kind: of, demands }) => ({
      value: id,
      label: `${terms(`orderKind.${of}`)} ${demands.at(-1)?.text ?? ''}`,
    }));
  if (about === undefined) return [];
  return notices.map(({ id, kind: of, number }) => ({ value: id, label: `${terms(`notice.${of}`)} ${number ?? ''}` }));
}
