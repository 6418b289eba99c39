import type { Event } from '../signature/signature';

/** Context fields that conditions may name, with the wire type of the frame; 'text' comes from a dictionary. */
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
} as const satisfies Partial<Record<keyof Event | 'origin', string>>;

export type ContextName = keyof typeof contextTypes;

/** Where an event comes from: the machine itself, a container, or the first process of a container (pid 1 in its namespace). */
export const origins = ['host', 'container', 'container-init'] as const;
export type Origin = (typeof origins)[number];

/** container-init is a container, too. */
export const isFrom = (event: Pick<Event, 'containerId' | 'processId'>, origin: Origin): boolean => {
  const inContainer = event.containerId !== '';
  if (origin === 'host') return !inContainer;
  return inContainer && (origin === 'container' || event.processId === 1);
};
