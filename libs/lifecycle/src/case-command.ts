import type { Command } from '@gongkai/contracts';

/** What the clock itself says when time alone makes something true. */
export type ClockCommand =
  | { readonly type: 'lapseConsultation'; readonly consultationId: string }
  | { readonly type: 'endCorrectionPeriod' }
  | { readonly type: 'endFeePeriod' }
  | { readonly type: 'completePublicNotice' };
export type CaseCommand = Command | ClockCommand;
