import { Command } from 'commander';
import { deadlines } from './commands/deadlines.js';
import { workingDays } from './commands/working-days.js';

/** The `gongkai` command with all its parts. */
export function gongkai(): Command {
  const program = new Command('gongkai').description('政府信息公开申请办理 · disclosure upon application');
  for (const command of [deadlines(), workingDays()]) program.addCommand(command);
  for (const command of [program, ...program.commands, ...program.commands.flatMap((c) => c.commands)]) command.exitOverride();
  return program;
}
