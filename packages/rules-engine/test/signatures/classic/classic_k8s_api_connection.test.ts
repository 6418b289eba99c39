import { encodeSockaddr } from '@tracee/event-schema';
import ClassicK8sApiConnection from '../../../signatures/classic/classic_k8s_api_connection';
import { event, testSignature } from '../../../src/index';

const container = { contextFlags: { containerStarted: true }, containerId: 'c1' };
const exec = event('execve', { envp: ['KUBERNETES_SERVICE_HOST=10.96.0.1'] }, container);
const address = (sin_addr: string) => encodeSockaddr({ sa_family: 'AF_INET', sin_port: '443', sin_addr }) ?? null;
const connect = (sin_addr: string, containerId = 'c1') =>
  event('security_socket_connect', { remote_addr: address(sin_addr) }, { ...container, containerId });

testSignature(ClassicK8sApiConnection, {
  fires: [{ name: 'the address', events: [exec, connect('10.96.0.1')], data: { ip: '10.96.0.1' } }],
  quiet: [
    { name: 'another address', events: [exec, connect('10.96.0.2')] },
    { name: 'another container', events: [exec, connect('10.96.0.1', 'c2')] },
  ],
});
