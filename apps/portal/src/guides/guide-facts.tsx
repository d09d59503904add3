import type { Guide, GuideText, PublicGuide } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { useDays, useLanguage, useWords } from '../i18n/use-words.js';

/** What everybody has to be told who wants to ask (REG 12), in the order in which it is looked for. */
const CONTACT = ['office', 'address', 'hours', 'phone', 'fax', 'postalAddress', 'email'] as const;
/** What the law says where the organ says nothing else. */
const BY_LAW = ['fees', 'remedies'] as const;

type Props = { readonly guide: PublicGuide };

/** The guide of an organ by itself. */
export function GuideFacts({ guide }: Props): ReactNode {
  const { inForce, channels, webReceipt } = guide;
  const say = useWords();
  return (
    <>
      {inForce === null ? <p>{say('guides.none-announced')}</p> : null}
      <h2>{say('guide.channels')}</h2>
      <ul className="lines">
        {channels.map((channel) => (
          <li key={channel}>
            <b>{say(`channel.${channel}`)}</b> <span className="hint">{say(`channel.${channel}.says`)}</span>
            {channel === 'web' ? <span className="hint">{say(`guide.${webReceipt}`)}</span> : null}
          </li>
        ))}
      </ul>
      {inForce === null ? null : <h2>{say('guide.contact')}</h2>}
      <Announced guide={guide} />
      <ByLaw guide={inForce?.guide} />
    </>
  );
}

/** The same among others: what the law says for all of them stands once, behind them. */
export function GuideInBrief({ guide }: Props): ReactNode {
  const { inForce, channels, webReceipt } = guide;
  const say = useWords();
  const ways = channels.map((channel) => say(`channel.${channel}`)).join(say('list.or'));
  return (
    <>
      {inForce === null ? <p>{say('guides.none-announced')}</p> : null}
      <p>{say('guide.named', { name: say('guide.channels'), what: ways })}</p>
      {webReceipt === 'manual' && channels.includes('web') ? (
        <p>{say('guide.named', { name: say('channel.web'), what: say('guide.manual') })}</p>
      ) : null}
      <Announced guide={guide} />
      {BY_LAW.map((field) => {
        const text = inForce?.guide[field];
        return text === undefined ? null : (
          <p key={field}>
            <b>{say(`guide.${field}`)}</b> <Said text={text} />
          </p>
        );
      })}
    </>
  );
}

/** Where the organ is, since when that holds, and what will be otherwise. */
function Announced({ guide }: Props): ReactNode {
  const { inForce, next, organ, today } = guide;
  const say = useWords();
  const day = useDays(today);
  if (inForce === null) return next === null ? null : <Next guide={guide} next={next} />;
  const { notes } = inForce.guide;
  return (
    <>
      <Facts of={organ.code} guide={inForce.guide} fields={CONTACT} />
      {notes === undefined ? null : (
        <p>
          <b>{say('guide.notes')}</b> <Said text={notes} />
        </p>
      )}
      <p className="hint">{say('guides.since', { day: day(inForce.from) })}</p>
      {next === null ? null : <Next guide={guide} next={next} />}
    </>
  );
}

/** What it costs and what can be done against a reply. @param guide of an organ that may say it otherwise */
export function ByLaw({ guide }: { readonly guide?: Guide | undefined }): ReactNode {
  const say = useWords();
  return BY_LAW.map((field) => {
    const text = guide?.[field];
    return (
      <section key={field} aria-labelledby={`law-${field}`}>
        <h2 id={`law-${field}`}>{say(`guide.${field}`)}</h2>
        <p>{text === undefined ? say(`guide.by-law.${field}`) : <Said text={text} />}</p>
      </section>
    );
  });
}

type Field = (typeof CONTACT)[number];
type FactsProps = { readonly of: string; readonly guide: Guide; readonly fields: readonly Field[] };

function Facts({ of, guide, fields }: FactsProps): ReactNode {
  const say = useWords();
  return (
    <dl>
      {fields.map((field) => {
        const value = guide[field];
        return value === undefined ? null : (
          <div key={`${of} ${field}`}>
            <dt>{say(`guide.${field}`)}</dt>
            <dd>{typeof value === 'string' ? <Reached field={field} at={value} /> : <Said text={value} />}</dd>
          </div>
        );
      })}
    </dl>
  );
}

/** What a telephone can dial or write to. */
function Reached({ field, at }: { readonly field: Field; readonly at: string }): ReactNode {
  if (field === 'phone') return <a href={`tel:${at.replaceAll(/[^\d+]/g, '')}`}>{at}</a>;
  return field === 'email' ? <a href={`mailto:${at}`}>{at}</a> : at;
}

/** In the language of the page where the office gives it, else as it stands. */
function Said({ text }: { readonly text: GuideText }): ReactNode {
  const language = useLanguage();
  return text[language] ?? <span lang="zh-CN">{text['zh-CN']}</span>;
}

type NextProps = { readonly guide: PublicGuide; readonly next: NonNullable<PublicGuide['next']> };

/** What will be otherwise, announced beforehand. */
function Next({ guide: { inForce, channels, webReceipt, today }, next }: NextProps): ReactNode {
  const say = useWords();
  const day = useDays(today);
  const { from, guide } = next;
  const changed = CONTACT.filter((field) => JSON.stringify(guide[field]) !== JSON.stringify(inForce?.guide[field]));
  const ways = ['in_person', 'post', ...guide.channels] as const;
  const sameWays = ways.length === channels.length && ways.every((channel) => channels.includes(channel));
  const list = ways.map((channel) => say(`channel.${channel}`)).join(say('list.or'));
  const how = say('guide.named', { name: say('channel.web'), what: say(`guide.${guide.webReceipt}`) });
  return (
    <div className="box">
      <p>
        <b>{say('guides.next', { day: day(from) })}</b>
      </p>
      {sameWays ? null : <p>{say('guide.named', { name: say('guide.channels'), what: list })}</p>}
      {guide.webReceipt === webReceipt || !guide.channels.includes('web') ? null : <p>{how}</p>}
      <Facts of={`${from} next`} guide={guide} fields={changed} />
    </div>
  );
}
