import type { CaseView, RedactionList } from '@gongkai/contracts';
import { Checkbox } from 'antd';
import { useState, type ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { useRedactionsOf } from '../redact/use-redaction.js';

/** Whether a file that was redacted elsewhere is free of what is withheld, as its reviewer says. */
export type RedactionCheck = {
  readonly isAsked: boolean;
  readonly isTicked: boolean;
  readonly isMissing: boolean;
  readonly tick: (ticked: boolean) => void;
  /** Whether it is said, or not asked; where not, what is missing is shown. */
  readonly isDone: () => boolean;
  /** What the step carries of it. */
  readonly given: { readonly redactionChecked?: true };
};

type Item = CaseView['items'][number];

/** Whether a part of an item is given in a file that was not made by the redaction of this program. */
function isMadeElsewhere(item: Item | undefined, made: RedactionList | undefined): boolean {
  if (item?.decision?.code !== 'partly_granted' || made === undefined) return false;
  const ours = made.items.flatMap(({ result }) => result?.id ?? []);
  return item.review?.fileIds.every((id) => ours.includes(id)) === false;
}

/** It is said of one item at a time. */
export function useRedactionCheck({ id: caseId }: CaseView, item: Item | undefined): RedactionCheck {
  const isAsked = isMadeElsewhere(item, useRedactionsOf(caseId).data);
  const [tickedFor, setTickedFor] = useState<string>();
  const [missingFor, setMissingFor] = useState<string>();
  const isTicked = isAsked && tickedFor === item?.id;
  return {
    isAsked,
    isTicked,
    isMissing: isAsked && !isTicked && missingFor === item?.id,
    tick: (ticked) => setTickedFor(ticked ? item?.id : undefined),
    isDone: () => {
      setMissingFor(item?.id);
      return !isAsked || isTicked;
    },
    given: isTicked ? { redactionChecked: true } : {},
  };
}

/** The tick for it. */
export function RedactionTick({ check }: { readonly check: RedactionCheck }): ReactNode {
  const t = useWords('decide');
  if (!check.isAsked) return null;
  return (
    <div className="decision-day">
      <Checkbox checked={check.isTicked} onChange={({ target }) => check.tick(target.checked)}>
        {t('finding.redaction')}
      </Checkbox>
      {check.isMissing && (
        <p className="field-problem" role="alert">
          {t('finding.redaction.missing')}
        </p>
      )}
    </div>
  );
}
