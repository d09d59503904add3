import type { PublicationDraft } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { TableHead } from '../parts/table-head.js';

type Looked = Pick<PublicationDraft, 'findings' | 'read' | 'wordless'>;

/** What is known of persons and stands in it; how far it was looked through, and where only an eye finds a name. */
export function FindingsTable({ draft: { findings, read, wordless } }: { readonly draft: Looked }): ReactNode {
  const t = useWords('publish');
  return (
    <>
      <p className="dense">{t('read', { done: read.pages, total: read.total ?? '…' })}</p>
      {wordless.length === 0 ? null : (
        <p className="dense" role="note">
          {t('wordless', { pages: wordless.join(t('comma')) })}
        </p>
      )}
      {findings.length === 0 ? (
        <p className="muted dense">{t('findings.none')}</p>
      ) : (
        <table className="publish-table" aria-label={t('findings')}>
          <TableHead columns={(['where', 'what', 'words', 'effect'] as const).map((column) => t(column))} />
          <tbody>
            {findings.map(({ where, page, what, text, blocks }) => (
              <tr key={`${where} ${String(page)} ${what} ${text}`}>
                <td>{t(`where.${where}`, { page: page ?? 0 })}</td>
                <td>{t(`what.${what}`)}</td>
                <td className="publish-text">{text}</td>
                <td className={blocks ? 'strong' : undefined}>{t(blocks ? 'effect.blocks' : 'effect.look')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
