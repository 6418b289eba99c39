import { toJson } from '@tracee/event-schema';
import type { Form } from './view';

/** One object a line, in Tracee's field names. */
export const jsonForm: Form = { head: '', line: (event) => `${toJson(event)}\n` };
