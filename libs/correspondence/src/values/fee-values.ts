import { articleText } from '@gongkai/contracts';
import { feeExplained, type CaseNotice, type FactOf } from '@gongkai/lifecycle';
import type { FeeLine, FeeStandard } from '@gongkai/statutes';
import { filled, type Values } from '../content/places.js';
import { dayText } from './days.js';
import { daysOf, workingDays } from './periods.js';
import { counted, joined, withoutStop } from './sentence.js';
import { lastFact, noticeOf, type Telling } from './telling.js';

type Made = FactOf<'FEE_NOTICE_MADE'>;
type TierWords = Telling['words']['feeTiers'];

/** What a fee notice states: basis, standard, amount, and until when it is paid (REG 42; FEE 4 to 6). */
export function feeValues(telling: Telling, notice: CaseNotice | undefined): Values {
  const made = madeAs(notice, telling);
  if (made === undefined || notice === undefined) return {};
  return {
    'fee.found': chargedFor(made, telling.words),
    'fee.amount': made.amount.toFixed(2),
    ...paidValues(made),
    'fee.basis': telling.words.feeBasis[made.basis],
    'fee.period': workingDays('fee.pay_days', telling),
    ...standardValues(made, telling),
    ...dueValues(notice, telling),
  };
}

/** What the applicant has paid already, of the fee for all that is counted now. */
const paidValues = ({ amount, paidBefore }: Made): Values =>
  paidBefore === undefined ? {} : { 'fee.whole': (amount + paidBefore).toFixed(2), 'fee.paidBefore': paidBefore.toFixed(2) };

const madeAs = (notice: CaseNotice | undefined, { matter }: Telling): Made | undefined =>
  notice?.kind === 'fee' ? lastFact(matter, 'FEE_NOTICE_MADE', notice.id) : undefined;

const CHARGED = ['itemsBefore', 'itemsNow', 'pages'] as const;

/** Why it is charged, and what was counted for it. */
const chargedFor = (made: Made, { counts }: Telling['words']): string | undefined =>
  joined([withoutStop(made.finding), ...CHARGED.map((name) => counted(counts[name], made[name]))]);

/** How the amount of the notice follows from the tariff, a line for each tier; empty where it does not. */
export function feeTiersOf(telling: Telling): readonly Values[] {
  const made = madeAs(noticeOf(telling), telling);
  const lines = made === undefined ? [] : (feeExplained(made, tariffsOf(telling))?.lines ?? []);
  const tell = tiersIn(telling.words.feeTiers, made?.basis ?? 'per_item');
  return lines.map((line) => ({ 'tier.line': tell.line(line) }));
}

const tariffsOf = ({ matter }: Telling) => matter.reckoned.law.tariffs;

/** By which standard it was reckoned, as the tariff has it: nobody types it. */
function standardValues(made: Made, telling: Telling): Values {
  const tariffs = tariffsOf(telling);
  if (tariffs === undefined || feeExplained(made, tariffs) === undefined) return {};
  const { instrument, perItem, perVolume } = tariffs;
  const standard = made.basis === 'per_item' ? perItem : perVolume;
  return {
    'fee.rule': `《${instrument.title}》（${instrument.number}）${articleOf(standard.article, instrument.tag)}`,
    'fee.standard': tiersIn(telling.words.feeTiers, made.basis).standard(standard).join('；'),
  };
}

/** An article without its instrument, which is named in full before it. */
const articleOf = (article: string, tag: string): string => articleText(article, 'zh-CN').replace(articleText(tag, 'zh-CN'), '');

type Told = Readonly<Record<string, number | string>>;

/** A tier, and what was counted in one, in the words of a paper. */
function tiersIn(words: TierWords, basis: Made['basis']) {
  const unit = words.unit[basis];
  const say = (text: string, told: Told): string => {
    const all: Told = { unit, ...told };
    return filled(text, (name) => String(all[name] ?? ''));
  };
  const spanOf = (from: number, to: number): string => say(from === to ? words.single : words.units, { from, to });
  const rest = ({ tiers, beyond }: FeeStandard): string => {
    const { upTo, yuanEach } = tiers.at(-1) ?? { upTo: 0, yuanEach: 0 };
    if ('yuanEach' in beyond) return say(words.rest, { from: upTo + 1, yuan: beyond.yuanEach });
    const { everyFurther: every, yuanMore: more } = beyond;
    return say(words.rising, { from: upTo + 1, every, yuan: yuanEach + more, more });
  };
  return {
    standard: (standard: FeeStandard): readonly string[] => [
      ...standard.tiers.map(({ upTo, yuanEach: yuan }, i) =>
        say(yuan === 0 ? words.free : words.each, { units: spanOf((standard.tiers[i - 1]?.upTo ?? 0) + 1, upTo), yuan }),
      ),
      rest(standard),
    ],
    line: ({ from, to, units: n, yuanEach: yuan, yuan: sum }: FeeLine): string =>
      say(yuan === 0 ? words.freeLine : words.line, { units: spanOf(from, to), n, yuan, sum }),
  };
}

/**
 * The last day for the payment: counted from the day after it was received; before that is known, as if it were received on the day it
 * leaves. Nothing where it lies in a year without a published calendar: the period in words is what counts (FEE 6).
 */
function dueValues({ servedOn, dispatchedOn }: CaseNotice, { matter }: Telling): Values {
  const { law, today } = matter.reckoned;
  const days = daysOf('fee.pay_days', matter);
  const received = servedOn ?? dispatchedOn ?? today;
  const due = days === undefined ? undefined : law.calendar.add(received, days);
  return due === undefined || law.calendar.unknownFrom(received, due) !== null
    ? {}
    : { 'fee.receivedOn': dayText(received), 'fee.due': dayText(due) };
}
