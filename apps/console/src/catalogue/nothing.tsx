import type { CatalogueYear } from '@gongkai/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { api } from '../api/api.js';
import { useDays } from '../i18n/use-days.js';
import { useLanguage, useWords } from '../i18n/use-words.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { ReasonDialog } from '../parts/reason-dialog.js';
import { CATALOGUE } from './use-catalogue.js';

type Props = { readonly of: Pick<CatalogueYear['kinds'][number], 'kind' | 'gap' | 'dueOn' | 'nothing'>; readonly year: number };

/** Says of a kind that there is nothing of it, or takes that back: null. */
function useNothing({ of: { kind }, year }: Props, onDone: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (reason: string | null) => {
      const path = `/disclosures/year/nothing/${kind.code}?year=${String(year)}`;
      return reason === null ? api.delete<CatalogueYear>(path) : api.put<CatalogueYear>(path, { reason });
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: [CATALOGUE, 'year'] });
      onDone();
    },
  });
}

/** A gap of the full list, and what the organ says of it. */
export function Gap({ of, year }: Props): ReactNode {
  const t = useWords('catalogue');
  const language = useLanguage();
  const { listed } = useDays();
  const [isOpen, setOpen] = useState(false);
  const takingBack = useNothing({ of, year }, () => undefined);
  const { kind, gap, dueOn, nothing } = of;
  const name = kind.name[language];
  if (gap === null) return null;
  if (nothing !== null)
    return (
      <>
        {t('nothing.said', { ...nothing, on: listed(nothing.on) })}{' '}
        <Button
          size="small"
          loading={takingBack.isPending}
          aria-label={t('nothing.back.of', { name })}
          onClick={() => takingBack.mutate(null)}
        >
          {t('nothing.back')}
        </Button>
        {takingBack.error === null ? null : <ErrorNotice error={takingBack.error} />}
      </>
    );
  return (
    <>
      {t(`gap.${gap}`)} {dueOn === null ? null : <>{t('gap.due', { day: listed(dueOn) })} </>}
      <Button size="small" aria-label={t('nothing.of', { name })} onClick={() => setOpen(true)}>
        {t('nothing')}
      </Button>
      {isOpen ? <NothingDialog of={of} year={year} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function NothingDialog({ onClose, ...asked }: Props & { readonly onClose: () => void }): ReactNode {
  const t = useWords('catalogue');
  const title = t('nothing.of', { name: asked.of.kind.name[useLanguage()] });
  const stating = useNothing(asked, onClose);
  const words = { title, reason: t('nothing.reason'), what: t('nothing.what'), act: t('nothing'), leave: t('leave') };
  return <ReasonDialog words={words} act={stating} onClose={onClose} />;
}
