import { join } from 'node:path';
import {
  type MethodDefinition,
  Server,
  ServerCredentials,
  type ServiceDefinition,
  type ServiceError,
  status,
} from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';

const proto = join(__dirname, '../../../proto');

/** What a method answers: to a request, in a namespace of containerd. Throws an error with a status. */
export type Answer = (request: never, namespace: string) => object | Promise<object>;

export const fault = (code: status): Error => Object.assign(new Error(status[code]), { code });
export const notFound = () => fault(status.NOT_FOUND);

export interface Serving {
  readonly path: string;
  /** At once, whatever is under way. */
  end(): void;
}

/** A runtime at a socket that has the services of the files, and answers by SERVICE/METHOD; what has no answer is not implemented. */
export async function serveGrpc(
  path: string,
  files: readonly string[],
  answers: Readonly<Record<string, Answer>>,
  encode?: (answer: object) => Buffer,
): Promise<Serving> {
  const server = new Server({ 'grpc.max_send_message_length': -1 });
  for (const definition of Object.values(loadSync(files.map((file) => join(proto, file)))))
    if (!('format' in definition)) addService(server, definition, answers, encode);
  await new Promise<void>((resolve, reject) =>
    server.bindAsync(`unix:${path}`, ServerCredentials.createInsecure(), (error) =>
      error === null ? resolve() : reject(error),
    ),
  );
  return { path, end: () => server.forceShutdown() };
}

function addService(
  server: Server,
  service: ServiceDefinition,
  answers: Readonly<Record<string, Answer>>,
  encode: ((answer: object) => Buffer) | undefined,
): void {
  const methods = Object.entries(service).flatMap(([name, method]) => {
    const answer = answers[method.path.slice(method.path.lastIndexOf('.') + 1)];
    return answer === undefined ? [] : [{ name, method, answer }];
  });
  if (methods.length === 0) return;
  const definition = Object.fromEntries(
    methods.map(({ name, method }): [string, MethodDefinition<object, object>] => [
      name,
      encode === undefined ? method : { ...method, responseSerialize: encode },
    ]),
  );
  server.addService(
    definition,
    Object.fromEntries(
      methods.map(({ name, answer }) => [
        name,
        async (
          call: { request: never; metadata: { get(key: string): unknown[] } },
          done: (error: Partial<ServiceError> | null, answer?: object) => void,
        ) => {
          try {
            done(null, await answer(call.request, `${call.metadata.get('containerd-namespace')[0] ?? ''}`));
          } catch (error) {
            done(error as ServiceError);
          }
        },
      ]),
    ) as never,
  );
}
