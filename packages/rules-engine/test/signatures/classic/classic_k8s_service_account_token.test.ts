import ClassicK8sServiceAccountToken from '../../../signatures/classic/classic_k8s_service_account_token';
import { event, testSignature } from '../../../src/index';

const token = '/run/secrets/kubernetes.io/serviceaccount/token';
const open = (pathname: string, processName: string, context = {}) =>
  event('security_file_open', { pathname, flags: 0 }, { processName, ...context });
const container = { contextFlags: { containerStarted: true }, containerId: 'c1' };

testSignature(ClassicK8sServiceAccountToken, {
  fires: [{ name: 'a shell', events: [open(token, 'sh', container)], data: { path: token } }],
  quiet: [
    { name: 'a component', events: [open(token, 'kube-proxy', container)] },
    { name: 'on the host', events: [open(token, 'sh')] },
    { name: 'another file', events: [open('/etc/token', 'sh', container)] },
  ],
});
