import K8sCertTheft from '../../signatures/k8s_cert_theft';
import { event, testSignature } from '../../src/index';

const open = (pathname: string | null, flags: number) => event('security_file_open', { pathname, flags });
const rename = (old_path: string, new_path: string) => event('security_inode_rename', { old_path, new_path });

testSignature(K8sCertTheft, {
  fires: [
    {
      name: 'a key read',
      events: [open('/etc/kubernetes/pki/ca.key', 0)],
      data: { path: '/etc/kubernetes/pki/ca.key', how: 'open', flags: 0 },
    },
    {
      name: 'a key renamed away',
      events: [rename('/etc/kubernetes/pki/ca.key', '/tmp/k')],
      data: { path: '/etc/kubernetes/pki/ca.key', how: 'rename', new_path: '/tmp/k' },
    },
  ],
  quiet: [
    {
      name: 'the control plane itself',
      events: [
        event('security_file_open', { pathname: '/etc/kubernetes/pki/ca.key' }, { processName: 'kube-apiserver' }),
      ],
    },
    { name: 'written only', events: [open('/etc/kubernetes/pki/ca.key', 1)] },
    {
      name: 'other files',
      events: [
        open('/etc/kubernetes/admin.conf', 0),
        open('/etc/kubernetes/pki', 0),
        rename('/tmp/k', '/etc/kubernetes/pki/ca.key'),
      ],
    },
  ],
});
