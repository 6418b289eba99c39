import { defineFlags } from './define';
import namespaceType from './namespace_type';
import signal from './signal';

/** In clone the bit of CLONE_NEWTIME belongs to the signal. */
const { CLONE_NEWTIME: _, ...namespaces } = namespaceType.values;

export default defineFlags({
  name: 'clone_flags',
  doc: 'clone; the low byte is the signal that the parent gets when the child ends',
  bits: 64,
  fields: { CSIGNAL: { mask: 0xff, values: signal.values } },
  values: {
    CLONE_VM: 0x100,
    CLONE_FS: 0x200,
    CLONE_FILES: 0x400,
    CLONE_SIGHAND: 0x800,
    CLONE_PIDFD: 0x1000,
    CLONE_PTRACE: 0x2000,
    CLONE_VFORK: 0x4000,
    CLONE_PARENT: 0x8000,
    CLONE_THREAD: 0x10000,
    CLONE_SYSVSEM: 0x40000,
    CLONE_SETTLS: 0x80000,
    CLONE_PARENT_SETTID: 0x100000,
    CLONE_CHILD_CLEARTID: 0x200000,
    CLONE_DETACHED: 0x400000,
    CLONE_UNTRACED: 0x800000,
    CLONE_CHILD_SETTID: 0x1000000,
    CLONE_IO: 0x80000000,
    ...namespaces,
  },
});
