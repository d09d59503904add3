import type { CaseView } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { useDays } from '../i18n/use-days.js';
import { useWords } from '../i18n/use-words.js';

/** Which units of the organ were asked to help, by when, and what they answered; nothing where none was. */
export function UnitRequests({ view }: { readonly view: CaseView }): ReactNode {
  const t = useWords('case');
  const { listed } = useDays();
  if (view.unitRequests.length === 0) return null;
  return (
    <table className="case-table">
      <caption>{t('units')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('unit')}</th>
          <th scope="col">{t('unit.task')}</th>
          <th scope="col">{t('unit.asked')}</th>
          <th scope="col">{t('unit.due')}</th>
          <th scope="col">{t('unit.answer')}</th>
        </tr>
      </thead>
      <tbody>
        {view.unitRequests.map(({ id, unit, person, task, askedOn, due, provisional, answeredOn, answer }) => (
          <tr key={id}>
            <td className="free-text">{t('unit.by', { unit, name: view.people[person] ?? '' })}</td>
            <td className="free-text">{task}</td>
            <td className="no-wrap">{listed(askedOn)}</td>
            <td className="no-wrap">{provisional ? t('consultation.due.provisional', { date: listed(due) }) : listed(due)}</td>
            <td className="free-text">
              {answeredOn === null ? t('unit.open') : t('unit.answered', { day: listed(answeredOn), answer: answer ?? '' })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
