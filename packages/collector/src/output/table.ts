import { decodeCredentials, decodeSockaddr, type LazyEvent, type SocketAddress } from '@tracee/event-schema';
import type { Form } from './view';

const columns = ['TIME', 'UID', 'CONTAINER', 'COMM', 'PID', 'TID', 'RET', 'EVENT', 'ARGS'] as const;
const widths = [16, 6, 13, 16, 7, 7, 16, 20, 0];

const line = (cells: readonly string[]): string =>
  `${cells
    .map((cell, i) => cell.padEnd(widths[i] ?? 0))
    .join(' ')
    .trimEnd()}\n`;

export const tableForm: Form = { head: line(columns), line: tableLine };

/** One event: local time, ids as the host sees them, which are also those that filters take. */
function tableLine(event: LazyEvent): string {
  const args = event.args as Readonly<Record<string, unknown>>;
  const texts = event.definition.args.map(({ name, type }) => `${name}: ${argumentText(type, args[name])}`);
  return line([
    timeOfDay(event.unixTime),
    `${event.userId}`,
    containerText(event),
    printable(event.processName),
    `${event.hostProcessId}`,
    `${event.hostThreadId}`,
    `${event.returnValue}`,
    event.eventName,
    texts.join(', '),
  ]);
}

const shortIdLength = 12;

/** The name that the runtime gave, the beginning of the id where none is known, "-" outside of containers. */
const containerText = ({ containerName, containerId }: LazyEvent): string =>
  containerId === '' ? '-' : printable(containerName || containerId.slice(0, shortIdLength));

/** HH:MM:SS.microseconds of a Unix time in ns. */
function timeOfDay(unixNs: bigint): string {
  const at = new Date(Number(unixNs / 1_000_000n));
  const two = (value: number) => `${value}`.padStart(2, '0');
  const micros = `${(unixNs / 1000n) % 1_000_000n}`.padStart(6, '0');
  return `${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}.${micros}`;
}

/** What the kernel could not read is "-". */
function argumentText(type: string, value: unknown): string {
  if (value === null || value === undefined) return '-';
  if (type === 'ptr') return `0x${(value as bigint).toString(16)}`;
  if (value instanceof Uint8Array) return bytesText(type, value);
  if (Array.isArray(value)) return `[${value.map((element) => argumentText('', element)).join(', ')}]`;
  return printable(String(value));
}

function bytesText(type: string, bytes: Uint8Array): string {
  const address = type === 'sockaddr' ? decodeSockaddr(bytes) : undefined;
  if (address !== undefined) return addressText(address);
  const credentials = type === 'cred' ? decodeCredentials(bytes) : undefined;
  if (credentials !== undefined)
    return `{${Object.entries(credentials)
      .map(([name, value]) => `${name}: ${value}`)
      .join(', ')}}`;
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex');
}

function addressText(address: SocketAddress): string {
  if ('sin_addr' in address) return `${address.sin_addr}:${address.sin_port}`;
  if ('sin6_addr' in address) return `[${address.sin6_addr}]:${address.sin6_port}`;
  if ('sun_path' in address) return `unix:${printable(address.sun_path)}`;
  return address.sa_family;
}

/** Control characters, which would drive the terminal, ends of lines, marks that reorder text, and bytes that are no text. */
const unsafe = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Cs}]/gu;

/** Text of a traced program as it can be shown: unsafe characters as \xHH or \u{HHHH}. */
export const printable = (text: string): string =>
  text.replace(unsafe, (char) => {
    const code = char.codePointAt(0) as number;
    // a byte that was not UTF-8 (see decodeText)
    if (code >= 0xdc80 && code <= 0xdcff) return `\\x${(code & 0xff).toString(16)}`;
    return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u{${code.toString(16)}}`;
  });
