import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { isKeepable, parseInput, Refusal, type FieldProblem } from '@gongkai/contracts';
import type { z } from 'zod';

/** Reads what comes in by the schema of its parameter; what the schema does not know is refused, field by field. */
@Injectable()
export class SchemaPipe implements PipeTransform {
  /** @throws Refusal `invalid-request` */
  transform(value: unknown, { schema }: ArgumentMetadata): unknown {
    if (schema === undefined) return value;
    const lost = unkeepable(value, '', 0);
    if (lost.length > 0) throw new Refusal('invalid-request', lost);
    return parseInput(schema as unknown as z.ZodType, value);
  }
}

/** Levels of lists and objects in one another; the deepest that a command means has six. */
const DEEPEST = 32;

/** What PostgreSQL cannot keep or no hash can be taken of: NUL, half a surrogate pair, a number out of all range, endless nesting. */
function unkeepable(value: unknown, path: string, depth: number): FieldProblem[] {
  if (value === Infinity || value === -Infinity) return [{ path, code: 'invalid-value', facts: { expected: '±1.8e308' } }];
  if (typeof value === 'string')
    return isKeepable(value) ? [] : [{ path, code: 'invalid-value', facts: { expected: 'Unicode' } }];
  if (typeof value !== 'object' || value === null) return [];
  if (depth === DEEPEST) return [{ path, code: 'invalid-value', facts: { expected: 'nesting' } }];
  return Object.entries(value).flatMap(([key, member]) => {
    const place = path === '' ? key : `${path}.${key}`;
    return isKeepable(key) ? unkeepable(member, place, depth + 1) : [{ path, code: 'unknown-field', facts: { name: '?' } }];
  });
}
