import { join } from 'node:path';
import { Client, credentials, Metadata, type MethodDefinition, type ServiceError, status } from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';
import { packageFolder } from '../../package_folder';
import { maxAnswerBytes } from './runtime';

/** By name: SERVICE/METHOD, the service with its package. */
export type Methods = ReadonlyMap<string, MethodDefinition<object, object>>;

/** Methods of the services that are described in files of proto/; fields by their names in camel case, none of them absent. */
export function readMethods(...files: readonly string[]): Methods {
  const found = new Map<string, MethodDefinition<object, object>>();
  const paths = files.map((file) => join(packageFolder(__dirname), 'proto', file));
  for (const definition of Object.values(loadSync(paths, { defaults: true })))
    if (!('format' in definition))
      for (const method of Object.values(definition)) found.set(method.path.slice(1), method);
  return found;
}

/** A runtime that restarts is there again before the retries of a question have ended. */
const reconnectMs = { first: 50, last: 200 };

/** A connection a socket, which is made anew when it breaks; it keeps no process alive. */
const clients = new Map<string, Client>();

function clientOf(socketPath: string): Client {
  let client = clients.get(socketPath);
  if (client === undefined) {
    client = new Client(`unix:${socketPath}`, credentials.createInsecure(), {
      'grpc.max_receive_message_length': maxAnswerBytes,
      'grpc.initial_reconnect_backoff_ms': reconnectMs.first,
      'grpc.max_reconnect_backoff_ms': reconnectMs.last,
      'grpc.enable_retries': 0,
    });
    clients.set(socketPath, client);
  }
  return client;
}

export interface Call {
  readonly socketPath: string;
  readonly signal: AbortSignal;
  /** Of the request. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Asks once. Rejects with the status of the service, or when the signal says so. */
export function call<Answer>(methods: Methods, name: string, request: object, { socketPath, signal, headers }: Call) {
  const { path, requestSerialize, responseDeserialize } = methods.get(name) as MethodDefinition<object, object>;
  const metadata = new Metadata();
  for (const [key, value] of Object.entries(headers ?? {})) metadata.set(key, value);
  return new Promise<Answer>((resolve, reject) => {
    signal.throwIfAborted();
    const asked = clientOf(socketPath).makeUnaryRequest(
      path,
      requestSerialize,
      responseDeserialize,
      request,
      metadata,
      {},
      (error, answer) => (error === null ? resolve(answer as Answer) : reject(error)),
    );
    signal.addEventListener('abort', () => asked.cancel(), { once: true });
  });
}

/** What was asked for; undefined when the service answers that there is no such thing. */
export const found = <Answer>(asked: Promise<Answer>): Promise<Answer | undefined> =>
  asked.catch((error) => {
    if ((error as ServiceError).code === status.NOT_FOUND) return undefined;
    throw error;
  });

/** There is no such service. */
export const isUnimplemented = (error: unknown): boolean => (error as ServiceError).code === status.UNIMPLEMENTED;
