import { decodeSockaddr } from '@tracee/event-schema';

export interface Peer {
  readonly address: string;
  readonly port: number;
}

/** Address and port of an IPv4 or IPv6 peer; undefined for other families and for port 0, which reaches nobody. */
export function internetPeer(sockaddr: Uint8Array | null): Peer | undefined {
  if (sockaddr === null) return undefined;
  const decoded = decodeSockaddr(sockaddr);
  if ('sin_addr' in decoded) return peer(decoded.sin_addr, decoded.sin_port);
  return 'sin6_addr' in decoded ? peer(decoded.sin6_addr, decoded.sin6_port) : undefined;
}

const peer = (address: string, port: string) => (port === '0' ? undefined : { address, port: Number(port) });

/** Path of a Unix socket peer; undefined for other families. */
export function unixPeer(sockaddr: Uint8Array | null): string | undefined {
  if (sockaddr === null) return undefined;
  const decoded = decodeSockaddr(sockaddr);
  return 'sun_path' in decoded ? decoded.sun_path : undefined;
}
