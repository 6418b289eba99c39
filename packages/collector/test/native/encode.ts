import { loadNative, type NativeModule } from '@tracee/collector';

/** What the addon has for tests and benchmarks: the encoder without a kernel. */
interface NativeEncoder extends NativeModule {
  /**
   * Frames of records, each a length (u32, little endian) and its bytes. Those not of this schema are left out, and those of which a
   * residue of filters leaves nothing. Done `passes` times over, for benchmarks.
   */
  encodeRecords(records: Uint8Array, residue?: Uint8Array, passes?: number): Buffer;
}

const { encodeRecords } = loadNative() as NativeEncoder;

export function encode(records: readonly Uint8Array[]): Buffer {
  const parts = records.flatMap((record) => {
    const length = Buffer.alloc(4);
    length.writeUInt32LE(record.length);
    return [length, record];
  });
  return encodeRecords(Buffer.concat(parts));
}

export { encodeRecords };
