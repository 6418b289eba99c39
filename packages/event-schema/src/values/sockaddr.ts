import addressFamily from '../vocabulary/address_family';
import { decodeIpv6, encodeIpv6 } from './ipv6';
import { decodeText, encodeText } from './text';

/**
 * A socket address as text, in Tracee's field names. Ports, flow information and scope are decimal.
 * AF_UNIX: `sun_path` is the path; an abstract name begins with NUL, shown as `@`; an unnamed socket has ''.
 * Any other family, and an address that ends too early, has `sa_data`, the bytes behind the family in hexadecimal; bytes too few for a family have '' as family.
 */
export type SocketAddress =
  | { readonly sa_family: 'AF_INET'; readonly sin_port: string; readonly sin_addr: string }
  | {
      readonly sa_family: 'AF_INET6';
      readonly sin6_port: string;
      readonly sin6_flowinfo: string;
      readonly sin6_addr: string;
      readonly sin6_scopeid: string;
    }
  | { readonly sa_family: 'AF_UNIX'; readonly sun_path: string }
  | { readonly sa_family: string; readonly sa_data: string };

const families: Readonly<Record<string, number>> = addressFamily.values;
/** Of two names for one number the first is shown. */
const names = new Map(
  Object.entries(families)
    .reverse()
    .map(([name, number]) => [number, name]),
);

/** The bytes of a `sockaddr` argument as text. */
export function decodeSockaddr(bytes: Uint8Array): SocketAddress {
  const b = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (b.length < 2) return { sa_family: '', sa_data: b.toString('hex') };
  const family = b.readUInt16LE(0);
  if (family === families.AF_UNIX) return { sa_family: 'AF_UNIX', sun_path: unixPath(b) };
  if (family === families.AF_INET && b.length >= 8) {
    return { sa_family: 'AF_INET', sin_port: `${b.readUInt16BE(2)}`, sin_addr: b.subarray(4, 8).join('.') };
  }
  if (family === families.AF_INET6 && b.length >= 24) {
    return {
      sa_family: 'AF_INET6',
      sin6_port: `${b.readUInt16BE(2)}`,
      sin6_flowinfo: `${b.readUInt32BE(4)}`,
      sin6_addr: decodeIpv6(b.subarray(8, 24)),
      sin6_scopeid: `${b.length < 28 ? 0 : b.readUInt32LE(24)}`,
    };
  }
  return { sa_family: names.get(family) ?? `${family}`, sa_data: b.subarray(2).toString('hex') };
}

/** A path ends at its NUL; an abstract name holds its length, and NULs inside it are kept. */
function unixPath(b: Buffer): string {
  if (b.length > 2 && b[2] === 0) {
    const name = decodeText(b, 3).replace(/\0+$/, '');
    return name === '' ? '' : `@${name}`;
  }
  const end = b.indexOf(0, 2);
  return decodeText(b, 2, end < 0 ? b.length : end);
}

/** The bytes of an address: 16 for AF_INET, 28 for AF_INET6, the path and its NUL for AF_UNIX; undefined when a field does not hold an address. */
export function encodeSockaddr(address: Readonly<Record<string, unknown>>): Buffer | undefined {
  const text = (name: string) => `${address[name] ?? ''}`;
  const number = (name: string) => (/^\d{0,10}$/.test(text(name)) ? Number(text(name)) : Number.NaN);
  const family = text('sa_family');
  const data = Buffer.from(text('sa_data'), 'hex');
  switch (address.sa_data === undefined ? family : 'sa_data') {
    case 'AF_INET':
      return inet(number('sin_port'), text('sin_addr'));
    case 'AF_INET6':
      return inet6(number('sin6_port'), number('sin6_flowinfo'), text('sin6_addr'), number('sin6_scopeid'));
    case 'AF_UNIX':
      return Buffer.concat([head(1), unixName(text('sun_path'))]);
    default: {
      if (family === '') return data;
      const code = families[family] ?? (/^\d{1,5}$/.test(family) ? Number(family) : Number.NaN);
      return code <= 0xffff ? Buffer.concat([head(code), data]) : undefined;
    }
  }
}

function head(family: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(family);
  return bytes;
}

function unixName(path: string): Buffer {
  if (path === '') return Buffer.alloc(0);
  return path.startsWith('@')
    ? Buffer.concat([Buffer.of(0), encodeText(path.slice(1))])
    : Buffer.concat([encodeText(path), Buffer.of(0)]);
}

function inet(port: number, address: string): Buffer | undefined {
  const octets = address.split('.').map((octet) => (/^\d{1,3}$/.test(octet) ? Number(octet) : 256));
  if (!(port <= 0xffff) || octets.length !== 4 || octets.some((octet) => octet > 255)) return undefined;
  const bytes = Buffer.alloc(16);
  bytes.writeUInt16LE(families.AF_INET as number, 0);
  bytes.writeUInt16BE(port, 2);
  bytes.set(octets, 4);
  return bytes;
}

function inet6(port: number, flow: number, address: string, scope: number): Buffer | undefined {
  const groups = encodeIpv6(address);
  if (!(port <= 0xffff) || !(flow <= 0xffffffff) || !(scope <= 0xffffffff) || groups === undefined) return undefined;
  const bytes = Buffer.alloc(28);
  bytes.writeUInt16LE(families.AF_INET6 as number, 0);
  bytes.writeUInt16BE(port, 2);
  bytes.writeUInt32BE(flow, 4);
  bytes.set(groups, 8);
  bytes.writeUInt32LE(scope, 24);
  return bytes;
}
