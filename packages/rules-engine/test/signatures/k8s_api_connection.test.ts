import { encodeSockaddr } from '@tracee/event-schema';
import K8sApiConnection from '../../signatures/k8s_api_connection';
import { event, testSignature } from '../../src/index';

const inside = (containerId: string) => ({ containerId, contextFlags: { containerStarted: true } });
const exec = (host: string, containerId = 'one') =>
  event('sched_process_exec', { env: ['PATH=/bin', `KUBERNETES_SERVICE_HOST=${host}`] }, inside(containerId));
const connect = (sin_addr: string, containerId = 'one') =>
  event(
    'security_socket_connect',
    { sockfd: 3, type: 1, remote_addr: encodeSockaddr({ sa_family: 'AF_INET', sin_port: '443', sin_addr }) ?? null },
    inside(containerId),
  );

testSignature(K8sApiConnection, {
  fires: [
    {
      name: 'the address of the environment',
      events: [exec('10.96.0.1'), connect('10.96.0.1')],
      data: { address: '10.96.0.1', port: 443 },
    },
    { name: 'each container its own', events: [exec('10.96.0.1'), exec('10.97.0.1', 'two'), connect('10.96.0.1')] },
  ],
  quiet: [
    { name: 'another address', events: [exec('10.96.0.1'), connect('10.96.0.2')] },
    { name: 'another container', events: [exec('10.96.0.1', 'two'), connect('10.96.0.1')] },
    { name: 'no address known', events: [connect('10.96.0.1')] },
    {
      name: 'on the host',
      events: [
        event('sched_process_exec', { env: ['KUBERNETES_SERVICE_HOST=10.96.0.1'] }),
        event('security_socket_connect', {
          remote_addr: encodeSockaddr({ sa_family: 'AF_INET', sin_port: '443', sin_addr: '10.96.0.1' }) ?? null,
        }),
      ],
    },
  ],
});
