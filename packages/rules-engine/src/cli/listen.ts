import { createServer, type Server } from 'node:http';
import { listenAt, metricsContentType, parseListenAddress } from '@tracee/event-schema';
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
    await listenAt(server, place);
  } catch (error) {
    throw new RulesError('failure', `listen: ${address}: ${reason(error)} (choose another address)`, { cause: error });
  }
  return server.unref();
}
