import type { Surroundings } from '../signature/signature';
import { all, any, type Condition } from '../where/condition';
import type { TextField, TextsField } from '../where/fields';
import { basename } from './path';

const shells = new Set(['ash', 'bash', 'csh', 'dash', 'fish', 'ksh', 'mksh', 'rbash', 'sh', 'tcsh', 'zsh']);

/** The program is a shell, by its name: a path or a comm. */
export const isShell = (program: string | null): boolean => program !== null && shells.has(basename(program));

/** Those that put files of the system in place as their work. */
const packageManagers = new Set([
  'apk',
  'apt',
  'apt-get',
  'dnf',
  'dnf5',
  'dpkg',
  'microdnf',
  'pacman',
  'rpm',
  'unattended-upgr',
  'yum',
  'zypper',
]);

export const isPackageManager = (processName: string): boolean => packageManagers.has(processName);

/** The process is a package manager, or a script of a package that one runs: what a package brings along. */
export const isByPackageManager = (
  { processName }: { readonly processName: string },
  { ancestors }: Surroundings,
): boolean => isPackageManager(processName) || ancestors().some((one) => isPackageManager(one.processName));

/** Value of a variable in an environment, a list of NAME=value; undefined when it is not set. */
export const environmentValue = (environment: readonly string[] | null, name: string): string | undefined =>
  environment?.find((entry) => entry.startsWith(`${name}=`))?.slice(name.length + 1);

/** The name by which a program was called; a link's own name, not that of the file behind it. */
export const commandName = ({
  cmdpath,
  pathname,
}: {
  readonly cmdpath: string | null;
  readonly pathname: string | null;
}): string => basename(cmdpath ?? pathname ?? '');

interface CommandFields {
  readonly cmdpath: TextField;
  readonly pathname: TextField;
}

/** The program was called by one of these names (see commandName); for `where`. */
export const calledAs = ({ cmdpath, pathname }: CommandFields, names: Iterable<string>): Condition => {
  const wanted = [...names];
  return any(cmdpath.basename.oneOf(wanted), all(cmdpath.isNull(), pathname.basename.oneOf(wanted)));
};

/** The program is a shell; for `where`. */
export const shell = (program: TextField): Condition => program.basename.oneOf(shells);

/** A variable of this name is in the environment; for `where`. */
export const variableSet = (environment: TextsField, name: string): Condition =>
  environment.some.startsWith(`${name}=`);
