import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** e_machine of the ELF header, as far as it is asked for here. */
export const elfMachines = { x86_64: 62, arm64: 183, bpf: 247 } as const;

const magic = 0x7f454c46;
const headerBytes = 64;
const sectionHeaderBytes = 64;
/** SHT_NOBITS: the section takes no room in the file. */
const noBits = 8;

export interface ElfSection {
  readonly offset: number;
  readonly size: number;
}

/** A 64-bit little-endian ELF file that is read through its descriptor: a vmlinux with debug information has a gigabyte. */
export class ElfFile {
  readonly machine: number;
  readonly #fd: number;
  readonly #size: number;
  readonly #sections: ReadonlyMap<string, ElfSection>;

  /** Throws an Error that says what was found: `not an ELF file`, `truncated: ...`. */
  constructor(path: string) {
    this.#fd = openSync(path, 'r');
    try {
      this.#size = fstatSync(this.#fd).size;
      const header = this.#read(0, Math.min(this.#size, headerBytes));
      if (header.length < 4 || header.readUInt32BE(0) !== magic) throw new Error('not an ELF file');
      if (header.length < headerBytes) throw truncated(`an ELF header of ${header.length} bytes`);
      if (header[4] !== 2 || header[5] !== 1) throw new Error('not a 64-bit little-endian ELF file');
      this.machine = header.readUInt16LE(18);
      this.#sections = this.#readSections(header);
    } catch (error) {
      this.close();
      throw error;
    }
  }

  get sectionNames(): string[] {
    return [...this.#sections.keys()];
  }

  /** The bytes of a section; undefined when the file has none of that name. */
  section(name: string): Buffer | undefined {
    const found = this.#sections.get(name);
    return found && this.#read(found.offset, found.size);
  }

  /** Where a section lies in the file. */
  place(name: string): ElfSection | undefined {
    return this.#sections.get(name);
  }

  close(): void {
    closeSync(this.#fd);
  }

  #readSections(header: Buffer): Map<string, ElfSection> {
    const tableAt = Number(header.readBigUInt64LE(40));
    const entryBytes = header.readUInt16LE(58);
    if (entryBytes < sectionHeaderBytes) throw new Error(`section headers of ${entryBytes} bytes`);
    const table = this.#read(tableAt, entryBytes * header.readUInt16LE(60));
    const headers = Array.from({ length: table.length / entryBytes }, (_, i) => {
      const at = i * entryBytes;
      return {
        name: table.readUInt32LE(at),
        type: table.readUInt32LE(at + 4),
        offset: Number(table.readBigUInt64LE(at + 24)),
        size: Number(table.readBigUInt64LE(at + 32)),
      };
    });
    const strings = headers[header.readUInt16LE(62)];
    if (strings === undefined) throw new Error('no section names');
    const names = this.#read(strings.offset, strings.size);
    const nameAt = (at: number) => names.toString('latin1', at, names.indexOf(0, at));
    for (const { type, offset, size } of headers)
      if (type !== noBits && offset + size > this.#size) throw truncated(`a section ends at ${offset + size}`);
    return new Map(headers.map(({ name, offset, size }) => [nameAt(name), { offset, size }]));
  }

  #read(offset: number, length: number): Buffer {
    if (offset + length > this.#size) throw truncated(`a section ends at ${offset + length}`);
    const bytes = Buffer.alloc(length);
    for (let got = 0; got < length; ) {
      const count = readSync(this.#fd, bytes, got, length - got, offset + got);
      if (count === 0) throw truncated(`nothing behind byte ${offset + got}`);
      got += count;
    }
    return bytes;
  }
}

const truncated = (what: string) => new Error(`truncated: ${what}`);
