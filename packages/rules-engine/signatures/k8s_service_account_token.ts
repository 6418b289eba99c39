import { type Handlers, type Meta, not, readOpen, type Signature } from '../src/index';

/** Components of Kubernetes that work with their token, as the kernel keeps their names (15 bytes). */
const readers = new Set(['flanneld', 'kube-proxy', 'etcd', 'kube-apiserver', 'coredns', 'kube-controller', 'kubectl']);

export default class K8sServiceAccountToken implements Signature {
  readonly meta = {
    id: 'TRC-108',
    name: 'k8s_service_account_token',
    title: 'Service account token of Kubernetes read',
    version: '1.0.0',
    severity: 'info',
    tactic: 'credential-access',
    technique: { id: 'T1212', name: 'Exploitation for Credential Access' },
    description:
      'A program in a container opened the token of its service account. With the token, whoever holds it speaks to the API server as the pod. Programs written for Kubernetes open it by design.',
    misses: [
      'a program that bears the name of one in the allow-list',
      'a token mounted elsewhere, or handed over in an environment variable',
    ],
  } satisfies Meta;

  readonly on = {
    security_file_open: {
      where: ({ args, origin, processName }) => [
        origin.is('container'),
        readOpen(args.flags),
        args.pathname.endsWith('token'),
        args.pathname.contains('secrets/kubernetes.io/serviceaccount/'),
        not(processName.oneOf(readers)),
      ],
      handle: ({ args }) => ({ data: { path: args.pathname, flags: args.flags } }),
    },
  } satisfies Handlers;
}
