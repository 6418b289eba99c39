import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FrameReader, FrameWriter, type RunningProcess } from '@tracee/event-schema';
import { runningProcessFrames } from '../../src/stream/running_processes';

function told(proc?: string): RunningProcess[] {
  const seen: RunningProcess[] = [];
  const reader = new FrameReader({ process: (process) => seen.push(process) });
  reader.push(new FrameWriter().header().take());
  reader.push(runningProcessFrames(proc));
  return seen;
}

test('this process and a child, as they are', () => {
  const child = spawn('sleep', ['60']);
  try {
    const processes = told();
    const own = processes.find(({ hostProcessId }) => hostProcessId === process.pid);
    expect(own).toMatchObject({
      hostParentProcessId: process.ppid,
      processName: readFileSync('/proc/self/comm', 'utf8').trim(),
      executable: realpathSync(process.execPath),
    });
    const uptime = Number(readFileSync('/proc/uptime', 'latin1').split(' ')[0]);
    const age = uptime - Number(own?.startTime) / 1e9;
    expect(Math.abs(age - process.uptime())).toBeLessThan(2);
    expect(processes.find(({ hostProcessId }) => hostProcessId === child.pid)).toMatchObject({
      hostParentProcessId: process.pid,
    });
  } finally {
    child.kill();
  }
});

test('names with spaces, parentheses and bytes that are not UTF-8; threads of the kernel; what has ended', () => {
  const proc = mkdtempSync(join(tmpdir(), 'proc-'));
  try {
    const numbers = ' S 4 0 0 0 -1 0 0 0 0 0 0 0 0 0 20 0 1 0 1234 0 0';
    for (const id of ['7', '8', '9']) mkdirSync(join(proc, id));
    writeFileSync(join(proc, '7/stat'), Buffer.concat([Buffer.from('7 (a) b\xff)', 'latin1'), Buffer.from(numbers)]));
    symlinkSync('/usr/bin/with space', join(proc, '7/exe'));
    writeFileSync(join(proc, '8/stat'), `8 (kworker/0:1)${numbers}`);
    const common = { hostParentProcessId: 4, startTime: 12_340_000_000n };
    expect(told(proc)).toEqual([
      { hostProcessId: 7, processName: 'a) b\udcff', executable: '/usr/bin/with space', ...common },
      { hostProcessId: 8, processName: 'kworker/0:1', executable: '', ...common },
    ]);
  } finally {
    rmSync(proc, { recursive: true });
  }
});
