import {
  BoundedMap,
  environmentValue,
  type Handlers,
  internetPeer,
  type Meta,
  type Signature,
  variableSet,
} from '../src/index';

/** Containers of one machine, with room for those that came and went; the one heard of longest ago is forgotten. */
const containersKept = 1024;
const variable = 'KUBERNETES_SERVICE_HOST';

export default class K8sApiConnection implements Signature {
  readonly meta = {
    id: 'TRC-1013',
    name: 'k8s_api_connection',
    title: 'Container connected to the API server of Kubernetes',
    version: '1.0.0',
    severity: 'low',
    tactic: 'discovery',
    technique: { id: 'T1613', name: 'Container and Resource Discovery' },
    description:
      'A process in a container connected to the address that its environment gives as the API server (KUBERNETES_SERVICE_HOST). Few applications speak to it; who has broken into a pod asks it what else there is. Operators and controllers do so by design.',
    misses: [
      'a container whose environments the collector does not send (--output exec-env), or that ran before the watch began',
      'the API server under another address or name',
      'connections through a proxy',
    ],
  } satisfies Meta;

  /** Address of the API server by container. */
  private readonly servers = new BoundedMap<string, string>(containersKept);

  readonly on = {
    sched_process_exec: {
      where: ({ args, origin }) => [origin.is('container'), variableSet(args.env, variable)],
      handle: ({ args, containerId }) => {
        this.servers.set(containerId, environmentValue(args.env, variable) ?? '');
        return undefined;
      },
    },
    security_socket_connect: {
      where: ({ origin }) => origin.is('container'),
      handle: ({ args, containerId }) => {
        const peer = internetPeer(args.remote_addr);
        return peer !== undefined && this.servers.get(containerId) === peer.address
          ? { data: { address: peer.address, port: peer.port } }
          : undefined;
      },
    },
  } satisfies Handlers;
}
