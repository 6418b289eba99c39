import { inspect } from './docker_api';
import type { Ask, Runtime } from './runtime';

/** gRPC takes a tenth of a second to load, and most machines have nobody who speaks it. */
const containerd: Ask = (...about) =>
  (require('./containerd') as typeof import('./containerd')).askContainerd(...about);
const cri: Ask = (...about) => (require('./cri') as typeof import('./cri')).askCri(...about);

const asks: Readonly<Record<Runtime, Ask>> = { docker: inspect, podman: inspect, containerd, crio: cri };

/** Asks a runtime in its own language. */
export const ask: Ask = async (socket, ...about) => asks[socket.runtime](socket, ...about);
