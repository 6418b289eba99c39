import { type Handlers, type Meta, not, readOpen, type Signature, under } from '../src/index';

const keys = '/etc/kubernetes/pki';

/** As the kernel keeps their names (15 bytes): kube-controller-manager is kube-controller. */
const controlPlane = new Set(['kube-apiserver', 'kubelet', 'kube-controller', 'etcd']);

export default class K8sCertTheft implements Signature {
  readonly meta = {
    id: 'TRC-1018',
    name: 'k8s_cert_theft',
    title: 'Keys or certificates of the Kubernetes control plane taken',
    version: '1.0.0',
    severity: 'high',
    tactic: 'credential-access',
    technique: { id: 'T1528', name: 'Steal Application Access Token' },
    description:
      'A program that is no part of the control plane opened a file below /etc/kubernetes/pki for reading, or renamed one from there. The keys in that directory make whoever holds them any user of the cluster.',
    misses: [
      'a program that bears the name of a part of the control plane',
      'a copy of the keys, in a backup or in the directory of another tool',
      'a rename below a mount point: the event has the path inside the file system, so that a separate file system at the directory hides it',
    ],
  } satisfies Meta;

  readonly on = {
    security_file_open: {
      where: ({ args, processName }) => [
        under(args.pathname, keys),
        readOpen(args.flags),
        not(processName.oneOf(controlPlane)),
      ],
      handle: ({ args: { pathname, flags } }) => ({ data: { path: pathname, how: 'open', flags } }),
    },
    security_inode_rename: {
      where: ({ args }) => under(args.old_path, keys),
      handle: ({ args: { old_path, new_path } }) => ({ data: { path: old_path, how: 'rename', new_path } }),
    },
  } satisfies Handlers;
}
