import { isLocalDate } from '@gongkai/calendar';
import type { OPENED_CHANNELS, OrganKind, Role, WebReceipt } from '@gongkai/contracts';
import { useDays } from '../i18n/use-days.js';
import { useLanguage, useWords } from '../i18n/use-words.js';
import { useLadderWords } from '../reminders/use-ladder-words.js';
import { useOrganName, useRoleName } from './use-names.js';

/** The fields that an entry of the log can name, in the order they are read. */
export const LOG_FIELDS = [
  'code',
  'name',
  'kind',
  'parent',
  'numberPrefix',
  'numberFormat',
  'filesAfterRemedies',
  'feesFrom',
  'username',
  'office',
  'address',
  'hours',
  'phone',
  'fax',
  'postalAddress',
  'email',
  'capacity',
  'reconsiderationOrgan',
  'onlineChannel',
  'court',
  'supervisor',
  'fonds',
  'channels',
  'webReceipt',
  'payment',
  'fees',
  'remedies',
  'notes',
  'organ',
  'role',
  'ogiHead',
  'title',
  'validFrom',
  'validTo',
  'from',
  'to',
  'cases',
  'substitute',
  'delegate',
  'fresh',
  'changed',
  'file',
  'applicant',
  'notice',
  'issuedOn',
  'reason',
  'host',
  'active',
  'ladder',
] as const;
export type LogField = (typeof LOG_FIELDS)[number];

type Opened = (typeof OPENED_CHANNELS)[number];
type Names = Readonly<Record<string, string>>;

/** What stands in a field, as a person reads it. */
export function useLogValue(): (field: LogField, value: unknown) => string {
  const t = useWords('settings');
  const days = useDays();
  const language = useLanguage();
  const roleName = useRoleName();
  const organName = useOrganName();
  const ladders = useLadderWords();
  const dayOrName = (value: string): string => (isLocalDate(value) ? days.full(value) : value);
  const readers: Readonly<Partial<Record<LogField, (value: string) => string>>> = {
    webReceipt: (mode) => t(`guide.receipt.${mode as WebReceipt}`),
    kind: (kind) => t(`kind.${kind as OrganKind}`),
    organ: organName,
    parent: organName,
    role: (role) => roleName(role as Role),
    feesFrom: days.full,
    validFrom: days.full,
    validTo: days.full,
    from: dayOrName,
    to: dayOrName,
    ladder: (name) => ladders.name(name, [name]),
  };
  const plain = (value: unknown): string => {
    if (typeof value === 'boolean') return t(value ? 'field.yes' : 'field.no');
    if (Array.isArray(value)) return value.map((one: Opened) => t(`guide.channel.${one}`)).join(t('list-separator'));
    if (typeof value === 'object') return (value as Names)[language] ?? (value as Names)['zh-CN'] ?? JSON.stringify(value);
    return typeof value === 'string' ? value : JSON.stringify(value);
  };
  return (field, value) => {
    if (value === null || value === undefined) return t('field.nothing');
    const read = typeof value === 'string' ? readers[field] : undefined;
    return read === undefined ? plain(value) : read(value as string);
  };
}
