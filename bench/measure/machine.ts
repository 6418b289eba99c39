import { readFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';

/** What a figure stands beside. */
export interface Machine {
  readonly cpus: number;
  readonly model: string;
  readonly memoryGiB: number;
  readonly kernel: string;
  readonly node: string;
  /** Load average of the last minute when the bench ended: more than its own processes says that others ran. */
  readonly load: number;
}

export const machine = (): Machine => ({
  cpus: cpus().length,
  model: cpus()[0]?.model.trim() ?? '',
  memoryGiB: Math.round(totalmem() / 2 ** 30),
  kernel: readFileSync('/proc/sys/kernel/osrelease', 'latin1').trim(),
  node: process.version,
  load: Number((loadavg()[0] as number).toFixed(1)),
});

export const machineText = ({ cpus: count, model, memoryGiB, kernel, node, load }: Machine) =>
  `${count} CPUs (${model}), ${memoryGiB} GiB, Linux ${kernel}, Node ${node}, load ${load}`;
