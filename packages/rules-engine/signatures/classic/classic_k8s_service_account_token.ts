import { type Handlers, type Meta, not, readOpen, type Signature } from '../../src/index';

/** As the kernel keeps their names, cut to 15 bytes. */
const readers = ['flanneld', 'kube-proxy', 'etcd', 'kube-apiserver', 'coredns', 'kube-controller', 'kubectl'];

export default class ClassicK8sServiceAccountToken implements Signature {
  readonly meta = {
    id: 'TRC-8',
    name: 'classic_k8s_service_account_token',
    title: 'Kubernetes service account token used',
    version: '1.0.0',
    severity: 'info',
    tactic: 'credential-access',
    technique: { id: 'T1555', name: 'Credentials from Password Stores' },
    description: 'A program in a container that is no component of Kubernetes read the token of its service account.',
    misses: ['a program with the name of a component', 'a token mounted elsewhere'],
  } satisfies Meta;

  readonly on = {
    security_file_open: {
      where: ({ args, origin, processName }) => [
        origin.is('container'),
        args.pathname.endsWith('token'),
        args.pathname.contains('secrets/kubernetes.io/serviceaccount'),
        readOpen(args.flags),
        not(processName.oneOf(readers)),
      ],
      handle: ({ args }) => ({ data: { path: args.pathname } }),
    },
  } satisfies Handlers;
}
