import type { Log } from '@gongkai/platform';
import type { LoggerService } from '@nestjs/common';

/** What the framework has to say, in the log of the process; which controllers it has found is of no use to who runs it. */
export const nestLog = (to: Log): LoggerService => ({
  error: (message: unknown, ...about: unknown[]) => to.error({ about: about.map(String) }, String(message)),
  warn: (message: unknown, ...about: unknown[]) => to.warn({ about: about.map(String) }, String(message)),
  log: () => undefined,
});
