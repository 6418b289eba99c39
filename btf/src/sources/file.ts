import { readFileSync } from 'node:fs';
import { ElfFile } from '@tracee/collector/dist/src/btf/elf_file';

/** Magic of BTF, little endian. */
const btfMagic = 0xeb9f;

/** The BTF of a vmlinux (its section .BTF), or of a file that is BTF itself. */
export function btfOfFile(path: string): Buffer {
  const bytes = readFileSync(path);
  if (bytes.length > 2 && bytes.readUInt16LE(0) === btfMagic) return bytes;
  const elf = new ElfFile(path);
  try {
    const section = elf.section('.BTF');
    if (section === undefined)
      throw new Error(`read ${path}: no section .BTF (the kernel was built without CONFIG_DEBUG_INFO_BTF)`);
    return section;
  } finally {
    elf.close();
  }
}
