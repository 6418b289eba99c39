import { defineFlags } from './define';

export default defineFlags({
  name: 'quota_command',
  doc: 'quotactl: the command above the type of quota',
  fields: {
    QUOTA_COMMAND: {
      mask: 0xffffff00,
      values: {
        Q_SYNC: 0x80000100,
        Q_QUOTAON: 0x80000200,
        Q_QUOTAOFF: 0x80000300,
        Q_GETFMT: 0x80000400,
        Q_GETINFO: 0x80000500,
        Q_SETINFO: 0x80000600,
        Q_GETQUOTA: 0x80000700,
        Q_SETQUOTA: 0x80000800,
        Q_GETNEXTQUOTA: 0x80000900,
      },
    },
    QUOTA_TYPE: { mask: 0xff, values: { USRQUOTA: 0x0, GRPQUOTA: 0x1, PRJQUOTA: 0x2 } },
  },
  values: {},
});
