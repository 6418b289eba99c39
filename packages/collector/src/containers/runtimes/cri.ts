import type { Labels } from '@tracee/event-schema';
import { type Description, undescribed } from '../description';
import { call, found, readMethods } from './grpc';
import type { RuntimeSocket } from './runtime';

const methods = readMethods('cri.proto');

/** The messages of proto/cri.proto; a message that was not sent is null. */
interface Container {
  readonly id: string;
  readonly podSandboxId: string;
  readonly metadata: { readonly name: string } | null;
  readonly image: { readonly image: string; readonly userSpecifiedImage: string } | null;
  readonly imageRef: string;
  readonly labels: Labels;
}
interface Sandbox {
  readonly id: string;
  readonly metadata: { readonly name: string; readonly uid: string; readonly namespace: string } | null;
  readonly labels: Labels;
}
interface Image {
  readonly id: string;
  readonly repoTags: readonly string[];
  readonly repoDigests: readonly string[];
}

/** Asks a runtime of Kubernetes, of a container or of the sandbox of a pod. */
export async function askCri(
  { path: socketPath, runtime }: RuntimeSocket,
  containerId: string,
  signal: AbortSignal,
): Promise<Description | undefined> {
  const ask = <Answer>(name: string, request: object) =>
    call<Answer>(methods, `runtime.v1.${name}`, request, { socketPath, signal });
  const sandboxOf = async (podSandboxId: string): Promise<Sandbox | undefined> => {
    const asked = ask<{ status: Sandbox | null }>('RuntimeService/PodSandboxStatus', { podSandboxId });
    const status = (await found(asked))?.status;
    return status?.id === podSandboxId ? status : undefined;
  };

  // the beginning of an id is a filter, too
  const filter = { id: containerId };
  const { containers } = await ask<{ containers: readonly Container[] }>('RuntimeService/ListContainers', { filter });
  const container = containers.find(({ id }) => id === containerId);
  const plain = undescribed(containerId, runtime);
  if (container === undefined) {
    const sandbox = await sandboxOf(containerId);
    return sandbox && { ...plain, ...podOf(sandbox), podSandbox: true, labels: sandbox.labels };
  }
  const [{ image }, sandbox] = await Promise.all([
    ask<{ image: Image | null }>('ImageService/ImageStatus', { image: { image: container.imageRef } }),
    sandboxOf(container.podSandboxId),
  ]);
  return {
    ...plain,
    ...podOf(sandbox),
    image: nameOf(container, image),
    digest: digestOf(container, image),
    name: container.metadata?.name ?? '',
    labels: container.labels,
  };
}

const podOf = (sandbox: Sandbox | undefined) => ({
  podName: sandbox?.metadata?.name ?? '',
  podNamespace: sandbox?.metadata?.namespace ?? '',
  podUid: sandbox?.metadata?.uid ?? '',
});

/** The kubelet gives the id of an image in place of its name, once it has looked for it. */
const isId = (text: string): boolean => /^(?:sha256:)?[0-9a-f]{64}$/.test(text);

function nameOf({ image }: Container, known: Image | null): string {
  const given = image?.userSpecifiedImage || image?.image || '';
  return isId(given) ? (known?.repoTags[0] ?? given) : given;
}

/** That of the manifest, by which the image is pulled; of an image that has none, its id. */
function digestOf({ imageRef }: Container, known: Image | null): string {
  const [reference = imageRef] = known?.repoDigests ?? [];
  return reference.slice(reference.indexOf('@') + 1);
}
