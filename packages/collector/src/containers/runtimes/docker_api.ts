import { request } from 'node:http';
import { type Description, undescribed } from '../description';
import type { RuntimeSocket } from './runtime';

/** An answer may be no longer: a runtime that lies must not fill memory. */
const maxBytes = 4 << 20;

/** The parts of an answer that are used; both APIs have them under the same names, podman's the image's digest as well. */
interface Inspected {
  readonly Name?: unknown;
  readonly Image?: unknown;
  readonly ImageDigest?: unknown;
  readonly ImageName?: unknown;
  readonly Config?: { readonly Image?: unknown; readonly Labels?: unknown };
}

const paths = {
  docker: (id: string) => `/containers/${id}/json`,
  podman: (id: string) => `/v4.0.0/libpod/containers/${id}/json`,
} as const;

/** Asks the API of Docker, or podman's own. */
export async function inspect(
  socket: RuntimeSocket,
  containerId: string,
  signal: AbortSignal,
): Promise<Description | undefined> {
  const text = await get(socket.path, paths[socket.runtime](containerId), signal);
  return text === undefined ? undefined : describe(JSON.parse(text) as Inspected, containerId, socket.runtime);
}

function describe(found: Inspected, id: string, runtime: string): Description {
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  const labels = typeof found.Config?.Labels === 'object' && found.Config.Labels !== null ? found.Config.Labels : {};
  const label = (name: string) => text((labels as Readonly<Record<string, unknown>>)[name]);
  return {
    ...undescribed(id, runtime),
    image: text(found.ImageName) || text(found.Config?.Image),
    digest: text(found.ImageDigest) || text(found.Image),
    name: label('io.kubernetes.container.name') || text(found.Name).replace(/^\//, ''),
    podName: label('io.kubernetes.pod.name'),
    podNamespace: label('io.kubernetes.pod.namespace'),
    podUid: label('io.kubernetes.pod.uid'),
    podSandbox: label('io.kubernetes.docker.type') === 'podsandbox',
  };
}

/** The body; undefined for "no such container". */
function get(socketPath: string, path: string, signal: AbortSignal): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const asked = request({ socketPath, path, signal, headers: { host: 'localhost' } }, (answer) => {
      const chunks: Buffer[] = [];
      let bytes = 0;
      answer.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes > maxBytes) asked.destroy(new Error(`an answer of more than ${maxBytes} bytes`));
        else chunks.push(chunk);
      });
      answer.on('error', reject);
      answer.on('end', () => {
        if (answer.statusCode === 200) resolve(Buffer.concat(chunks).toString());
        else if (answer.statusCode === 404) resolve(undefined);
        else reject(new Error(`status ${answer.statusCode}`));
      });
    });
    asked.on('error', reject);
    asked.end();
  });
}
