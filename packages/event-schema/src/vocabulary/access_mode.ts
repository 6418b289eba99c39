import { defineFlags } from './define';

export default defineFlags({
  name: 'access_mode',
  doc: 'What access and faccessat ask for',
  values: {
    F_OK: 0x0,
    R_OK: 0x4,
    W_OK: 0x2,
    X_OK: 0x1,
  },
});
