import { archOf, type FormattedValue, formatArguments } from '@tracee/event-schema';
import type { Event } from './signature';

const arch = archOf(process.arch);

/** The arguments as parse-arguments of Tracee shows them: names for flags and other numbers that have one (request: 'PTRACE_TRACEME'). */
export const parsedArguments = (event: Event): Readonly<Record<string, FormattedValue>> =>
  formatArguments(event, { arch });
