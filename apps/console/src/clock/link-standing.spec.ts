import { localDate } from '@gongkai/calendar';
import { LINKS, type CaseView } from '@gongkai/contracts';
import { linkStandings } from './link-standing.js';

type LinkOf = CaseView['links'][number];
const day = localDate('2026-11-16');

/** A closed case that came to the first of its links and to no other. */
const closedAfter = (count: number): LinkOf[] =>
  LINKS.map((link, i) => ({
    link,
    status: link === 'filing' ? 'current' : i < count ? 'done' : 'pending',
    since: i < count || link === 'filing' ? day : null,
    until: null,
  }));

test.each([
  [1, ['ended', 'skipped', 'skipped', 'skipped', 'current']],
  [3, ['done', 'done', 'ended', 'skipped', 'current']],
  [4, ['done', 'done', 'done', 'done', 'current']],
])('a case that ended in its link %i has not gone through those after it', (count, standings) => {
  expect(linkStandings(closedAfter(count))).toEqual(standings);
});

test('what lies ahead of an open case is to come', () => {
  const links = LINKS.map((link, i): LinkOf => ({
    link,
    status: i === 0 ? 'done' : i === 1 ? 'current' : 'pending',
    since: i < 2 ? day : null,
    until: null,
  }));
  expect(linkStandings(links)).toEqual(['done', 'current', 'pending', 'pending', 'pending']);
});
