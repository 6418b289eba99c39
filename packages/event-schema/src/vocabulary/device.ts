import { defineCoded } from './define';

const minorBits = 20n;

/** "8:1", each part within the bits the kernel has for it. */
export function splitDevice(text: string, majorBits: bigint): readonly [major: bigint, minor: bigint] | undefined {
  const [, major, minor] = /^(\d{1,10}):(\d{1,10})$/.exec(text) ?? [];
  if (major === undefined || minor === undefined) return undefined;
  const parts = [BigInt(major), BigInt(minor)] as const;
  return parts[0] >> majorBits === 0n && parts[1] >> minorBits === 0n ? parts : undefined;
}

export default defineCoded({
  name: 'device',
  doc: 'Device number inside the kernel: major above 20 bits of minor',
  notation: 'major:minor',
  format: (value) => `${value >> minorBits}:${BigInt.asUintN(Number(minorBits), value)}`,
  parse: (text) => {
    const parts = splitDevice(text, 12n);
    return parts && (parts[0] << minorBits) | parts[1];
  },
});
