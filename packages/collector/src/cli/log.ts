import { createLogger, format, type Logger, transports } from 'winston';

export type Log = Pick<Logger, 'error' | 'warn' | 'info' | 'debug'>;

/** Everything that is said goes to standard error: standard output belongs to the events. */
export function createLog(level: 'error' | 'info' | 'debug'): Log {
  const line = format.printf(
    ({ level, message }) => `tracee-collect: ${level === 'info' ? '' : `${level}: `}${message}`,
  );
  const stderr = new transports.Console({ stderrLevels: ['error', 'warn', 'info', 'debug'] });
  return createLogger({ level, format: line, transports: [stderr] });
}
