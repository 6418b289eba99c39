import type { Condition } from '../where/condition';
import type { TextField } from '../where/fields';
import { calledAs, commandName } from './program';

interface Execution {
  readonly cmdpath: string | null;
  readonly pathname: string | null;
  readonly argv: readonly string[] | null;
}

const stops = new Set(['stop', 'disable', 'mask', 'kill']);
const serviceTools = new Set(['systemctl', 'service', 'rc-service', 'invoke-rc.d', 'update-rc.d']);

/** The program manages services: for `where`, before stoppedService. */
export const serviceTool = (args: { readonly cmdpath: TextField; readonly pathname: TextField }): Condition =>
  calledAs(args, serviceTools);

/** The service that a command line stops or switches off, when it is one of those given: their names without .service. */
export function stoppedService(execution: Execution, services: ReadonlySet<string>): string | undefined {
  const [, ...words] = execution.argv ?? [];
  if (!serviceTools.has(commandName(execution))) return undefined;
  if (!words.some((word) => stops.has(word))) return undefined;
  return words.map((word) => word.replace(/\.service$/, '')).find((word) => services.has(word));
}
