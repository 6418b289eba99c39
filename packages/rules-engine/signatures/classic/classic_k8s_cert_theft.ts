import { type Handlers, type Meta, not, readOpen, type Signature, under } from '../../src/index';

const readers = ['kube-apiserver', 'kubelet', 'kube-controller', 'etcd'];

export default class ClassicK8sCertTheft implements Signature {
  readonly meta = {
    id: 'TRC-10',
    name: 'classic_k8s_cert_theft',
    title: 'Kubernetes TLS certificate read',
    version: '1.0.0',
    severity: 'high',
    tactic: 'credential-access',
    technique: { id: 'T1528', name: 'Steal Application Access Token' },
    description: 'A program that is no component of Kubernetes read a certificate or key of the control plane.',
    misses: ['a program with the name of a component', 'the file renamed first: see TRC-1018'],
  } satisfies Meta;

  readonly on = {
    security_file_open: {
      where: ({ args, processName }) => [
        under(args.pathname, '/etc/kubernetes/pki'),
        readOpen(args.flags),
        not(processName.oneOf(readers)),
      ],
      handle: ({ args }) => ({ data: { path: args.pathname } }),
    },
  } satisfies Handlers;
}
