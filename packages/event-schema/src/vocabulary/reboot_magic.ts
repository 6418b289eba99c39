import { defineEnum } from './define';

export default defineEnum({
  name: 'reboot_magic',
  doc: 'First mark that reboot wants',
  values: {
    LINUX_REBOOT_MAGIC1: 0xfee1dead,
  },
});
