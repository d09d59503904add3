import type { Guide, GuideText, PublicGuide } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { useDays, useLanguage, useWords } from '../i18n/use-words.js';

/** What everybody has to be told who wants to ask (REG 12), in the order in which it is looked for. */
const CONTACT = ['office', 'address', 'hours', 'phone', 'fax', 'postalAddress', 'email'] as const;
/** What the law says where the organ says nothing else. */
const BY_LAW = ['fees', 'remedies'] as const;

/** The guide of an organ; the heading above it names the organ. */
export function GuideFacts({ guide: shown }: { readonly guide: PublicGuide }): ReactNode {
  const { inForce, channels, webReceipt, next, organ, today } = shown;
  const say = useWords();
  const day = useDays(today);
  return (
    <>
      {inForce === null ? <p>{say('guides.none-announced')}</p> : null}
      <h3>{say('guide.channels')}</h3>
      <ul className="lines">
        {channels.map((channel) => (
          <li key={channel}>
            <b>{say(`channel.${channel}`)}</b> <span className="hint">{say(`channel.${channel}.says`)}</span>
            {channel === 'web' ? (
              <span className="hint">
                {say('guide.web-receipt')}: {say(`guide.${webReceipt}`)}
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      {inForce === null ? null : (
        <>
          <h3>{say('guide.contact')}</h3>
          <Facts of={organ.code} guide={inForce.guide} fields={CONTACT} />
        </>
      )}
      <Passages guide={inForce?.guide} />
      {inForce === null ? null : <p className="hint">{say('guides.since', { day: day(inForce.from) })}</p>}
      {next === null ? null : <Next guide={shown} next={next} />}
    </>
  );
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

function Passages({ guide }: { readonly guide: Guide | undefined }): ReactNode {
  const say = useWords();
  return (
    <>
      {BY_LAW.map((field) => (
        <div key={field}>
          <h3>{say(`guide.${field}`)}</h3>
          <p>{guide?.[field] === undefined ? say(`guide.by-law.${field}`) : <Said text={guide[field]} />}</p>
        </div>
      ))}
      {guide?.notes === undefined ? null : (
        <>
          <h3>{say('guide.notes')}</h3>
          <p>
            <Said text={guide.notes} />
          </p>
        </>
      )}
    </>
  );
}

type NextProps = { readonly guide: PublicGuide; readonly next: NonNullable<PublicGuide['next']> };

/** What will be otherwise, announced beforehand. */
function Next({ guide: { organ, inForce, channels, webReceipt, today }, next }: NextProps): ReactNode {
  const say = useWords();
  const day = useDays(today);
  const { guide } = next;
  const changed = CONTACT.filter((field) => JSON.stringify(guide[field]) !== JSON.stringify(inForce?.guide[field]));
  const ways = (['in_person', 'post', ...guide.channels] as const).map((channel) => say(`channel.${channel}`));
  const sameWays = guide.channels.every((channel) => channels.includes(channel)) && ways.length === channels.length;
  return (
    <section className="box" aria-label={`${organ.name['zh-CN']} ${next.from}`}>
      <h3>{say('guides.next', { day: day(next.from) })}</h3>
      {sameWays ? null : (
        <p>
          {say('guide.channels')}: {ways.join(' · ')}
        </p>
      )}
      {guide.webReceipt === webReceipt || !guide.channels.includes('web') ? null : (
        <p>
          {say('guide.web-receipt')}: {say(`guide.${guide.webReceipt}`)}
        </p>
      )}
      <Facts of={`next ${organ.code}`} guide={guide} fields={changed} />
    </section>
  );
}
