import type { CaseView } from '@gongkai/contracts';

type LinkOf = CaseView['links'][number];

/** How a link stands. One in which the case ended, or that it never came to, is not one that is done. */
export type LinkStanding = LinkOf['status'] | 'ended' | 'skipped';

export function linkStandings(links: readonly LinkOf[]): LinkStanding[] {
  const isSkipped = ({ status, since }: LinkOf): boolean => status === 'done' && since === null;
  return links.map((link, i) => {
    if (isSkipped(link)) return 'skipped';
    const next = links[i + 1];
    return link.status === 'done' && next !== undefined && isSkipped(next) ? 'ended' : link.status;
  });
}
