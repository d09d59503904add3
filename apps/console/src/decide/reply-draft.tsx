import { paperTexts, type CaseView } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { useText } from '../i18n/use-words.js';
import { LoadingRows } from '../parts/loading-rows.js';
import { Unprinted, useReply } from './papers-pane.js';

/** The reply as it would go out: whoever submits it for approval reads it before others do. */
export function ReplyDraft({ view }: { readonly view: CaseView }): ReactNode {
  const name = useText()(paperTexts.reply);
  const { data, isPending, isError } = useReply(view);
  if (isError) return <Unprinted view={view} />;
  if (isPending) return <LoadingRows />;
  return (
    <section className="paper-draft" aria-label={name}>
      <a className="dense" href={`/api/v1/files/${data.pdf.id}?inline=true`} target="_blank" rel="noreferrer">
        {name} PDF
      </a>
      <iframe className="paper-sheet" title={name} src={`/api/v1/files/${data.pdf.id}?inline=true`} />
    </section>
  );
}
