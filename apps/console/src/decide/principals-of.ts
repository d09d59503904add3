import type { CaseView, CommandType } from '@gongkai/contracts';

const NOBODY: readonly string[] = [];

/** Those in whose place a step can be taken, by their ids; nobody where there is nothing to choose. */
export const principalsOf = ({ permitted }: Pick<CaseView, 'permitted'>, type: CommandType): readonly string[] =>
  permitted.find((step) => step.type === type)?.inPlaceOf ?? NOBODY;
