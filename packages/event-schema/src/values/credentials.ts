/** What `commit_creds` compares: ids as seen from the initial user namespace, capability sets as bitmaps. */
export interface Credentials {
  readonly uid: number;
  readonly gid: number;
  readonly suid: number;
  readonly sgid: number;
  readonly euid: number;
  readonly egid: number;
  readonly fsuid: number;
  readonly fsgid: number;
  /** inode number of the user namespace */
  readonly userNamespace: number;
  readonly secureBits: number;
  readonly capInheritable: bigint;
  readonly capPermitted: bigint;
  readonly capEffective: bigint;
  readonly capBounding: bigint;
  readonly capAmbient: bigint;
}

const words = 'uid gid suid sgid euid egid fsuid fsgid userNamespace secureBits'.split(' ');
const sets = 'capInheritable capPermitted capEffective capBounding capAmbient'.split(' ');

export const credentialsFields: readonly string[] = [...words, ...sets];

/** Ten u32, then five u64, as the kernel program writes them (little endian). */
export const credentialsBytes = words.length * 4 + sets.length * 8;

/** Credentials from the bytes of a `cred` argument; undefined when there are not exactly 80. */
export function decodeCredentials(bytes: Uint8Array): Credentials | undefined {
  if (bytes.length !== credentialsBytes) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return Object.fromEntries([
    ...words.map((name, i) => [name, view.getUint32(i * 4, true)]),
    ...sets.map((name, i) => [name, view.getBigUint64(words.length * 4 + i * 8, true)]),
  ]) as Credentials;
}

/** The 80 bytes of credentials; a field that is absent is 0. */
export function encodeCredentials(credentials: Partial<Credentials>): Buffer {
  const bytes = Buffer.alloc(credentialsBytes);
  const values = credentials as Readonly<Record<string, number | bigint | undefined>>;
  for (const [i, name] of words.entries()) bytes.writeUInt32LE(Number(values[name] ?? 0) >>> 0, i * 4);
  for (const [i, name] of sets.entries()) {
    bytes.writeBigUInt64LE(BigInt.asUintN(64, BigInt(values[name] ?? 0)), words.length * 4 + i * 8);
  }
  return bytes;
}
