import type { Disclosure, DisclosureKinds, DisclosureList, NothingList, PublicOrgans } from '@gongkai/contracts';
import type { LoaderFunctionArgs } from 'react-router';
import { ask, type Answer } from '../api.js';

/** What the address may say of a list. */
export const FILTERS = ['q', 'organ', 'kind', 'from', 'to'] as const;
export type Filters = Readonly<Record<(typeof FILTERS)[number], string>>;

/** A list of published information, and what can be filtered by. */
export type InformationAsked = {
  readonly filters: Filters;
  /** The filters that are set, as an address writes them. */
  readonly query: string;
  readonly isFirst: boolean;
  readonly answer: Answer<DisclosureList>;
  readonly organs: PublicOrgans['organs'];
  readonly kinds: DisclosureKinds['items'];
  /** What organs have nothing of, by the same organ and kind. */
  readonly nothing: NothingList['items'];
};

/** Only what says something: an empty field asks for nothing. */
export const written = (fields: Iterable<readonly [string, FormDataEntryValue]>): string =>
  new URLSearchParams(
    [...fields].flatMap(([name, value]) => (typeof value === 'string' && value.trim() !== '' ? [[name, value.trim()]] : [])),
  ).toString();

/** Asks for the page of the list that the address names. */
export async function informationAsked({ request }: LoaderFunctionArgs): Promise<InformationAsked> {
  const given = new URL(request.url).searchParams;
  const filters = Object.fromEntries(FILTERS.map((name) => [name, given.get(name) ?? ''])) as Filters;
  const query = written(Object.entries(filters));
  const cursor = given.get('cursor') ?? '';
  const { organ, kind } = filters;
  const [answer, organs, kinds, nothing] = await Promise.all([
    ask<DisclosureList>(`/disclosures?${written([...Object.entries(filters), ['cursor', cursor]])}`),
    ask<PublicOrgans>('/organs'),
    ask<DisclosureKinds>('/disclosures/kinds'),
    ask<NothingList>(`/disclosures/nothing?${written(Object.entries({ organ, kind }))}`),
  ]);
  return {
    ...{ filters, query, isFirst: cursor === '', answer },
    organs: organs.data?.organs ?? [],
    kinds: kinds.data?.items ?? [],
    nothing: nothing.data?.items ?? [],
  };
}

/** Asks for one of it. */
export const entryAsked = ({ params }: LoaderFunctionArgs): Promise<Answer<Disclosure>> =>
  ask<Disclosure>(`/disclosures/${encodeURIComponent(params.id ?? '')}`);
