import ClassicKernelModuleLoading from '../../../signatures/classic/classic_kernel_module_loading';
import { event, testSignature } from '../../../src/index';

testSignature(ClassicKernelModuleLoading, {
  fires: [
    { name: 'from memory', events: [event('init_module', {})] },
    { name: 'from a file', events: [event('security_kernel_read_file', { pathname: '/lib/x.ko', type: 2 })] },
  ],
  quiet: [{ name: 'firmware', events: [event('security_kernel_read_file', { pathname: '/lib/firmware/x', type: 1 })] }],
});
