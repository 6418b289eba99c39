import K8sServiceAccountToken from '../../signatures/k8s_service_account_token';
import { event, testSignature } from '../../src/index';

const open = (pathname: string | null, flags: number) =>
  event('security_file_open', { pathname, flags }, { contextFlags: { containerStarted: true } });

testSignature(K8sServiceAccountToken, {
  fires: [
    {
      name: 'opened to read',
      events: [open('/run/secrets/kubernetes.io/serviceaccount/..data/token', 0)],
      data: { path: '/run/secrets/kubernetes.io/serviceaccount/..data/token', flags: 0 },
    },
    { name: 'opened to read and write', events: [open('/run/secrets/kubernetes.io/serviceaccount/..data/token', 2)] },
  ],
  quiet: [
    { name: 'opened to write only', events: [open('/run/secrets/kubernetes.io/serviceaccount/..data/token', 1)] },
    {
      name: 'other files',
      events: [
        open('/run/secrets/kubernetes.io/serviceaccount/ca.crt', 0),
        open('/run/secrets/other/token', 0),
        open('/run/secrets/kubernetesXio/serviceaccount/token', 0),
      ],
    },
    {
      name: 'on the host',
      events: [
        event('security_file_open', { pathname: '/run/secrets/kubernetes.io/serviceaccount/..data/token', flags: 0 }),
      ],
    },
    {
      name: 'a component of Kubernetes',
      events: [
        event(
          'security_file_open',
          { pathname: '/run/secrets/kubernetes.io/serviceaccount/token', flags: 0 },
          { processName: 'coredns', contextFlags: { containerStarted: true } },
        ),
      ],
    },
  ],
});
