import type { Detection } from '../signature/signature';
import type { Finding } from './finding';

/** Signatures in plain JavaScript have no compiler that would keep them from answering true. */
export function detectionData(detection: unknown): Finding['data'] {
  if (typeof detection !== 'object' || detection === null)
    throw new TypeError(`answered ${String(detection)}: not { data } or undefined`);
  return (detection as Detection).data ?? {};
}
