import { defineFlags } from './define';

export default defineFlags({
  name: 'swap_flags',
  doc: 'swapon; the low bits are the priority',
  values: {
    SWAP_FLAG_PREFER: 0x8000,
    SWAP_FLAG_DISCARD: 0x10000,
    SWAP_FLAG_DISCARD_ONCE: 0x20000,
    SWAP_FLAG_DISCARD_PAGES: 0x40000,
  },
});
