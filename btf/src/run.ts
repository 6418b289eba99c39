import { spawnSync } from 'node:child_process';

const largestOutput = 1 << 30;

/** bpftool lies where only an administrator's PATH leads. */
const PATH = `${process.env.PATH}:/usr/local/sbin:/usr/sbin:/sbin`;

/** Runs a command to its end, and gives its output; throws with the end of what it said when it fails. */
export function runForBytes([command = '', ...args]: readonly string[], cwd?: string): Buffer {
  const options = { maxBuffer: largestOutput, env: { ...process.env, PATH }, ...(cwd === undefined ? {} : { cwd }) };
  const { status, error, stdout, stderr } = spawnSync(command, args, options);
  if (status === 0) return stdout;
  const said = `${stdout ?? ''}${stderr ?? ''}`.trimEnd().split('\n').slice(-5).join('\n');
  throw new Error(`run ${command}: ${error?.message ?? `exit code ${status}`}${said && `: ${said}`}`);
}

export const run = (command: readonly string[], cwd?: string): string => runForBytes(command, cwd).toString();
