import { readFileSync } from 'node:fs';
import { stageArm64Guest } from './guest.mjs';

/** The collector itself on another architecture: it starts, checks itself, and sees processes and system calls as they were. */
export const title = 'smoke test on arm64';
export const command =
  'node packages/collector/bin/tracee-collect doctor && node test/run-live.mjs /out/results.json process syscalls';
export const timeoutSeconds = 900;
export const part = 'arm64';
export const kernels = [JSON.parse(readFileSync(new URL('arm64.json', import.meta.url), 'utf8'))];
export const makeRoot = stageArm64Guest;
