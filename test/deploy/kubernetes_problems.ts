import { DaemonSet } from 'kubernetes-models/apps/v1/DaemonSet';
import { ConfigMap } from 'kubernetes-models/v1/ConfigMap';
import { Namespace } from 'kubernetes-models/v1/Namespace';
import { ServiceAccount } from 'kubernetes-models/v1/ServiceAccount';

/** By kind: the classes that are generated from the schemas which Kubernetes publishes. */
const models = { DaemonSet, ConfigMap, Namespace, ServiceAccount };

interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
}

/** What is wrong with a manifest: what its schema says, and fields that the schema does not have. */
export function kubernetesProblems(manifest: Manifest): string[] {
  const Model = models[manifest.kind as keyof typeof models];
  if (Model === undefined) return [`${manifest.kind}: no schema (add it to models)`];
  const model = new Model(manifest as never);
  const unread = new Set<string>();
  const problems = [];
  if (model.apiVersion !== manifest.apiVersion)
    problems.push(`apiVersion: ${manifest.apiVersion}, not ${model.apiVersion}`);
  try {
    Model.prototype.validate.call(watched(manifest, '', unread));
  } catch (error) {
    problems.push((error as Error).message);
  }
  return [...problems, ...[...unread].map((path) => `${path}: the schema has no such field`)];
}

/** The validators ignore fields that they do not know: those are what they never read. */
function watched<T extends object>(value: T, path: string, unread: Set<string>): T {
  for (const name of Object.keys(value)) unread.add(`${path}/${name}`);
  const parts = new Map<string, unknown>();
  return new Proxy(value, {
    get(target, name) {
      const part = Reflect.get(target, name);
      if (typeof name !== 'string' || !Object.hasOwn(target, name)) return part;
      const where = `${path}/${name}`;
      unread.delete(where);
      if (typeof part !== 'object' || part === null) return part;
      if (!parts.has(name)) parts.set(name, watched(part, where, unread));
      return parts.get(name);
    },
  });
}
