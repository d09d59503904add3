import { commandSchemas, type CommandType } from '@gongkai/contracts';
import { z } from 'zod';

/** How a field is filled in. */
export type FieldKind =
  | 'subject'
  | 'items'
  | 'letters'
  | 'files'
  | 'records'
  | 'person'
  | 'case'
  | 'principal'
  | 'id-type'
  | 'correction'
  | 'verdict'
  | 'noting'
  | 'appearing'
  | 'day'
  | 'choice'
  | 'yes-no'
  | 'whole'
  | 'number'
  | 'line'
  | 'text';

/** One field of the form of a step. */
export type StepField = {
  /** Its name in the command; the path that a problem names. */
  readonly name: string;
  readonly kind: FieldKind;
  readonly required: boolean;
  /** A paper can be made without being sent. */
  readonly mayBeUnsent: boolean;
  readonly options: readonly string[];
  readonly maxLength: number | undefined;
};

type Schema = {
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly maxLength?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
};

type Document = Schema & { readonly $defs?: Readonly<Record<string, Schema>> };

/** The schema of a command; it stands under its own name in the document made of it. */
function schemaOf(type: CommandType): Schema {
  const document = z.toJSONSchema(commandSchemas[type], { io: 'input', unrepresentable: 'any' }) as Document;
  return document.$defs?.[type.charAt(0).toUpperCase() + type.slice(1)] ?? document;
}

/** Fields that name something of the case or of the office. */
const BY_NAME: Readonly<Record<string, FieldKind>> = {
  itemId: 'subject',
  noticeId: 'subject',
  consultationId: 'subject',
  remedyId: 'subject',
  entryId: 'subject',
  requestId: 'subject',
  orderId: 'subject',
  items: 'items',
  itemIds: 'items',
  consultations: 'letters',
  fileIds: 'files',
  recordIds: 'records',
  assignee: 'person',
  person: 'person',
  inPlaceOf: 'principal',
  intoCaseId: 'case',
  caseId: 'case',
  earlierCaseId: 'case',
  agentIdType: 'id-type',
  fields: 'correction',
  reject: 'verdict',
  text: 'noting',
  appearing: 'appearing',
};

/** A text longer than that is written in an area of several lines. */
const LINE = 200;

/** The fields of a step, in the order of its schema; what names its subject is one field, and the note comes last. */
export function fieldsOf(type: CommandType): StepField[] {
  const schema = schemaOf(type);
  const properties = schema.properties ?? {};
  // Which entry is corrected is chosen together with its days; what was read of a draft nobody types; whom a note names stands in its text.
  const isOwn = (name: string): boolean =>
    !['type', 'draft', 'mentions'].includes(name) && !(name === 'entryId' && 'fields' in properties);
  const named = Object.entries(properties).filter(([name]) => isOwn(name));
  const fields = named.map(([name, property]) => fieldOf(name, property, schema.required?.includes(name) === true));
  const subjects = fields.filter(({ kind }) => kind === 'subject');
  const [first] = subjects;
  if (first === undefined) return fields;
  return [{ ...first, required: true }, ...fields.filter(({ kind }) => kind !== 'subject')];
}

function fieldOf(name: string, property: Schema, required: boolean): StepField {
  const mayBeUnsent = property.anyOf?.some(({ type }) => type === 'null') === true;
  const schema = property.anyOf?.find(({ type }) => type !== 'null') ?? property;
  const { maxLength, enum: options = [] } = schema;
  const kind = BY_NAME[name] ?? kindOf(schema);
  return { name, kind, required: required || kind === 'verdict', mayBeUnsent, options, maxLength };
}

const KINDS: Readonly<Record<string, FieldKind>> = { boolean: 'yes-no', integer: 'whole', number: 'number' };

function kindOf({ type = '', format, enum: options, maxLength = 0 }: Schema): FieldKind {
  if (format === 'date') return 'day';
  if (options !== undefined) return 'choice';
  return KINDS[type] ?? (maxLength > LINE ? 'text' : 'line');
}
