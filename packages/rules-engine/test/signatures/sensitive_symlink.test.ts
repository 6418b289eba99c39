import SensitiveSymlink from '../../signatures/sensitive_symlink';
import { event, testSignature } from '../../src/index';

testSignature(SensitiveSymlink, {
  fires: [
    {
      name: 'to the passwords',
      events: [event('security_inode_symlink', { target: '/etc/shadow', linkpath: '/tmp/x' })],
      data: { path: '/etc/shadow', link: '/tmp/x' },
    },
  ],
  quiet: [
    {
      name: 'to another file',
      events: [event('security_inode_symlink', { target: '/etc/hosts', linkpath: '/tmp/x' })],
    },
    {
      name: 'a link in the place of the file',
      events: [event('security_inode_symlink', { target: '/tmp/x', linkpath: '/etc/shadow' })],
    },
  ],
});
