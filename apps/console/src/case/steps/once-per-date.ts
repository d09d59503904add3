import type { PreviewView } from '@gongkai/contracts';

type Changes = PreviewView['changes'];

/** The date that holds is told once, under one name, firm or provisional. */
export function oncePerDate(changes: Changes): Changes {
  const firm = changes.find(({ deadline }) => deadline === 'finalDue');
  const provisional = changes.find(({ deadline }) => deadline === 'provisionalFinalDue');
  const becomes = firm?.after === null ? provisional : undefined;
  return changes
    .filter(({ deadline, after }) => {
      if (becomes !== undefined && (deadline === 'finalDue' || after === null)) return false;
      return firm === undefined || !['replyDue', 'extendedDue'].includes(deadline) || after !== firm.after;
    })
    .map((change) => (change === becomes ? { ...change, before: firm?.before ?? null } : change));
}
