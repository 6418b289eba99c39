import { readFileSync } from 'node:fs';
import { machine, release, version } from 'node:os';
import { CollectError } from '../errors';

/** Which kernel runs, and whose it is, in the words that minimal BTF is filed under. */
export interface Host {
  /** ID and VERSION_ID of os-release; '' where it says none. */
  readonly distribution: string;
  readonly version: string;
  /** x86_64, arm64, or what uname -m says. */
  readonly arch: string;
  /** uname -r and -v. */
  readonly release: string;
  readonly build: string;
  /** File that named the distribution. */
  readonly source: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

const osReleaseFiles = ['/etc/os-release', '/usr/lib/os-release'];

export const thisArch = (): string => (machine() === 'aarch64' ? 'arm64' : machine());

/** OSRELEASE_FILE names the host's file where /etc/os-release is that of a container. */
export function thisHost(env: Environment): Host {
  const { source, text } = osRelease(env.OSRELEASE_FILE || undefined);
  const fields = parseOsRelease(text);
  return {
    distribution: fields.get('ID') ?? '',
    version: fields.get('VERSION_ID') ?? '',
    arch: thisArch(),
    release: release(),
    build: version(),
    source,
  };
}

function osRelease(given: string | undefined): { source: string; text: string } {
  for (const source of given === undefined ? osReleaseFiles : [given]) {
    try {
      return { source, text: readFileSync(source, 'utf8') };
    } catch (error) {
      if (given !== undefined)
        throw new CollectError(
          'unsupported',
          `OSRELEASE_FILE: ${given}: ${reason(error)} (name the os-release file of the host)`,
        );
    }
  }
  return { source: osReleaseFiles[0] as string, text: '' };
}

/** NAME=value lines, the value perhaps in quotes. */
export function parseOsRelease(text: string): Map<string, string> {
  const fields = text.matchAll(/^([A-Z_0-9]+)=(?:"([^"\n]*)"|'([^'\n]*)'|(\S*))$/gm);
  return new Map(
    Array.from(fields, ([, name = '', ...values]) => [name, values.find((value) => value !== undefined) ?? '']),
  );
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'not there',
  EACCES: 'this user may not read it',
  EISDIR: 'a directory',
  ENOTDIR: 'not there',
};

/** Why a file could not be read. */
export function reason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return (code !== undefined && reasons[code]) || message;
}
