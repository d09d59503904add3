import type { NoticeView } from '@gongkai/contracts';
import type { CaseNotice } from '@gongkai/lifecycle';

/** A document as it is told: with the paper that the office brought for it, and whether an approver has seen that. */
export const noticeView = ({ own, redrawn, attempts, proofs, stamped, ...notice }: CaseNotice): NoticeView => ({
  ...notice,
  ...{ attempts: [...attempts], proofs: [...proofs], stamped: [...stamped] },
  ...(redrawn === undefined ? {} : { redrawn: [...redrawn] }),
  ...(own === undefined ? {} : { own: ownView(own) }),
});

const ownView = ({ fileIds, drawn, ...own }: NonNullable<CaseNotice['own']>): NonNullable<NoticeView['own']> => ({
  ...own,
  fileIds: [...fileIds],
  ...(drawn === undefined ? {} : { drawn: [...drawn] }),
});
