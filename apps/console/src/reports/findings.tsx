import type { ReportEntry } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { useLanguage, useWords } from '../i18n/use-words.js';

type Props = { readonly entry: ReportEntry; readonly field: string };

/** What is wrong or doubtful about a field; what is said of a row stands under each cell of it. */
export function Findings({ entry: { findings, version }, field }: Props): ReactNode {
  const t = useWords('reports');
  const language = useLanguage();
  const row = `${field.slice(0, field.lastIndexOf('.'))}.*`;
  const found = findings.filter((one) => one.field === field || one.field === row);
  if (version === 0) return null;
  return found.map(({ kind, message }) => (
    <span key={message.en} className={`dense reports-line reports-finding is-${kind}`}>
      {t(`finding.${kind}`, { message: message[language] })}
    </span>
  ));
}
