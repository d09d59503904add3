import { paperTexts, type DrawnPaper } from '@gongkai/contracts';
import { Button, Checkbox } from 'antd';
import type { ReactNode } from 'react';
import { useText, useWords } from '../../i18n/use-words.js';
import { ErrorNotice } from '../../parts/error-notice.js';
import type { StepPaper } from './use-paper.js';

type Props = {
  readonly paper: StepPaper;
  /** Everything that is asked for is filled in. */
  readonly isFilled: boolean;
};

/** 预览文书: what goes out with the step, as it will be printed, and whether it is kept with the step. */
export function PaperDraft({ paper, isFilled }: Props): ReactNode {
  const t = useWords('step');
  const { kind, drawn, isStale, error, isPending, draw, isFiled, goesAlong, mustGo, setGoesAlong } = paper;
  const name = useText()(paperTexts[kind]);
  return (
    <section className="paper-draft" aria-label={name}>
      <div className="paper-acts">
        <Button size="small" onClick={draw} loading={isPending} disabled={!isFilled}>
          {t(drawn === undefined ? 'paper.draw' : 'paper.again', { name })}
        </Button>
        <Checkbox checked={goesAlong} disabled={mustGo} onChange={({ target }) => setGoesAlong(target.checked)}>
          {t(isFiled ? 'paper.along.filed' : 'paper.along')}
        </Checkbox>
      </div>
      {error !== null && <ErrorNotice error={error} />}
      {drawn !== undefined && error === null && <Drawn name={name} drawn={drawn} isStale={isStale} />}
    </section>
  );
}

type DrawnProps = { readonly name: string; readonly drawn: DrawnPaper; readonly isStale: boolean };

function Drawn({ name, drawn: { pdf, docx }, isStale }: DrawnProps): ReactNode {
  const t = useWords('step');
  return (
    <>
      <p className="small muted" role="status">
        {t(isStale ? 'paper.stale' : 'paper.number')}{' '}
        <a href={`/api/v1/files/${pdf.id}`} download>
          PDF
        </a>{' '}
        <a href={`/api/v1/files/${docx.id}`} download>
          DOCX
        </a>
      </p>
      <iframe className="paper-sheet" title={name} src={`/api/v1/files/${pdf.id}?inline=true`} />
    </>
  );
}
