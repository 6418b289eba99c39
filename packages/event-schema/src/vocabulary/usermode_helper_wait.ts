import { defineFlags } from './define';

export default defineFlags({
  name: 'usermode_helper_wait',
  doc: 'What the kernel waits for when it starts a program: call_usermodehelper',
  values: {
    UMH_NO_WAIT: 0x0,
    UMH_WAIT_EXEC: 0x1,
    UMH_WAIT_PROC: 0x2,
    UMH_KILLABLE: 0x4,
    UMH_FREEZABLE: 0x8,
  },
});
