import type { AdminLogEntry } from '@gongkai/contracts';
import type { LogField } from './use-log-value.js';

/** What a field of an entry is called: of a person the name is theirs, and work that was handed over went to somebody, not to a day. */
export function nameKeyOf(field: LogField, action: AdminLogEntry['action']) {
  if (field === 'name' && action.startsWith('person-')) return 'field.person-name' as const;
  if (field === 'to' && action === 'work-handed-over') return 'field.handed-to' as const;
  return `field.${field}` as const;
}
