import { defineEnum } from './define';

export default defineEnum({
  name: 'reboot_magic2',
  doc: 'Second mark that reboot wants',
  values: {
    LINUX_REBOOT_MAGIC2: 0x28121969,
    LINUX_REBOOT_MAGIC2A: 0x5121996,
    LINUX_REBOOT_MAGIC2B: 0x16041998,
    LINUX_REBOOT_MAGIC2C: 0x20112000,
  },
});
