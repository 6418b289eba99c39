import { getSystemErrorMap } from 'node:util';

/** What went wrong in one line, without the path and call that Node adds: "no such file or directory". */
export function reason(error: unknown): string {
  const { errno, message } = error as { errno?: unknown; message?: unknown };
  const known = typeof errno === 'number' ? getSystemErrorMap().get(errno)?.[1] : undefined;
  return known ?? (typeof message === 'string' && message !== '' ? (message.split('\n')[0] as string) : String(error));
}
