import { pathToFileURL } from 'node:url';
import { type EventName, findEvent } from '@tracee/event-schema';
import { RulesError } from '../exit_codes';
import { reason } from '../reason';
import type { Meta } from '../signature/meta';
import type { Signature, SignatureClass } from '../signature/signature';
import { conditionOf } from '../where/where';
import { shippedSignatures, stem } from './discover';

const wrong = (file: string, found: string, remedy: string, cause?: unknown) =>
  new RulesError('signatures', `load signature: ${file}: ${found} (${remedy})`, { cause });

/** The signature of one file, checked: what is not right is said before the first event. `query` tells a changed ECMAScript module from the one before. */
export async function loadSignature(file: string, query = ''): Promise<Signature> {
  const signature = construct(file, exportedClass(file, await load(file, query)));
  checkMeta(file, signature.meta);
  checkHandlers(file, signature.on);
  return signature;
}

/** require also where import() would do: paths with # or % stay paths; ECMAScript modules are what it refuses. */
async function load(file: string, query: string): Promise<unknown> {
  try {
    return require(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_REQUIRE_ESM') return importModule(file, query);
    throw doesNotLoad(file, error);
  }
}

const importModule = (file: string, query: string): Promise<unknown> =>
  import(`${pathToFileURL(file).href}${query}`).catch((error) => {
    throw doesNotLoad(file, error);
  });

const doesNotLoad = (file: string, error: unknown) =>
  wrong(file, `does not load: ${reason(error)}`, 'node FILE shows where', error);

/** The default export, however the module system wraps it: ESM, compiled CommonJS, module.exports. */
function exportedClass(file: string, module: unknown): SignatureClass {
  let found = module;
  for (let depth = 0; depth < 2 && typeof found === 'object' && found !== null && 'default' in found; depth++)
    found = found.default;
  if (typeof found !== 'function')
    throw wrong(file, 'no class as default export', 'export default class ... implements Signature');
  return found as SignatureClass;
}

function construct(file: string, Class: SignatureClass): Signature {
  try {
    return new Class();
  } catch (error) {
    throw wrong(
      file,
      `cannot be made: ${reason(error)}`,
      'the constructor takes no arguments and must not throw',
      error,
    );
  }
}

function checkMeta(file: string, meta: Meta): void {
  const mistakes = file.startsWith(shippedSignatures) ? [] : metaMistakes(meta);
  if (mistakes.length > 0) throw wrong(file, mistakes.join('; '), 'see docs/writing-signatures.md');
  if (meta.name !== stem(file)) {
    throw wrong(
      file,
      `meta.name is "${meta.name}"`,
      `a file holds the signature of its name: rename it to ${meta.name}, or set meta.name to "${stem(file)}"`,
    );
  }
}

/** Loaded when asked: zod takes a tenth of a second, and the tests have asked it of what is shipped. */
export function metaMistakes(meta: unknown): string[] {
  const { metaSchema } = require('../signature/meta') as typeof import('../signature/meta');
  const { error } = metaSchema.safeParse(meta);
  return (error?.issues ?? []).map(({ path, message }) => `${['meta', ...path].join('.')}: ${message}`);
}

function checkHandlers(file: string, on: unknown): void {
  const handlers = Object.entries(typeof on === 'object' && on !== null ? on : {});
  if (handlers.length === 0)
    throw wrong(file, 'no handler', 'on = { event_name: (event) => ... } names the events it needs');
  for (const [event, handler] of handlers) {
    if (findEvent(event) === undefined)
      throw wrong(file, `on.${event}: no such event`, 'tracee-collect --list shows them');
    checkHandler(file, event as EventName, handler);
  }
}

/** A function, or { where, handle }: the conditions are described once here, so that a mistake in them is found now. */
function checkHandler(file: string, event: EventName, handler: unknown): void {
  if (typeof handler === 'function') return;
  const { where, handle } = (handler ?? {}) as { where?: unknown; handle?: unknown };
  const isHandle = handle === undefined || typeof handle === 'function';
  if (typeof where !== 'function' || !isHandle)
    throw wrong(file, `on.${event}: a ${typeof handler}, not a function`, '(event) => ..., or { where, handle }');
  try {
    conditionOf(event, where as never);
  } catch (error) {
    throw wrong(file, `on.${event}.where: ${reason(error)}`, 'tracee-collect --list shows the arguments', error);
  }
}
