import KernelModuleLoading from '../../signatures/kernel_module_loading';
import { event, testSignature } from '../../src/index';

testSignature(KernelModuleLoading, {
  fires: [
    {
      name: 'from a file',
      events: [event('module_load', { name: 'dummy', pathname: '/tmp/dummy.ko', version: '1.0' })],
      data: { module: 'dummy', path: '/tmp/dummy.ko', version: '1.0' },
    },
    {
      name: 'from memory',
      events: [event('module_load', { name: 'dummy', pathname: null, version: null })],
      data: { module: 'dummy', path: null, version: null },
    },
  ],
  quiet: [
    {
      name: 'a module that is removed, and a file that is no module',
      events: [event('module_free', { name: 'dummy' }), event('security_kernel_read_file', { type: 2 })],
    },
  ],
});
