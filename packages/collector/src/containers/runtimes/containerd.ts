import type { Labels } from '@tracee/event-schema';
import { type Description, undescribed } from '../description';
import { askCri } from './cri';
import { call, found, isUnimplemented, readMethods } from './grpc';
import { nameInPod, podOf } from './pod_labels';
import type { RuntimeSocket } from './runtime';

const methods = readMethods('containerd/containers.proto', 'containerd/images.proto', 'containerd/namespaces.proto');

/** Docker's, which knows its containers better. */
const dockerNamespace = 'moby';

/** What the part for Kubernetes writes to its containers: sandbox or container. */
const kindLabel = 'io.cri-containerd.kind';
/** There is no such part. */
const switchedOff = 'switched off';

interface Container {
  readonly id: string;
  readonly labels: Labels;
  readonly image: string;
}

/**
 * Asks containerd, in both of its languages: that of Kubernetes knows pods; containerd's own knows containers of ctr and nerdctl, all of them
 * where the other is switched off, the digest of an image that was not pulled, and the image of a pod's sandbox.
 */
export async function askContainerd(
  socket: RuntimeSocket,
  containerId: string,
  signal: AbortSignal,
): Promise<Description | undefined> {
  const [known, own] = await Promise.all([
    askCri(socket, containerId, signal).catch((error) => {
      if (isUnimplemented(error)) return switchedOff as typeof switchedOff;
      throw error;
    }),
    askServices(socket, containerId, signal),
  ]);
  if (known === switchedOff) return own;
  // a sandbox runs before its pod is known
  if (known === undefined) return own !== undefined && kindLabel in own.labels ? undefined : own;
  if (own === undefined) return known;
  return { ...known, image: known.image || own.image, digest: own.digest || known.digest };
}

async function askServices(
  { path: socketPath, runtime }: RuntimeSocket,
  containerId: string,
  signal: AbortSignal,
): Promise<Description | undefined> {
  const ask = <Answer>(name: string, request: object, namespace?: string) =>
    call<Answer>(methods, `containerd.services.${name}`, request, {
      socketPath,
      signal,
      ...(namespace === undefined ? {} : { headers: { 'containerd-namespace': namespace } }),
    });
  const find = <Answer>(name: string, request: object, namespace: string): Promise<Answer | undefined> =>
    found(ask<Answer>(name, request, namespace));

  const { namespaces } = await ask<{ namespaces: readonly { name: string }[] }>('namespaces.v1.Namespaces/List', {});
  for (const { name } of namespaces) {
    if (name === dockerNamespace) continue;
    const got = await find<{ container: Container | null }>('containers.v1.Containers/Get', { id: containerId }, name);
    const container = got?.container;
    if (container?.id !== containerId) continue;
    const image = await find<{ image: { target: { digest: string } | null } | null }>(
      'images.v1.Images/Get',
      { name: container.image },
      name,
    );
    return { ...describe(container, runtime), digest: image?.image?.target?.digest ?? '' };
  }
  return undefined;
}

const describe = ({ id, labels, image }: Container, runtime: string): Description => ({
  ...undescribed(id, runtime),
  ...podOf(labels),
  image,
  name: labels['nerdctl/name'] ?? nameInPod(labels),
  podSandbox: labels[kindLabel] === 'sandbox',
  labels,
});
