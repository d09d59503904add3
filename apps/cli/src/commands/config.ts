import { Command } from 'commander';
import { organFiles } from '@gongkai/casework';
import { noticeFiles } from '@gongkai/correspondence';
import { checkConfig, configDirOf } from '@gongkai/platform';
import { disclosureFiles } from '@gongkai/publication';
import { schemeFiles } from '@gongkai/supervision';
import { simulationFiles } from '@gongkai/simulation';
import { problemText } from '@gongkai/statutes';

/** `gongkai config check`: every file under config/, or under `CONFIG_DIR`, with file, line and what to do for all that is wrong. */
export function config(): Command {
  const program = new Command('config').description('the rules, calendars, tariffs, reports and reminders under config/');
  program
    .command('check')
    .description('validate every file; exit 1 when something is wrong')
    .action(() => {
      const problems = checkConfig(configDirOf(), [
        organFiles,
        ...noticeFiles,
        ...disclosureFiles,
        schemeFiles,
        ...simulationFiles,
      ]);
      for (const problem of problems) console.error(problemText(problem));
      console.log(JSON.stringify({ problems: problems.length }));
      if (problems.length > 0) process.exitCode = 1;
    });
  return program;
}
