import { Command } from 'commander';
import { admin } from './commands/admin.js';
import { audit } from './commands/audit.js';
import { config } from './commands/config.js';
import { deadlines } from './commands/deadlines.js';
import { demo } from './commands/demo.js';
import { doctor } from './commands/doctor.js';
import { migrateCommand } from './commands/migrate.js';
import { replayCommand } from './commands/replay.js';
import { simulate } from './commands/simulate.js';
import { workingDays } from './commands/working-days.js';

const COMMANDS = [deadlines, workingDays, config, admin, migrateCommand, replayCommand, audit, doctor, simulate, demo];

/** The `gongkai` command with all its parts. */
export function gongkai(): Command {
  const program = new Command('gongkai').description('政府信息公开申请办理 · disclosure upon application');
  for (const command of COMMANDS) program.addCommand(command());
  for (const command of [program, ...program.commands, ...program.commands.flatMap((c) => c.commands)]) command.exitOverride();
  return program;
}
