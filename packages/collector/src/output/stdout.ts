import { createWriteStream, fstatSync } from 'node:fs';
import { Socket } from 'node:net';
import type { Writable } from 'node:stream';

const stdout = 1;

/**
 * Standard output that never holds up the event loop: process.stdout writes to pipes and terminals synchronously, so that a pager which
 * does not read would keep signals from being seen.
 */
export function openStdout(): Writable {
  const stat = fstatSync(stdout);
  if (stat.isFIFO() || stat.isSocket()) return new Socket({ fd: stdout, readable: false, writable: true });
  return createWriteStream('', { fd: stdout, autoClose: false });
}
