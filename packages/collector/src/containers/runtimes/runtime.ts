import type { Description } from '../description';

/** Where a runtime is asked. */
export interface RuntimeSocket {
  readonly runtime: 'docker' | 'podman';
  readonly path: string;
}

/** What a runtime says of a container; undefined when it does not know it. Rejects when it cannot be asked. */
export type Ask = (socket: RuntimeSocket, containerId: string, signal: AbortSignal) => Promise<Description | undefined>;
