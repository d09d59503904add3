import { stepTexts, type CaseView } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { sentenceCase } from '../i18n/sentence-case.js';
import { useText } from '../i18n/use-words.js';
import { OVER_PAGE } from './over-page.js';
import { contactOf } from './steps/party-contact.js';

type Props = {
  readonly view: Pick<CaseView, 'id' | 'permitted' | 'consultations'>;
  readonly letter: CaseView['consultations'][number];
};

/** Who was asked, where they are reached, and the way to change that for who may. */
export function PartyCell({ view, letter: { id, party, contact = {} } }: Props): ReactNode {
  const text = useText();
  const subjects = view.permitted.find(({ type }) => type === 'changePartyContact')?.subjects ?? [];
  const subject = subjects.find((one) => one.id === id);
  return (
    <>
      {party}
      {[contact.address, contact.phone].map((line) =>
        line === undefined ? null : (
          <div key={line} className="small muted">
            {line}
          </div>
        ),
      )}
      {subject === undefined ? null : (
        <div className="small no-print">
          <Link
            to={`/case/${view.id}/step/changePartyContact`}
            state={{ ...OVER_PAGE, values: { consultationId: subject, ...contactOf(subject, view.consultations) } }}
          >
            {sentenceCase(text(stepTexts.changePartyContact))}
          </Link>
        </div>
      )}
    </>
  );
}
