import { articleText, stepTexts, type CaseView, type CommandType } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { sentenceCase } from '../i18n/sentence-case.js';
import { useLanguage, useText, useWords } from '../i18n/use-words.js';
import { useKeys } from '../keys/use-keys.js';
import { Empty } from './empty.js';
import { OVER_PAGE } from './over-page.js';
import { STEP_LETTERS } from './steps/step-letters.js';

type Props = { readonly view: CaseView };
type Permitted = CaseView['permitted'][number];

/** What is seldom done: correcting, linking, remedies and endings. */
const SELDOM: ReadonlySet<string> = new Set([
  'note',
  'correctFact',
  'voidCase',
  'linkCase',
  'changeAgent',
  'changePartyContact',
  'takeBackLetter',
  'merge',
  'split',
  'withdraw',
  'withdrawItem',
  'addProof',
  'addStamped',
  'markInapplicable',
  'handBack',
  'recordComplaint',
  'recordReconsiderationCopy',
  'recordReconsiderationDecision',
  'recordSuitCopy',
  'recordJudgment',
  'updateRemedy',
  'answerRemedy',
  'suggestPublication',
  'declinePublication',
  'reviewWithholding',
  'logContactAttempt',
]);

/** What is done where it stands, and has no form of its own. */
const WITHOUT_FORM: ReadonlySet<string> = new Set(['tick']);

/** Whether a refusal only says that it is somebody else's step, one of another stage, or one that is seldom taken; the others rest on an article or on a list of the office. */
const isElsewhere = ({ type, code, article }: CaseView['refused'][number]): boolean =>
  code === 'role-missing' || (article === undefined && code !== 'check-open') || SELDOM.has(type);

/** The heading names the step already. */
const LEAD = /^(现在不能[^：]*：|You cannot .*? now: )/;

/** So many are told by name. */
const FEW = 2;

/** What can be done now, the next step first, and what not, with the reason. */
export function StepRail({ view }: Props): ReactNode {
  const t = useWords('case');
  const text = useText();
  const navigate = useNavigate();
  const { usual, seldom } = inOrder(view);
  const namesOf = (steps: readonly Permitted[]): string =>
    t('now-possible.few', {
      count: steps.length,
      names: steps.map(({ type }) => text(stepTexts[type as CommandType])).join(t('list')),
    });
  useKeys(
    [...usual, ...seldom].flatMap(({ type }) => {
      const letter = STEP_LETTERS[type as CommandType];
      return letter === undefined
        ? []
        : [
            {
              keys: [letter],
              does: text(stepTexts[type as CommandType]),
              run: () => void navigate(`/case/${view.id}/step/${type}`, { state: OVER_PAGE }),
            },
          ];
    }),
  );
  return (
    <aside className="case-rail no-print">
      <section className="card" aria-labelledby="steps-now">
        <div className="card-head">
          <h2 id="steps-now">{t('now-possible')}</h2>
        </div>
        <div className="steps">
          {usual.length === 0 && <Empty>{t('now-possible.none')}</Empty>}
          {usual.map((step) => (
            <StepLink key={step.type} step={step} view={view} isNext={isNextIn(view.turn, step)} />
          ))}
          {seldom.length > 0 && (
            <details open={usual.length === 0}>
              <summary>{seldom.length > FEW ? t('now-possible.more', { count: seldom.length }) : namesOf(seldom)}</summary>
              <div className="steps">
                {seldom.map((step) => (
                  <StepLink key={step.type} step={step} view={view} isNext={false} />
                ))}
              </div>
            </details>
          )}
        </div>
      </section>
      <Refusals view={view} />
    </aside>
  );
}

/** What is expected now, or beside it: an answer to a remedy does not wait for the reply. */
const isNextIn = ({ step, besides }: CaseView['turn'], { type }: Permitted): boolean => type === step || type === besides?.step;

function inOrder({ permitted: all, turn }: CaseView): {
  readonly usual: readonly Permitted[];
  readonly seldom: readonly Permitted[];
} {
  const permitted = all.filter(({ type }) => !WITHOUT_FORM.has(type));
  const next = permitted.filter((step) => isNextIn(turn, step));
  const others = permitted.filter((step) => !isNextIn(turn, step));
  return {
    usual: [...next, ...others.filter(({ type }) => !SELDOM.has(type))],
    seldom: others.filter(({ type }) => SELDOM.has(type)),
  };
}

type StepProps = Props & { readonly step: Permitted; readonly isNext: boolean };

function StepLink({ step, view, isNext }: StepProps): ReactNode {
  const text = useText();
  const language = useLanguage();
  const type = step.type as CommandType;
  const letter = STEP_LETTERS[type];
  return (
    <Link className={`step${isNext ? ' next' : ''}`} to={`/case/${view.id}/step/${step.type}`} state={OVER_PAGE}>
      <span className="step-name">{sentenceCase(text(stepTexts[type]))}</span>
      <span className="step-basis small">
        {step.limit ?? (step.article === undefined ? '' : articleText(step.article, language))}
      </span>
      {letter !== undefined && <kbd>{letter}</kbd>}
    </Link>
  );
}

function Refusals({ view }: Props): ReactNode {
  const t = useWords('case');
  const text = useText();
  const refused = view.refused.filter(({ type }) => !WITHOUT_FORM.has(type));
  const near = refused.filter((one) => !isElsewhere(one));
  const far = refused.filter(isElsewhere);
  return (
    <section className="card" aria-labelledby="steps-not-now">
      <div className="card-head">
        <h2 id="steps-not-now">{t('now-not')}</h2>
        <span className="dense muted">{t('now-not.why')}</span>
      </div>
      <div className="refusals">
        {near.map((one) => (
          <Refused key={one.type} refused={one} />
        ))}
        {far.length > 0 && (
          <details>
            <summary>{t('now-not.more', { count: far.length })}</summary>
            {groupsOf(far).map(({ reason, types }) => (
              <div key={reason} className="refused dense">
                <p>{reason}</p>
                <p className="muted">{types.map((type) => text(stepTexts[type])).join(t('list'))}</p>
              </div>
            ))}
          </details>
        )}
      </div>
    </section>
  );
}

/** Steps that are refused for the same reason are told together: whose they are, or of which stage. */
function groupsOf(refused: CaseView['refused']): { readonly reason: string; readonly types: readonly CommandType[] }[] {
  const groups = new Map<string, CommandType[]>();
  for (const { type, reason } of refused) {
    const why = sentenceCase(reason.replace(LEAD, ''));
    groups.set(why, [...(groups.get(why) ?? []), type as CommandType]);
  }
  return [...groups].map(([reason, types]) => ({ reason, types }));
}

function Refused({ refused: { type, article, reason } }: { readonly refused: CaseView['refused'][number] }): ReactNode {
  const text = useText();
  const language = useLanguage();
  return (
    <div className="refused dense">
      <div>
        <b>{sentenceCase(text(stepTexts[type as CommandType]))}</b>
        {article !== undefined && <span className="small muted">{articleText(article, language)}</span>}
      </div>
      <p>{sentenceCase(reason.replace(LEAD, ''))}</p>
    </div>
  );
}
