import type { CaseAgents } from '@gongkai/contracts';
import { say } from '../../i18n/i18n.js';
import type { ChangeWords } from './use-change-words.js';

/** What an entry changed of who acts for the applicant: that lies sealed beside the facts, and is told of no other entry. */
export const agentChanges = (entryId: string, changes: CaseAgents['changes']): readonly ChangeWords[] =>
  (changes.find((one) => one.entryId === entryId)?.fields ?? []).map(({ field, before, after }) => ({
    label: say('step')(`field.${field}`),
    ...{ before, after },
    isProse: field === 'agentScope',
  }));
