import type { Description } from '../description';

/** Runtimes that can be asked. */
export const runtimes = ['docker', 'podman', 'containerd', 'crio'] as const;
export type Runtime = (typeof runtimes)[number];

/** Where a runtime is asked. */
export interface RuntimeSocket {
  readonly runtime: Runtime;
  readonly path: string;
}

/** What a runtime says of a container; undefined when it does not know it. Rejects when it cannot be asked. */
export type Ask = (socket: RuntimeSocket, containerId: string, signal: AbortSignal) => Promise<Description | undefined>;

/** An answer may be no longer: a runtime that lies must not fill memory. */
export const maxAnswerBytes = 4 << 20;
