import { createServer, type Server } from 'node:http';
import { RulesError } from '../exit_codes';
import { reason } from '../reason';

export interface Served {
  /** In the text format of Prometheus; undefined: not served. */
  readonly metrics: (() => string) | undefined;
  /** Served at /healthz when true. */
  readonly healthz: boolean;
}

/** HOST:PORT; :PORT is every address. */
export function serve(address: string, { metrics, healthz }: Served): Promise<Server> {
  const [, host = '', port] = /^(.*):(\d+)$/.exec(address) ?? [];
  if (port === undefined || Number(port) > 65535)
    throw new RulesError('usage', `command line: --listen-addr ${address}: not HOST:PORT (as in 127.0.0.1:3366)`);
  const server = createServer((request, response) => {
    const body = request.url === '/metrics' ? metrics?.() : request.url === '/healthz' && healthz ? 'OK\n' : undefined;
    const isText = body !== undefined;
    response.writeHead(isText ? 200 : 404, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' });
    response.end(body ?? 'not found\n');
  });
  return new Promise((resolve, reject) => {
    server.once('error', (error) =>
      reject(new RulesError('failure', `listen: ${address}: ${reason(error)} (choose another --listen-addr)`)),
    );
    server.listen(Number(port), host.replace(/^\[|\]$/g, '') || undefined, () => resolve(server));
    server.unref();
  });
}
