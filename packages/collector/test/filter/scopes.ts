import { events } from '@tracee/event-schema';
import type { Scope } from '../../src/filter/condition';
import { parseExpressions } from '../../src/filter/grammar';
import { traceScope } from '../../src/filter/scope';

/** The scope that --trace expressions make. */
export const scopeOf = (...trace: string[]): Scope => traceScope(parseExpressions(trace), events, 'x64');
