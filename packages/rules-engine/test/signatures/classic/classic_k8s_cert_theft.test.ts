import ClassicK8sCertTheft from '../../../signatures/classic/classic_k8s_cert_theft';
import { event, testSignature } from '../../../src/index';

const open = (processName: string, flags = 0) =>
  event('security_file_open', { pathname: '/etc/kubernetes/pki/ca.key', flags }, { processName });

testSignature(ClassicK8sCertTheft, {
  fires: [{ name: 'cat', events: [open('cat')], data: { path: '/etc/kubernetes/pki/ca.key' } }],
  quiet: [{ name: 'a component, and a write', events: [open('kubelet'), open('cat', 1)] }],
});
