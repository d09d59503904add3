import { organFiles } from '@gongkai/casework';
import { noticeFiles } from '@gongkai/correspondence';
import { checkConfig } from '@gongkai/platform';
import { disclosureFiles } from '@gongkai/publication';
import { schemeFiles } from '@gongkai/supervision';
import { simulationFiles } from '@gongkai/simulation';
import { ConfigError } from '@gongkai/statutes';

/**
 * Looks at every file of the configuration before anything is started with it.
 * @throws ConfigError with file, line and what to do for all that is wrong
 */
export function refuseWrongFiles(configDir: string): void {
  const problems = checkConfig(configDir, [organFiles, ...noticeFiles, ...disclosureFiles, schemeFiles, ...simulationFiles]);
  if (problems.length > 0) throw new ConfigError(problems);
}
