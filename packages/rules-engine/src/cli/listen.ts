import { chmodSync, lstatSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { connect } from 'node:net';
import { type ListenAddress, metricsContentType, parseListenAddress } from '@tracee/event-schema';
import { RulesError } from '../exit_codes';
import { reason } from '../reason';

export interface Served {
  /** Address, and text in the format of Prometheus. */
  readonly metrics: { readonly address: string; readonly text: () => string } | undefined;
  readonly healthz: { readonly address: string } | undefined;
}

type Pages = ReadonlyMap<string, () => string>;

/** Serves /metrics and /healthz, with one server for each address. They do not keep the process alive. */
export async function serve({ metrics, healthz }: Served): Promise<{ close(): void }> {
  const servers: Server[] = [];
  const addresses = [metrics?.address, healthz?.address].filter((address) => address !== undefined);
  for (const address of new Set(addresses)) {
    const pages = new Map<string, () => string>();
    if (metrics?.address === address) pages.set('/metrics', metrics.text);
    if (healthz?.address === address) pages.set('/healthz', () => 'OK\n');
    servers.push(await listen(address, pages));
  }
  return { close: () => servers.forEach((server) => void server.close()) };
}

async function listen(address: string, pages: Pages): Promise<Server> {
  const place = parseListenAddress(address);
  if (place === undefined)
    throw new RulesError(
      'usage',
      `command line: "${address}": not HOST:PORT or unix:PATH (write for example 127.0.0.1:3367)`,
    );
  const server = createServer((request, response) => {
    const body = pages.get(request.url?.split('?', 1)[0] ?? '')?.();
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': metricsContentType });
    response.end(body ?? 'not found\n');
  });
  try {
    if ('path' in place) await removeStale(place.path);
    await bound(server, place);
  } catch (error) {
    throw new RulesError('failure', `listen: ${address}: ${reason(error)} (choose another address)`, { cause: error });
  }
  return server.unref();
}

function bound(server: Server, place: ListenAddress): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(place, () => {
      if ('path' in place) chmodSync(place.path, 0o600);
      resolve();
    });
  });
}

/** A socket that nobody listens at: an earlier run was killed. Anything else at its path stays, and listening fails. */
async function removeStale(path: string): Promise<void> {
  if (lstatSync(path, { throwIfNoEntry: false })?.isSocket() !== true) return;
  const stale = await new Promise<boolean>((resolve) => {
    const probe = connect(path, () => {
      probe.destroy();
      resolve(false);
    });
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code === 'ECONNREFUSED'));
  });
  if (stale) rmSync(path);
}
