import { readFileSync } from 'node:fs';
import { readBtfTypes } from '@tracee/event-schema/dist/generate/btf_types';
import { ElfFile, type ElfSection } from './elf_file';
import { KernelTypes, stepsOf } from './fields';
import { type Relocated, type Relocation, readRelocations, relocationKinds, relocationsAt } from './relocations';

/** Classes of instructions, the lowest three bits: those that work with a number, and those that read or write memory. */
const arithmetic: readonly number[] = [4, 7];
const memory: readonly number[] = [1, 2, 3];
/** Bytes that one of the latter moves, by bits 3 and 4. */
const moved = [4, 2, 1, 8] as const;
/** A number of 64 bits, which takes two instructions. */
const loadsNumber = 0x18;
const instructionBytes = 8;
/** A call of a function that does not exist: the verifier refuses it, unless what is known of the kernel keeps it from being reached. */
const calls = 0x85;
const noFunction = 0xbad2310;

/**
 * A BPF object that fits one kernel: its relocations are applied as libbpf would when it loads the object with this BTF, and gone. What the
 * kernel does not have is made unreachable, as there.
 */
export function relocateObject(object: string, btf: Buffer): Buffer {
  const relocated = readRelocations(object);
  const kernel = new KernelTypes(readBtfTypes(btf));
  const bytes = readFileSync(object);
  const elf = new ElfFile(object);
  try {
    const place = (name: string): ElfSection => elf.place(name) ?? missing(object, name);
    for (const relocation of relocated.relocations) {
      const { offset } = place(relocation.section);
      patch(bytes.subarray(offset + relocation.at), valueFor(relocation, relocated, kernel));
    }
    bytes.writeUInt32LE(0, place('.BTF.ext').offset + relocationsAt + 4);
  } finally {
    elf.close();
  }
  return bytes;
}

function missing(object: string, section: string): never {
  throw new Error(`relocate: ${object}: no section ${section}`);
}

interface Value {
  readonly number: number;
  /** Bytes of the field that is there. */
  readonly size?: number;
}

/** What belongs into the instruction; undefined where the kernel has nothing of the kind. */
function valueFor({ kind, type, first, path }: Relocation, { types }: Relocated, kernel: KernelTypes) {
  if (first !== 0) throw new Error(`relocate: element ${first} of an array of objects: not known here`);
  const candidates = kernel.candidates(types[type]);
  if (kind === relocationKinds.typeExists) return { number: candidates.length > 0 ? 1 : 0 };
  if (kind === relocationKinds.typeSize) return onlyOne(candidates.map((of) => ({ number: kernel.sizeOf(of) })));
  const steps = stepsOf(types, type, path);
  const fields = candidates.flatMap((of) => kernel.field(of, steps, types) ?? []);
  if (kind === relocationKinds.fieldExists) return { number: fields.length > 0 ? 1 : 0 };
  if (kind === relocationKinds.fieldOffset)
    return onlyOne(fields.map(({ offset, size }) => ({ number: offset, size })));
  throw new Error(`relocate: relocation of kind ${kind}: not known here`);
}

function onlyOne(values: readonly Value[]): Value | undefined {
  const [value] = values;
  const another = values.find(({ number }) => number !== value?.number);
  if (another !== undefined) throw new Error(`relocate: two types of one name: ${value?.number} and ${another.number}`);
  return value;
}

function patch(instruction: Buffer, value: Value | undefined): void {
  const code = instruction.readUInt8(0);
  if (value === undefined) {
    for (let at = 0; at < (code === loadsNumber ? 2 : 1) * instructionBytes; at += instructionBytes) {
      instruction.fill(0, at, at + instructionBytes);
      instruction.writeUInt8(calls, at);
      instruction.writeUInt32LE(noFunction, at + 4);
    }
  } else if (code === loadsNumber || arithmetic.includes(code & 7)) {
    instruction.writeUInt32LE(value.number, 4);
    if (code === loadsNumber) instruction.writeUInt32LE(0, instructionBytes + 4);
  } else if (memory.includes(code & 7) && value.size === moved[(code >> 3) & 3]) {
    instruction.writeInt16LE(value.number, 2);
  } else {
    throw new Error(`relocate: instruction ${code.toString(16)} on ${value.size} bytes: not known here`);
  }
}
