import { spawnSync } from 'node:child_process';
import { SetupError } from '../../../scripts/setup/report.mjs';

/** What decompresses a kernel, by the first bytes of the compressed part. */
const decompressors = [
  { magic: 'fd377a585a00', command: ['xz', '-dc'] },
  { magic: '28b52ffd', command: ['zstd', '-dcq'] },
  { magic: '02214c18', command: ['lz4', '-dc'] },
];

// Fields of the boot protocol's header (Documentation/arch/x86/boot.rst)
const setupSectors = 0x1f1;
const headerMagic = 0x202;
const payloadOffset = 0x248;
const payloadLength = 0x24c;

/** The kernel as ELF out of a bzImage: booted so, the guest need not decompress itself, which takes 20 s when emulated. */
export function unpackKernel(image) {
  if (image.toString('latin1', headerMagic, headerMagic + 4) !== 'HdrS')
    throw new SetupError('unpack kernel: no bzImage');
  const start = ((image[setupSectors] || 4) + 1) * 512 + image.readUInt32LE(payloadOffset);
  const payload = image.subarray(start, start + image.readUInt32LE(payloadLength));
  const format = decompressors.find(({ magic }) => payload.toString('hex', 0, magic.length / 2) === magic);
  if (format === undefined)
    throw new SetupError(`unpack kernel: compressed in an unknown way (${payload.toString('hex', 0, 6)})`);
  // the kernel's build puts the unpacked size, 4 bytes, behind
  const input = payload.subarray(0, -4);
  const [command, ...args] = format.command;
  const { stdout, stderr, error } = spawnSync(command, args, { input, maxBuffer: 1 << 30 });
  if (error || stdout.toString('latin1', 0, 4) !== '\x7fELF')
    throw new SetupError(`unpack kernel: ${command}: ${error?.message ?? stderr}`);
  return stdout;
}
