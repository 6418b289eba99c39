import type { Arch } from '../vocabulary/define';

/** Architecture from the machine that a stream's header names, as in uname. */
export const archOf = (machine: string): Arch => (machine === 'aarch64' || machine === 'arm64' ? 'arm64' : 'x64');
