import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { CollectError } from '../errors';
import type { BpfObject } from '../kernel/load';
import { ElfFile, elfMachines } from './elf_file';
import { reason } from './host';

type Arch = 'x86_64' | 'arm64';

/** A member of struct pt_regs that only this architecture's types have; BPF objects and kernels carry both their names as text. */
const ofArch: Readonly<Record<Arch, string>> = { x86_64: 'orig_ax', arm64: 'orig_x0' };

const btfMagic = 0xeb9f;
const btfHeaderBytes = 24;

/** First bytes of files that someone forgot to unpack. */
const packed: readonly (readonly [magic: string, name: string])[] = [
  ['fd377a585a00', 'xz'],
  ['1f8b', 'gzip'],
  ['28b52ffd', 'zstd'],
];

/** A file that a user named, checked as far as its bytes tell. Nothing of it is loaded when anything is wrong. */
function checked<T>(variable: string, path: string, check: () => T): T {
  try {
    return check();
  } catch (error) {
    throw new CollectError('unsupported', `${variable}: ${path}: ${reason(error)}`);
  }
}

/** TRACEE_BTF_FILE: BTF of this kernel, or its vmlinux. */
export function readBtfFile(path: string, arch: string): Buffer {
  return checked('TRACEE_BTF_FILE', path, () => {
    const start = firstBytes(path);
    const isRaw = start.length >= 2 && start.readUInt16LE(0) === btfMagic;
    const btf = isRaw ? wholeBtf(readFileSync(path)) : btfOfElf(path, arch);
    checkArch(btf, arch);
    return btf;
  });
}

/** Its path, when it is what it should be. */
export function checkBtfFile(path: string, arch: string): string {
  readBtfFile(path, arch);
  return path;
}

export interface GivenObject extends BpfObject {
  /** It has CO-RE relocations, which need BTF. */
  readonly relocates: boolean;
}

/** TRACEE_BPF_FILE: a build of the BPF programs. */
export function checkBpfFile(path: string, arch: string): GivenObject {
  return checked('TRACEE_BPF_FILE', path, () => {
    firstBytes(path);
    const elf = new ElfFile(path);
    try {
      if (elf.machine !== elfMachines.bpf) throw new Error('not a BPF object (compile it with clang -target bpf)');
      checkArch(elf.section('.BTF') ?? Buffer.alloc(0), arch);
      const typed = elf.sectionNames.some((name) => name.startsWith('tp_btf/'));
      return { path, probes: typed ? 'typed' : 'raw', relocates: hasRelocations(elf.section('.BTF.ext')) };
    } finally {
      elf.close();
    }
  });
}

function firstBytes(path: string): Buffer {
  const fd = openSync(path, 'r');
  try {
    if (fstatSync(fd).size === 0) throw new Error('empty');
    const bytes = Buffer.alloc(8);
    const start = bytes.subarray(0, readSync(fd, bytes, 0, bytes.length, 0));
    const [, format] = packed.find(([magic]) => start.toString('hex').startsWith(magic)) ?? [];
    if (format !== undefined) throw new Error(`compressed with ${format} (unpack it)`);
    return start;
  } finally {
    closeSync(fd);
  }
}

function wholeBtf(bytes: Buffer): Buffer {
  if (bytes.length < btfHeaderBytes) throw new Error(`truncated: BTF of ${bytes.length} bytes`);
  const header = bytes.readUInt32LE(4);
  const end =
    header + Math.max(bytes.readUInt32LE(8) + bytes.readUInt32LE(12), bytes.readUInt32LE(16) + bytes.readUInt32LE(20));
  if (end > bytes.length) throw new Error(`truncated: ${bytes.length} bytes of BTF, ${end} in its header`);
  return bytes;
}

function btfOfElf(path: string, arch: string): Buffer {
  let elf: ElfFile;
  try {
    elf = new ElfFile(path);
  } catch (error) {
    const { message } = error as Error;
    throw message.startsWith('not an ELF')
      ? new Error('neither BTF nor an ELF file with BTF (name a .btf file or a vmlinux)')
      : error;
  }
  try {
    const [of] = Object.entries(elfMachines).find(([, machine]) => machine === elf.machine) ?? [];
    if (of !== 'bpf' && of !== arch)
      throw new Error(`of another architecture, ${of ?? `ELF machine ${elf.machine}`} (this machine is ${arch})`);
    const section = elf.section('.BTF');
    if (section === undefined)
      throw new Error('no BTF in it (a vmlinux has it with CONFIG_DEBUG_INFO_BTF, or after pahole -J)');
    return wholeBtf(section);
  } finally {
    elf.close();
  }
}

function checkArch(btf: Buffer, arch: string): void {
  const found = (Object.keys(ofArch) as Arch[]).filter((name) => btf.includes(`\0${ofArch[name]}\0`));
  if (found.length > 0 && !found.includes(arch as Arch))
    throw new Error(`of another architecture, ${found.join(' and ')} (this machine is ${arch})`);
}

/** struct btf_ext_header: length of the CO-RE relocations. */
const relocationBytesAt = 28;

function hasRelocations(ext: Buffer | undefined): boolean {
  return ext !== undefined && ext.readUInt32LE(4) > relocationBytesAt && ext.readUInt32LE(relocationBytesAt) > 0;
}
