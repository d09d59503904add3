import { CASE_STATES, CHANNELS, type CaseRow } from '@gongkai/contracts';
import type { Say } from '../i18n/i18n.js';

type Channel = (typeof CHANNELS)[number];
/** A number that was logged by mistake keeps its line: it is in no state any more. */
const STANDINGS = [...CASE_STATES, 'voided'] as const;
type Standing = (typeof STANDINGS)[number];

/** What of a year's numbers is wanted; nothing chosen is everything. */
export type RegisterFilter = {
  readonly q: string;
  readonly channels: readonly Channel[];
  readonly standings: readonly Standing[];
};

type Words = { readonly terms: Say<'terms'> };

/** As the address has it; what no filter knows is left out. */
export function registerFilter(q: string, channels = '', standings = ''): RegisterFilter {
  const of = <T extends string>(all: readonly T[], given: string): T[] => all.filter((one) => given.split(',').includes(one));
  return { q: q.trim(), channels: of(CHANNELS, channels), standings: of(STANDINGS, standings) };
}

export const channelOptions = ({ terms }: Words) => CHANNELS.map((value) => ({ value, label: terms(`channel.${value}`) }));
export const standingOptions = ({ terms }: Words) => STANDINGS.map((value) => ({ value, label: standingWord(value, { terms }) }));

const standingWord = (standing: Standing, { terms }: Words): string =>
  terms(standing === 'voided' ? 'voided' : `state.${standing}`);

const isIn = <T>(chosen: readonly T[], value: T): boolean => chosen.length === 0 || chosen.includes(value);

/** Whether a number is wanted. */
export function fitsRegister(row: CaseRow, { q, channels, standings }: RegisterFilter): boolean {
  const { number, applicantName, subject, channel, state, voided } = row;
  const isNamed = [number, applicantName, subject].some((text) => text.toLowerCase().includes(q.toLowerCase()));
  return isNamed && isIn(channels, channel) && isIn(standings, voided ? 'voided' : state);
}

/** The filter in words, for who reads the sheet on paper; one text for each thing that was chosen. */
export const filterWords = ({ q, channels, standings }: RegisterFilter, words: Words): readonly string[] => [
  ...channels.map((channel) => words.terms(`channel.${channel}`)),
  ...standings.map((standing) => standingWord(standing, words)),
  ...(q === '' ? [] : [q]),
];
