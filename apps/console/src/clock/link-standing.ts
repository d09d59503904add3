import type { CaseView } from '@gongkai/contracts';

type LinkOf = CaseView['links'][number];

/** How a link stands. One in which the case ended, or that it never came to, is not one that is done. */
export type LinkStanding = LinkOf['status'] | 'ended' | 'skipped';

export function linkStandings(links: readonly LinkOf[]): LinkStanding[] {
  const present = links.findIndex(({ status }) => status === 'current');
  const end = present === -1 ? links.length : present;
  const isSkipped = (i: number): boolean => i < end && links[i]?.status === 'pending';
  return links.map(({ status }, i) => {
    if (isSkipped(i)) return 'skipped';
    return status === 'done' && isSkipped(i + 1) ? 'ended' : status;
  });
}
