import { request } from 'node:http';
import type { Labels } from '@tracee/event-schema';
import { type Description, undescribed } from '../description';
import { nameInPod, podOf } from './pod_labels';
import { maxAnswerBytes, type RuntimeSocket } from './runtime';

/** The parts of an answer that are used; both APIs have them under the same names, podman's the image's digest as well. */
interface Inspected {
  readonly Name?: unknown;
  readonly Image?: unknown;
  readonly ImageDigest?: unknown;
  readonly ImageName?: unknown;
  readonly Config?: { readonly Image?: unknown; readonly Labels?: unknown };
}

const pathOf = (runtime: string, id: string): string =>
  runtime === 'podman' ? `/v4.0.0/libpod/containers/${id}/json` : `/containers/${id}/json`;

/** Asks the API of Docker, or podman's own. */
export async function inspect(
  socket: RuntimeSocket,
  containerId: string,
  signal: AbortSignal,
): Promise<Description | undefined> {
  const text = await get(socket.path, pathOf(socket.runtime, containerId), signal);
  return text === undefined ? undefined : describe(JSON.parse(text) as Inspected, containerId, socket.runtime);
}

function describe(found: Inspected, id: string, runtime: string): Description {
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  const labels = textsOf(found.Config?.Labels);
  return {
    ...undescribed(id, runtime),
    ...podOf(labels),
    image: text(found.ImageName) || text(found.Config?.Image),
    digest: text(found.ImageDigest) || text(found.Image),
    name: nameInPod(labels) || text(found.Name).replace(/^\//, ''),
    podSandbox: labels['io.kubernetes.docker.type'] === 'podsandbox',
    labels,
  };
}

/** Those of its values that are text. */
const textsOf = (found: unknown): Labels =>
  typeof found === 'object' && found !== null
    ? Object.fromEntries(Object.entries(found).filter(([, value]) => typeof value === 'string'))
    : {};

/** The body; undefined for "no such container". */
function get(socketPath: string, path: string, signal: AbortSignal): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const asked = request({ socketPath, path, signal, headers: { host: 'localhost' } }, (answer) => {
      const chunks: Buffer[] = [];
      let bytes = 0;
      answer.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes > maxAnswerBytes) asked.destroy(new Error(`an answer of more than ${maxAnswerBytes} bytes`));
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
