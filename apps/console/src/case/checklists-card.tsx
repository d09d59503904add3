import { articleText, stepTexts, type CaseView, type ChecklistView, type CommandType } from '@gongkai/contracts';
import { useState, type ReactNode } from 'react';
import { useDays } from '../i18n/use-days.js';
import { useLanguage, useText, useWords } from '../i18n/use-words.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { useTick } from './use-tick.js';
import './checklists.css';

type Item = ChecklistView['items'][number];

const holdsUp = ({ items }: ChecklistView): boolean => items.some(({ required, ticked }) => required && ticked === null);
/** What a step waits for comes first, then what belongs to the work of now, then what goes before a step that could be taken. */
const rank = (list: ChecklistView): number => (list.isCurrent ? 0 : 4) + (holdsUp(list) ? 0 : 2) + (list.before === null ? 0 : 1);

/** The lists of the office, with who has ticked what: the first of those for now stands open. */
export function ChecklistsCard({ view }: { readonly view: CaseView }): ReactNode {
  const t = useWords('case');
  const tick = useTick(view);
  const mayTick = view.permitted.some(({ type }) => type === 'tick');
  const shown = view.checklists
    .filter(({ items }) => mayTick || items.some(({ ticked }) => ticked !== null))
    .sort((a, b) => rank(a) - rank(b));
  if (shown.length === 0) return null;
  return (
    <section className="card" aria-labelledby="checklists">
      <div className="card-head">
        <h2 id="checklists">{t('checklists')}</h2>
        <span className="dense muted">{t('checklists.what')}</span>
      </div>
      {tick.error === null ? null : <ErrorNotice error={tick.error} />}
      <div className="checklists">
        {shown.map((list, i) => (
          <Checklist
            key={list.id}
            list={list}
            isFirst={i === 0 && list.isCurrent}
            people={view.people}
            {...(mayTick
              ? {
                  onTick: (item: string, done: boolean): void => {
                    if (!tick.isPending) tick.mutate({ item, done });
                  },
                }
              : {})}
          />
        ))}
      </div>
    </section>
  );
}

type ListProps = {
  readonly list: ChecklistView;
  /** Stands open when the page comes. */
  readonly isFirst: boolean;
  readonly people: CaseView['people'];
  readonly onTick?: (item: string, done: boolean) => void;
};

function Checklist({ list: { name, before, items }, isFirst, people, onTick }: ListProps): ReactNode {
  const t = useWords('case');
  const [open, setOpen] = useState(isFirst);
  const ticked = items.filter((item) => item.ticked !== null).length;
  return (
    <details open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('checklists.of', { name, ticked, count: items.length })}</summary>
      {open && (
        <ul className="dense">
          {items.map((item) => (
            <li key={item.id}>
              <ItemLine item={item} before={before} people={people} onTick={onTick} />
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}

type ItemProps = Pick<ListProps, 'people'> & {
  readonly item: Item;
  readonly before: string | null;
  readonly onTick: ListProps['onTick'] | undefined;
};

function ItemLine({ item: { id, text: said, article, required, ticked }, before, people, onTick }: ItemProps): ReactNode {
  const t = useWords('case');
  const text = useText();
  const language = useLanguage();
  const { short } = useDays();
  return (
    <label>
      <input
        type="checkbox"
        checked={ticked !== null}
        disabled={onTick === undefined}
        onChange={({ target }) => onTick?.(id, target.checked)}
      />
      <span>
        {said}
        {article !== undefined && <span className="small muted"> {articleText(article, language)}</span>}
        {required && before !== null && (
          <span className="checklist-required">{t('checklists.required', { step: text(stepTexts[before as CommandType]) })}</span>
        )}
        {ticked !== null && (
          <span className="muted"> {t('checklists.by', { name: people[ticked.by] ?? '', day: short(ticked.on) })}</span>
        )}
      </span>
    </label>
  );
}
