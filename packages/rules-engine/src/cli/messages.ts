import { createLogger, format, type Logger, transports } from 'winston';
import { type Paint, paintFor } from '../output/colour';

/** A message as it is shown. */
export function messageLine(level: string, message: string, paint: Paint = paintFor(process.stderr)): string {
  if (level === 'error') return `tracee-rules: ${paint('red', 'error:')} ${message}`;
  if (level === 'warn') return `tracee-rules: ${paint('yellow', 'warning:')} ${message}`;
  return `tracee-rules: ${message}`;
}

/** What the program says about itself, on standard error: standard output belongs to the findings. */
export function messages(quiet: boolean): Logger {
  const paint = paintFor(process.stderr);
  return createLogger({
    level: quiet ? 'warn' : 'info',
    format: format.printf(({ level, message }) => messageLine(level, String(message), paint)),
    transports: [new transports.Console({ stderrLevels: ['error', 'warn', 'info'] })],
  });
}
