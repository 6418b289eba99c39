import { createServer, type Server } from 'node:http';
import { listenAt, parseListenAddress } from '@tracee/event-schema';
import { CollectError, messageOf } from '../errors';

export interface Answer {
  readonly status: number;
  readonly body: string;
  readonly contentType?: string;
}

/** What is served: at which address, under which path. */
export interface Route {
  readonly address: string;
  readonly path: string;
  readonly answer: () => Answer | Promise<Answer>;
}

/** Serves the routes, with one server for each address. They do not keep the process alive. */
export async function serve(routes: readonly Route[]): Promise<{ close(): void }> {
  const servers: Server[] = [];
  const close = () => servers.forEach((server) => void server.close());
  try {
    for (const address of new Set(routes.map((route) => route.address)))
      servers.push(
        await listen(
          address,
          routes.filter((route) => route.address === address),
        ),
      );
  } catch (error) {
    close();
    throw error;
  }
  return { close };
}

async function listen(address: string, routes: readonly Route[]): Promise<Server> {
  const place = parseListenAddress(address);
  if (place === undefined)
    throw new CollectError(
      'usage',
      `listen: "${address}": not HOST:PORT or unix:PATH (write for example 127.0.0.1:3366)`,
    );
  const server = createServer(async (request, response) => {
    const route = routes.find(({ path }) => path === request.url?.split('?', 1)[0]);
    const found = (await route?.answer()) ?? { status: 404, body: 'not found\n' };
    response.writeHead(found.status, { 'content-type': found.contentType ?? 'text/plain; charset=utf-8' });
    response.end(found.body);
  });
  try {
    await listenAt(server, place);
  } catch (error) {
    throw new CollectError('output', `listen: ${address}: ${messageOf(error)} (choose another address)`);
  }
  return server.unref();
}
