import { basename } from '../conditions/path';
import type { Event } from '../signature/signature';
import type { Condition, Field, Test, TestCondition } from './condition';
import { isFrom, type Origin } from './context_fields';
import type { ContextFlag } from './fields';

/** Whether a condition holds for an event whose values are decoded: the meaning of conditions, which the compiled form must match. */
export function holds(condition: Condition, event: Event): boolean {
  if (condition.op === 'not') return !holds(condition.of, event);
  if (condition.op === 'all') return condition.of.every((one) => holds(one, event));
  if (condition.op === 'any') return condition.of.some((one) => holds(one, event));
  const { field, test } = condition as TestCondition;
  if (field.type === 'origin') return test.is === 'eq' && isFrom(event, test.value as Origin);
  if (field.type === 'flags') return test.is === 'eq' && event.contextFlags[test.value as ContextFlag];
  return passes(test, fieldValue(field, event));
}

export function fieldValue({ of, name, part }: Field, event: Event): unknown {
  const values = (of === 'args' ? event.args : event) as unknown as Record<string, unknown>;
  const value = values[name] ?? null;
  return part === 'basename' && typeof value === 'string' ? basename(value) : value;
}

/** Whether one value passes a test; of a list, whether one of its elements does. */
export function passes(test: Test, value: unknown): boolean {
  if (value === null || value === undefined) return test.is === 'null';
  if (test.is === 'null') return false;
  if (typeof value === 'number' || typeof value === 'bigint') return numberPasses(test, BigInt(value));
  if (typeof value === 'boolean') return test.is === 'eq' && test.value === value;
  if (typeof value === 'string') return textPasses(test, value);
  if (value instanceof Uint8Array) return test.is === 'begins' && test.bytes.every((byte, at) => value[at] === byte);
  return Array.isArray(value) && value.some((one) => passes(test, one));
}

function numberPasses(test: Test, value: bigint): boolean {
  switch (test.is) {
    case 'eq':
      return value === test.value;
    case 'oneOf':
      return test.values.includes(value);
    case 'has':
      return (value & test.value) === test.value;
    case 'hasAny':
      return (value & test.value) !== 0n;
    case 'lt':
      return value < test.value;
    case 'le':
      return value <= test.value;
    case 'gt':
      return value > test.value;
    case 'ge':
      return value >= test.value;
    default:
      return false;
  }
}

function textPasses(test: Test, value: string): boolean {
  switch (test.is) {
    case 'eq':
      return value === test.value;
    case 'oneOf':
      return test.values.includes(value);
    case 'startsWith':
      return value.startsWith(test.value);
    case 'endsWith':
      return value.endsWith(test.value);
    case 'contains':
      return value.includes(test.value);
    default:
      return false;
  }
}
