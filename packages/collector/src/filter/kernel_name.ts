import { decodeText, encodeText } from '@tracee/event-schema';

/** Bytes that the kernel keeps of a name: comm with its NUL, the host name as the record has it. */
export const nameBytes = { comm: 15, uts: 16 } as const;

/** A name as the kernel has it. */
export const kernelName = (field: keyof typeof nameBytes, name: string): string =>
  decodeText(encodeText(name).subarray(0, nameBytes[field]));
