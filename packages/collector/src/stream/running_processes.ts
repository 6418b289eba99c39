import { readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs';
import { decodeText, encodeDictionary } from '@tracee/event-schema';

/** USER_HZ: the unit of start times in /proc, the same on every architecture that we know. */
const nsPerTick = 10_000_000n;
/** Fields of stat are counted from 1; those behind the name, which may hold anything, begin with the third. */
const firstBehindName = 3;
const parentField = 4;
const startField = 22;

/** Dictionary entries of the processes that run now; those that end while they are read are left out. */
export function runningProcessFrames(proc = '/proc'): Uint8Array {
  const frames = readdirSync(proc)
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => frameOf(`${proc}/${name}`, Number(name)) ?? []);
  return Buffer.concat(frames);
}

function frameOf(process: string, index: number): Uint8Array | undefined {
  let stat: Buffer;
  try {
    stat = readFileSync(`${process}/stat`);
  } catch {
    return undefined;
  }
  const nameEnd = stat.lastIndexOf(')');
  const fields = stat.toString('latin1', nameEnd + 2).split(' ');
  const field = (number: number) => fields[number - firstBehindName] as string;
  return encodeDictionary({
    dictionary: 'process',
    index,
    value: {
      hostParentProcessId: Number(field(parentField)),
      startTime: BigInt(field(startField)) * nsPerTick,
      processName: decodeText(stat.subarray(stat.indexOf('(') + 1, nameEnd)),
      executable: executableOf(process),
    },
  });
}

const deleted = ' (deleted)';
const memfd = '/memfd:';

/**
 * As the kernel's events name it (native/process_files.cc does the same for one process); '' for a thread of the kernel, and for what has
 * gone. The link says of a file without a name that it is deleted, which a file's own name may say too: its count of links decides.
 */
function executableOf(process: string): string {
  const link = `${process}/exe`;
  try {
    const path = decodeText(readlinkSync(link, 'buffer'));
    if (!path.endsWith(deleted) || statSync(link).nlink > 0) return path;
    const named = path.slice(0, -deleted.length);
    return named.startsWith(memfd) ? named.slice(1) : named;
  } catch {
    return '';
  }
}
