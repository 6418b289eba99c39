import type { ContextFlags } from '@tracee/event-schema';

type Origin = { readonly contextFlags: ContextFlags };

/** The task runs in a container whose first program has been executed: what its runtime does before that is not the container's act. */
export const inContainer = ({ contextFlags }: Origin): boolean => contextFlags.containerStarted;

/** The task runs on the host itself, or belongs to a runtime that is still making a container. */
export const onHost = (event: Origin): boolean => !inContainer(event);
