import type { CaseView, JournalEntryView } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { asCorrected, isCorrected } from '../case/history/days-of-entry.js';
import { dayOf } from '../case/history/events.js';
import { factWords } from '../case/history/fact-words.js';
import { joined } from '../case/history/joined.js';
import { overtakenBy } from '../case/history/overtaken-by.js';
import { withoutAPerson } from '../case/history/without-a-person.js';
import { useGrounds } from '../case/use-case.js';
import { useWords } from '../i18n/use-words.js';
import { useDays } from '../i18n/use-days.js';

/** Facts in which somebody gave an opinion on what is to be decided. */
const OPINIONS: ReadonlySet<string> = new Set([
  'CONSULTATION_ANSWERED',
  'CONSULTATION_LAPSED',
  'THIRD_PARTY_OVERRIDDEN',
  'EXTENSION_PROPOSED',
  'ITEM_DECIDED',
  'REVIEW_SUBMITTED',
  'REVIEW_PASSED',
  'REVIEW_BLOCKED',
  'SUBMITTED_FOR_APPROVAL',
  'LEGAL_REVIEW_PASSED',
  'LEGAL_REVIEW_OBJECTED',
  'APPROVAL_GIVEN',
  'APPROVED',
  'SENT_BACK',
  'NOTED',
]);

type Props = { readonly view: CaseView; readonly journal: readonly JournalEntryView[] };

/** Who said what on the way here, in its order. */
export function Opinions({ view, journal }: Props): ReactNode {
  const t = useWords('decide');
  const history = useWords('history');
  const grounds = useGrounds();
  const { short } = useDays();
  const said = journal.filter((entry) => OPINIONS.has(entry.type) && overtakenBy(entry, journal) === undefined);
  return (
    <section className="card" aria-labelledby="opinions">
      <div className="card-head">
        <h2 id="opinions">{t('opinions')}</h2>
      </div>
      <ul className="sheet-list dense">
        {said.length === 0 ? <li className="muted">{t('opinions.none')}</li> : null}
        {said.map((entry) => {
          const told = asCorrected(entry, journal);
          const { title, particulars } = factWords(told, view, grounds);
          return (
            <li key={entry.id}>
              <b className="strong">{view.people[entry.actor] ?? history(withoutAPerson(entry.type))}</b>{' '}
              <span className="muted">
                {short(dayOf(told))}
                {isCorrected(entry, journal) && history('corrected')}
              </span>
              <div>{joined([title, ...particulars], t('comma'))}</div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
