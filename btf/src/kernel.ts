/** Which kernel a BTF is of, in the words of os-release and uname. */
export interface Kernel {
  /** ID of os-release: debian. */
  readonly distribution: string;
  /** VERSION_ID of os-release: 12. */
  readonly version: string;
  /** x86_64 or arm64. */
  readonly arch: string;
  /** uname -r. */
  readonly release: string;
}

/** DISTRIBUTION/VERSION/ARCH/RELEASE, as BTFHub orders its archive. */
export const pathOf = ({ distribution, version, arch, release }: Kernel): string =>
  [distribution, version, arch, release].join('/');

/** Reads such a path. Throws when it is not one. */
export function kernelOf(path: string): Kernel {
  const [distribution, version, arch, release, ...more] = path.split('/');
  if (!distribution || !version || !arch || !release || more.length > 0)
    throw new Error(
      `kernel: ${path}: not DISTRIBUTION/VERSION/ARCH/RELEASE (for example debian/12/x86_64/6.1.0-50-amd64)`,
    );
  return { distribution, version, arch, release };
}
