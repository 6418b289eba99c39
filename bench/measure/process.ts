import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Largest resident set of this process so far, MB. */
export const peakMegabytes = () => residentOf('self').peak;

/** CPU time of this process so far, ns. */
export const cpuNanoseconds = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) * 1000;
};

/** CPU time of all threads of a process that runs, ns. One that ends meanwhile takes what it used with it. */
export const cpuOf = (pid: number): number =>
  readdirSync(`/proc/${pid}/task`).reduce((sum, tid) => {
    const path = `/proc/${pid}/task/${tid}/schedstat`;
    return sum + (existsSync(path) ? Number(readFileSync(path, 'latin1').split(' ')[0]) : 0);
  }, 0);

/** Resident memory of a process, MB: now, the most so far, and how much of it is memory shared with the kernel (the ring). */
export function residentOf(pid: number | 'self'): { now: number; peak: number; shared: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'latin1');
  const megabytes = (field: string) =>
    Math.round(Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024);
  return { now: megabytes('VmRSS'), peak: megabytes('VmHWM'), shared: megabytes('RssFile') + megabytes('RssShmem') };
}

/** Time and number of runs of the BPF programs that a process holds, while the kernel's statistics are on. */
export function programsOf(pid: number): { ns: number; runs: number } {
  const totals = { ns: 0, runs: 0 };
  for (const fd of readdirSync(`/proc/${pid}/fdinfo`)) {
    const info = existsSync(`/proc/${pid}/fdinfo/${fd}`) ? readFileSync(`/proc/${pid}/fdinfo/${fd}`, 'latin1') : '';
    totals.ns += Number(/run_time_ns:\s+(\d+)/.exec(info)?.[1] ?? 0);
    totals.runs += Number(/run_cnt:\s+(\d+)/.exec(info)?.[1] ?? 0);
  }
  return totals;
}
