import { statSync } from 'node:fs';
import { join } from 'node:path';
import { contextOffsets, type EventDefinition, FrameWriter, findEvent, withArguments } from '@tracee/event-schema';
import type { Scope } from '../filter/condition';
import { takesContainer } from '../filter/container_match';
import { containerArguments, type Description } from './description';

/** Bytes of a frame before its payload. */
const headBytes = 6;
const created = findEvent('container_create') as EventDefinition;
const existing = findEvent('existing_container') as EventDefinition;

/** A container_create as the ring thread gave it, with what the runtime told. */
export function completed(frame: Buffer, about: Description): Buffer {
  const time = frame.readBigUInt64BE(headBytes + (contextOffsets.timestamp as number));
  return withArguments(frame, created, containerArguments(about, time));
}

/** The existing_container event; `scopes`: those that are told. */
export const existingContainer = (about: Description, scopes: bigint, times: { now: bigint; ctime: bigint }): Buffer =>
  new FrameWriter()
    .event({
      eventName: 'existing_container',
      timestamp: times.now,
      scopes,
      args: containerArguments(about, times.ctime),
    })
    .take();

export const asksForExisting = (scopes: readonly Scope[]): boolean =>
  scopes.some(({ events }) => events.has(existing.id));

/** Scopes that ask for existing_container: it is of no task, so that of the filters only those on containers are asked. */
export const scopesToldOf = (scopes: readonly Scope[], description: Description): bigint =>
  scopes.reduce((bits, { events, container = {} }, i) => {
    const takes = takesContainer(container, { id: description.id, isNew: false, description });
    return events.has(existing.id) && takes ? bits | (1n << BigInt(i)) : bits;
  }, 0n);

/** When the cgroup was made, ns since boot; 0 when it has gone. */
export function madeAt(root: string, path: string, bootTime: bigint): bigint {
  const directory = statSync(join(root, path), { bigint: true, throwIfNoEntry: false });
  return directory === undefined ? 0n : directory.ctimeNs - bootTime;
}
