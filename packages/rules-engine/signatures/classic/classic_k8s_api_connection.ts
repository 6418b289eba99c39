import {
  BoundedMap,
  environmentValue,
  type Handlers,
  internetPeer,
  type Meta,
  type Signature,
  variableSet,
} from '../../src/index';

/** Containers of one machine, with room for those that came and went. */
const containersKept = 1024;
const variable = 'KUBERNETES_SERVICE_HOST';

export default class ClassicK8sApiConnection implements Signature {
  readonly meta = {
    id: 'TRC-13',
    name: 'classic_k8s_api_connection',
    title: 'Connection to the API server of Kubernetes',
    version: '1.0.0',
    severity: 'low',
    tactic: 'discovery',
    technique: { id: 'T1526', name: 'Cloud Service Discovery' },
    description: 'A container connected to the address that its environment gives for the API server.',
    misses: ['an address found another way', 'a container whose programs were executed before the watch began'],
  } satisfies Meta;

  private readonly servers = new BoundedMap<string, string>(containersKept);

  readonly on = {
    execve: {
      where: ({ args, origin }) => [origin.is('container'), variableSet(args.envp, variable)],
      handle: ({ args, containerId }) => {
        this.servers.set(containerId, environmentValue(args.envp, variable) ?? '');
        return undefined;
      },
    },
    security_socket_connect: {
      where: ({ origin }) => origin.is('container'),
      handle: ({ args, containerId }) => {
        const peer = internetPeer(args.remote_addr);
        return peer !== undefined && this.servers.get(containerId) === peer.address
          ? { data: { ip: peer.address } }
          : undefined;
      },
    },
  } satisfies Handlers;
}
