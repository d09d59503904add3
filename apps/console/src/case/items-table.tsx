import { articleText, type CaseView, type GroundsView } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useDays } from '../i18n/use-days.js';
import { useLanguage, useWords } from '../i18n/use-words.js';
import { DecisionMark } from './decision-mark.js';
import { articleOfDecision, knownArticle } from './known-article.js';
import { RecordLinks } from './record-links.js';
import { ReplyAttribute } from './reply-attribute.js';
import { useGrounds } from './use-case.js';
import './case-page.css';

type Item = CaseView['items'][number];

/** What is asked for, item by item: decision, article, review, remedy. */
export function ItemsTable({ view }: { readonly view: CaseView }): ReactNode {
  const t = useWords('case');
  const { listed } = useDays();
  const grounds = useGrounds();
  return (
    <>
      <table className="case-table">
        <thead>
          <tr>
            <th scope="col">#</th>
            <th scope="col">{t('item')}</th>
            <th scope="col">{t('item.decision')}</th>
            <th scope="col">{t('item.article')}</th>
            <th scope="col">{t('item.review')}</th>
            <th scope="col">{t('item.remedy')}</th>
          </tr>
        </thead>
        <tbody>
          {view.items.map((item, i) => (
            <ItemRow key={item.id} caseId={view.id} item={item} number={i + 1} grounds={grounds} isNext={isNext(item, view)} />
          ))}
        </tbody>
      </table>
      {view.withdrawnItems.map(({ id, description, withdrawnOn }) => (
        <p key={id} className="table-foot">
          {t('item.withdrawn', { item: description, day: listed(withdrawnOn) })}
        </p>
      ))}
      {view.itemsApart > 0 && <p className="table-foot">{t('items.apart', { count: view.itemsApart })}</p>}
      {view.partOf !== null && (
        <p className="table-foot">
          <Link to={`/case/${view.partOf}`}>{t('part-of')}</Link>
        </p>
      )}
      {view.outcome !== null && (
        <p className="table-foot">{t('outcome', { outcome: grounds?.decisions[view.outcome].name ?? view.outcome })}</p>
      )}
      <ReportedIn view={view} />
      <ReplyAttribute view={view} />
    </>
  );
}

/** The first item that nothing was decided on. */
const isNext = ({ id }: Item, { items, state }: CaseView): boolean =>
  state === 'accepted' && items.find(({ decision }) => decision === null)?.id === id;

/** Where the application counts in the annual report: once, whatever number of items it has. */
function ReportedIn({ view: { reportRow: counted, partOf, itemsApart } }: { readonly view: CaseView }): ReactNode {
  const t = useWords('case');
  if (partOf !== null || itemsApart > 0) {
    const part = counted === null ? '' : t(counted.isFinal ? 'counts.part' : 'counts.part.would', { row: counted.name });
    return <p className="table-foot">{`${part}${t('counts.in-parts')}`}</p>;
  }
  if (counted === null) return null;
  const { name, year, isFinal } = counted;
  return <p className="table-foot">{t(isFinal ? 'counts' : 'counts.would', { year: String(year), row: name })}</p>;
}

type RowProps = {
  readonly caseId: string;
  readonly item: Item;
  readonly number: number;
  readonly grounds: GroundsView | undefined;
  readonly isNext: boolean;
};

function ItemRow({ caseId, item, number, grounds, isNext: isSelected }: RowProps): ReactNode {
  const t = useWords('case');
  const { decision, description, documentNumber, period, remedy } = item;
  return (
    <tr className={isSelected ? 'selected' : undefined}>
      <td>{number}</td>
      <td className="free-text">
        {description}
        {[documentNumber, period]
          .filter((text) => text !== undefined)
          .map((text) => (
            <div key={text} className="small muted">
              {text}
            </div>
          ))}
      </td>
      <DecisionCell caseId={caseId} decision={decision} grounds={grounds} reportRow={item.reportRow} />
      <ReviewCell review={item.review} />
      <td className="dense no-wrap">{remedy === null ? '—' : t(`remedy.${remedy}`)}</td>
    </tr>
  );
}

/** How the review stands, and which original it is bound to where no file is given out. */
function ReviewCell({ review }: Pick<Item, 'review'>): ReactNode {
  const t = useWords('case');
  if (review === null) return <td className="dense">—</td>;
  return (
    <td className="dense">
      <span className="no-wrap">{t(`review.${review.status}`)}</span>
      {review.original === undefined ? null : <div className="small muted">{t('review.original', review.original)}</div>}
    </td>
  );
}

type Decided = { readonly decision: NonNullable<Item['decision']>; readonly grounds: GroundsView | undefined };

/** What was decided, why, and by which article: two cells. */
function DecisionCell({
  caseId,
  decision,
  grounds,
  reportRow,
}: Pick<Item, 'decision' | 'reportRow'> & Pick<RowProps, 'caseId' | 'grounds'>): ReactNode {
  const t = useWords('case');
  const language = useLanguage();
  return (
    <>
      <td className="free-text">
        <span className="strong no-wrap">
          <DecisionMark decision={decision} />{' '}
          {decision === null ? t('item.undecided') : (grounds?.decisions[decision.code].name ?? decision.code)}
        </span>
        {decision !== null && <DecisionReasons decision={decision} grounds={grounds} />}
        {decision !== null && <RecordLinks caseId={caseId} decision={decision} />}
        {reportRow !== null && <div className="small muted">{t('item.counts', { row: reportRow.name })}</div>}
      </td>
      <td className="dense">{decision !== null && articleText(articleOf(decision, grounds), language)}</td>
    </>
  );
}

/** What a court looks for behind a refusal. */
const FINDINGS = ['facts', 'harm', 'severability', 'unasked', 'unlikeFound'] as const;

function DecisionReasons({ decision, grounds }: Decided): ReactNode {
  const t = useWords('case');
  const { ground, reasons, otherOrgan, earlierReply, earlierNumber, earlierDay, earlierCaseId } = decision;
  const { listed } = useDays();
  const earlier = [earlierDay === undefined ? undefined : listed(earlierDay), earlierNumber].filter(Boolean).join(' ');
  const said = [
    ground === undefined ? undefined : grounds?.grounds[ground].name,
    reasons,
    otherOrgan,
    earlierReply,
    earlier,
  ].filter(Boolean);
  const findings = FINDINGS.flatMap((name) => (decision[name] === undefined ? [] : t(`item.${name}`, { said: decision[name] })));
  return (
    <>
      {said.length === 0 ? null : <div className="small muted">{said.join(' · ')}</div>}
      {findings.map((finding) => (
        <div key={finding} className="small muted">
          {finding}
        </div>
      ))}
      {earlierCaseId === undefined ? null : <Link to={`/case/${earlierCaseId}`}>{t('item.earlier')}</Link>}
    </>
  );
}

/** The article the decision names, else those it rests on. */
function articleOf({ article, ground, code }: Decided['decision'], grounds: GroundsView | undefined): string {
  return article === undefined ? (articleOfDecision(code, ground, grounds) ?? '') : knownArticle(article, grounds);
}
