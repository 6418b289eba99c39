import type { Event } from '../signature/signature';

/** Context fields that conditions may name, with the wire type of the frame; 'text' comes from a dictionary, 'flags' are bits with names. */
export const contextTypes = {
  returnValue: 'i64',
  cgroupId: 'u64',
  processId: 'u32',
  threadId: 'u32',
  parentProcessId: 'u32',
  hostProcessId: 'u32',
  hostThreadId: 'u32',
  hostParentProcessId: 'u32',
  userId: 'u32',
  mountNamespace: 'u32',
  pidNamespace: 'u32',
  syscall: 'i32',
  processName: 'comm',
  hostName: 'text',
  executablePath: 'text',
  containerId: 'text',
  containerImage: 'text',
  containerName: 'text',
  podName: 'text',
  podNamespace: 'text',
  origin: 'origin',
  contextFlags: 'flags',
} as const satisfies Partial<Record<keyof Event | 'origin', string>>;

export type ContextName = keyof typeof contextTypes;

/**
 * Where an event comes from: the machine itself; a container; or the runtime's own steps in a container that it is still making, before
 * the container's first program is executed.
 */
export const origins = ['host', 'container', 'container-init'] as const;
export type Origin = (typeof origins)[number];

/** Each event has exactly one origin. */
export function isFrom(
  { containerId, contextFlags }: Pick<Event, 'containerId' | 'contextFlags'>,
  origin: Origin,
): boolean {
  if (contextFlags.containerStarted) return origin === 'container';
  return origin === (containerId === '' ? 'host' : 'container-init');
}
