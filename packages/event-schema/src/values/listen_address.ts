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
