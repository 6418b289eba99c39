import { chmodSync, lstatSync, rmSync } from 'node:fs';
import { connect, type Server } from 'node:net';

/** Where an HTTP server listens. */
export type ListenAddress = { readonly host: string | undefined; readonly port: number } | { readonly path: string };

/** "HOST:PORT", ":PORT" for every address, "[V6]:PORT" or "unix:PATH"; undefined for anything else. */
export function parseListenAddress(text: string): ListenAddress | undefined {
  const [, path] = /^unix:(.+)$/s.exec(text) ?? [];
  if (path !== undefined) return { path };
  const [, host = '', port] = /^(\[[^\]]*\]|[^:]*):(\d+)$/.exec(text) ?? [];
  if (port === undefined || Number(port) > 65535) return undefined;
  return { host: host.replace(/^\[|\]$/g, '') || undefined, port: Number(port) };
}

/** Listens at the address. A socket file is this user's alone; one that a killed run left is replaced. */
export async function listenAt(server: Server, place: ListenAddress): Promise<void> {
  if ('path' in place) await removeStale(place.path);
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
