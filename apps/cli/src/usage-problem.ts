import type { CommanderError } from 'commander';
import type { FieldCode, FieldProblem } from '@gongkai/contracts';

const CODES: Readonly<Record<string, FieldCode>> = {
  'commander.help': 'missing-command',
  'commander.unknownCommand': 'unknown-command',
  'commander.unknownOption': 'unknown-cli-option',
  'commander.missingArgument': 'missing-argument',
  'commander.excessArguments': 'too-many-arguments',
  'commander.optionMissingArgument': 'missing-option-value',
  'commander.missingMandatoryOptionValue': 'missing-option',
};

/** How a command line was mistyped; its parser names the word at fault in quotes. */
export function usageProblem({ code, message }: CommanderError): FieldProblem {
  const name = /'([^']*)'/.exec(message)?.[1];
  return { path: 'arguments', code: CODES[code] ?? 'invalid-value', ...(name === undefined ? {} : { facts: { name } }) };
}
