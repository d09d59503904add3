import { Command } from 'commander';

/** Every command by its name. Each is loaded when it is asked for: a question about a date does not wait for a database driver. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  deadlines: async () => (await import('./commands/deadlines.js')).deadlines(),
  'working-days': async () => (await import('./commands/working-days.js')).workingDays(),
  config: async () => (await import('./commands/config.js')).config(),
  calendar: async () => (await import('./commands/calendar.js')).calendarCommand(),
  admin: async () => (await import('./commands/admin.js')).admin(),
  import: async () => (await import('./commands/import.js')).importCommand(),
  case: async () => (await import('./commands/case.js')).caseCommand(),
  export: async () => (await import('./commands/export.js')).exportCommand(),
  report: async () => (await import('./commands/report.js')).reportCommand(),
  backup: async () => (await import('./commands/backup.js')).backupCommand(),
  restore: async () => (await import('./commands/restore.js')).restoreCommand(),
  exchange: async () => (await import('./commands/exchange.js')).exchangeCommand(),
  files: async () => (await import('./commands/files.js')).filesCommand(),
  keys: async () => (await import('./commands/keys.js')).keysCommand(),
  migrate: async () => (await import('./commands/migrate.js')).migrateCommand(),
  replay: async () => (await import('./commands/replay.js')).replayCommand(),
  audit: async () => (await import('./commands/audit.js')).audit(),
  doctor: async () => (await import('./commands/doctor.js')).doctor(),
  backtest: async () => (await import('./commands/backtest.js')).backtestCommand(),
  simulate: async () => (await import('./commands/simulate.js')).simulate(),
  bundle: async () => (await import('./commands/bundle.js')).bundleCommand(),
  demo: async () => (await import('./commands/demo.js')).demo(),
};

/** The `gongkai` command with the part that is asked for, or with all of them where none is named. */
export async function gongkai(asked = ''): Promise<Command> {
  const program = new Command('gongkai').description('政府信息公开申请办理 · disclosure upon application');
  const named = COMMANDS[asked];
  for (const load of named === undefined ? Object.values(COMMANDS) : [named]) program.addCommand(await load());
  for (const command of [program, ...program.commands, ...program.commands.flatMap((c) => c.commands)]) command.exitOverride();
  return program;
}
