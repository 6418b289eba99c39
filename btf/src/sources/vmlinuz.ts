import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../checkout';
import { btfOfFile } from './file';

/** The BTF of a compressed kernel (bzImage). */
export async function btfOfVmlinuz(image: Buffer, work: string): Promise<Buffer> {
  const unpacker = pathToFileURL(join(root, 'test/vm/lib/unpack_kernel.mjs')).href;
  const { unpackKernel } = (await import(unpacker)) as { unpackKernel(image: Buffer): Buffer };
  const vmlinux = join(work, 'vmlinux');
  writeFileSync(vmlinux, unpackKernel(image));
  return btfOfFile(vmlinux);
}
