// Generated from packages/event-schema/src/vocabulary; change those, then: npm run generate
import { constantsOf } from '../view/constants';
import _access_at_flags from '../vocabulary/access_at_flags';
import _access_mode from '../vocabulary/access_mode';
import _address_family from '../vocabulary/address_family';
import _arch_prctl_code from '../vocabulary/arch_prctl_code';
import _at_flags from '../vocabulary/at_flags';
import _bpf_attach_point from '../vocabulary/bpf_attach_point';
import _bpf_attach_type from '../vocabulary/bpf_attach_type';
import _bpf_command from '../vocabulary/bpf_command';
import _bpf_link_type from '../vocabulary/bpf_link_type';
import _bpf_map_type from '../vocabulary/bpf_map_type';
import _bpf_prog_type from '../vocabulary/bpf_prog_type';
import _capability from '../vocabulary/capability';
import _clockid from '../vocabulary/clockid';
import _clone_flags from '../vocabulary/clone_flags';
import _close_range_flags from '../vocabulary/close_range_flags';
import _device from '../vocabulary/device';
import _dirfd from '../vocabulary/dirfd';
import _dnotify_mask from '../vocabulary/dnotify_mask';
import _dup_flags from '../vocabulary/dup_flags';
import _encoded_device from '../vocabulary/encoded_device';
import _epoll_flags from '../vocabulary/epoll_flags';
import _epoll_op from '../vocabulary/epoll_op';
import _errno from '../vocabulary/errno';
import _eventfd_flags from '../vocabulary/eventfd_flags';
import _execveat_flags from '../vocabulary/execveat_flags';
import _fadvise_advice from '../vocabulary/fadvise_advice';
import _fallocate_mode from '../vocabulary/fallocate_mode';
import _fanotify_init_flags from '../vocabulary/fanotify_init_flags';
import _fanotify_mark_flags from '../vocabulary/fanotify_mark_flags';
import _fanotify_mask from '../vocabulary/fanotify_mask';
import _fcntl_argument from '../vocabulary/fcntl_argument';
import _fcntl_command from '../vocabulary/fcntl_command';
import _fd_flags from '../vocabulary/fd_flags';
import _file_mode from '../vocabulary/file_mode';
import _flock_operation from '../vocabulary/flock_operation';
import _fsconfig_command from '../vocabulary/fsconfig_command';
import _fsmount_flags from '../vocabulary/fsmount_flags';
import _fsopen_flags from '../vocabulary/fsopen_flags';
import _fspick_flags from '../vocabulary/fspick_flags';
import _futex2_flags from '../vocabulary/futex2_flags';
import _futex_op from '../vocabulary/futex_op';
import _getrandom_flags from '../vocabulary/getrandom_flags';
import _handle_flags from '../vocabulary/handle_flags';
import _inotify_flags from '../vocabulary/inotify_flags';
import _inotify_mask from '../vocabulary/inotify_mask';
import _io_uring_enter_flags from '../vocabulary/io_uring_enter_flags';
import _io_uring_opcode from '../vocabulary/io_uring_opcode';
import _io_uring_register_opcode from '../vocabulary/io_uring_register_opcode';
import _io_uring_request_flags from '../vocabulary/io_uring_request_flags';
import _io_uring_setup_flags from '../vocabulary/io_uring_setup_flags';
import _ioprio from '../vocabulary/ioprio';
import _ioprio_which from '../vocabulary/ioprio_which';
import _ip_option from '../vocabulary/ip_option';
import _ip_protocol from '../vocabulary/ip_protocol';
import _ipc_call from '../vocabulary/ipc_call';
import _ipc_get_flags from '../vocabulary/ipc_get_flags';
import _ipv6_option from '../vocabulary/ipv6_option';
import _itimer_which from '../vocabulary/itimer_which';
import _kcmp_type from '../vocabulary/kcmp_type';
import _kernel_read_file_id from '../vocabulary/kernel_read_file_id';
import _kexec_file_flags from '../vocabulary/kexec_file_flags';
import _kexec_flags from '../vocabulary/kexec_flags';
import _keyctl_command from '../vocabulary/keyctl_command';
import _keyring from '../vocabulary/keyring';
import _landlock_create_flags from '../vocabulary/landlock_create_flags';
import _landlock_restrict_flags from '../vocabulary/landlock_restrict_flags';
import _landlock_rule_type from '../vocabulary/landlock_rule_type';
import _lease_type from '../vocabulary/lease_type';
import _lseek_whence from '../vocabulary/lseek_whence';
import _lsm_attribute from '../vocabulary/lsm_attribute';
import _lsm_flags from '../vocabulary/lsm_flags';
import _madvise_advice from '../vocabulary/madvise_advice';
import _mbind_flags from '../vocabulary/mbind_flags';
import _membarrier_command from '../vocabulary/membarrier_command';
import _membarrier_flags from '../vocabulary/membarrier_flags';
import _memfd_flags from '../vocabulary/memfd_flags';
import _memory_alert from '../vocabulary/memory_alert';
import _mempolicy_get_flags from '../vocabulary/mempolicy_get_flags';
import _mempolicy_mode from '../vocabulary/mempolicy_mode';
import _mlock_flags from '../vocabulary/mlock_flags';
import _mlockall_flags from '../vocabulary/mlockall_flags';
import _mmap_flags from '../vocabulary/mmap_flags';
import _module_delete_flags from '../vocabulary/module_delete_flags';
import _module_init_flags from '../vocabulary/module_init_flags';
import _mount_attr_flags from '../vocabulary/mount_attr_flags';
import _mount_flags from '../vocabulary/mount_flags';
import _move_mount_flags from '../vocabulary/move_mount_flags';
import _mremap_flags from '../vocabulary/mremap_flags';
import _msg_flags from '../vocabulary/msg_flags';
import _msgctl_command from '../vocabulary/msgctl_command';
import _msgq_flags from '../vocabulary/msgq_flags';
import _msync_flags from '../vocabulary/msync_flags';
import _namespace_type from '../vocabulary/namespace_type';
import _netlink_option from '../vocabulary/netlink_option';
import _netlink_protocol from '../vocabulary/netlink_protocol';
import _open_flags from '../vocabulary/open_flags';
import _open_tree_flags from '../vocabulary/open_tree_flags';
import _packet_option from '../vocabulary/packet_option';
import _packet_protocol from '../vocabulary/packet_protocol';
import _perf_open_flags from '../vocabulary/perf_open_flags';
import _perf_type from '../vocabulary/perf_type';
import _personality from '../vocabulary/personality';
import _pidfd_open_flags from '../vocabulary/pidfd_open_flags';
import _pidfd_signal_flags from '../vocabulary/pidfd_signal_flags';
import _pipe_buffer_flags from '../vocabulary/pipe_buffer_flags';
import _pipe_flags from '../vocabulary/pipe_flags';
import _pkey_rights from '../vocabulary/pkey_rights';
import _prctl_option from '../vocabulary/prctl_option';
import _priority_which from '../vocabulary/priority_which';
import _prot from '../vocabulary/prot';
import _ptrace_request from '../vocabulary/ptrace_request';
import _quota_command from '../vocabulary/quota_command';
import _reboot_command from '../vocabulary/reboot_command';
import _reboot_magic from '../vocabulary/reboot_magic';
import _reboot_magic2 from '../vocabulary/reboot_magic2';
import _rename_flags from '../vocabulary/rename_flags';
import _rlimit_resource from '../vocabulary/rlimit_resource';
import _rseq_flags from '../vocabulary/rseq_flags';
import _rusage_who from '../vocabulary/rusage_who';
import _rw_flags from '../vocabulary/rw_flags';
import _sched_policy from '../vocabulary/sched_policy';
import _seal_flags from '../vocabulary/seal_flags';
import _seccomp_flags from '../vocabulary/seccomp_flags';
import _seccomp_operation from '../vocabulary/seccomp_operation';
import _semctl_command from '../vocabulary/semctl_command';
import _shadow_stack_flags from '../vocabulary/shadow_stack_flags';
import _shmat_flags from '../vocabulary/shmat_flags';
import _shmctl_command from '../vocabulary/shmctl_command';
import _shmget_flags from '../vocabulary/shmget_flags';
import _shutdown_how from '../vocabulary/shutdown_how';
import _sigaction_flags from '../vocabulary/sigaction_flags';
import _signal from '../vocabulary/signal';
import _signal_mask_how from '../vocabulary/signal_mask_how';
import _signal_method from '../vocabulary/signal_method';
import _signalfd_flags from '../vocabulary/signalfd_flags';
import _so_option from '../vocabulary/so_option';
import _socket_flags from '../vocabulary/socket_flags';
import _socket_level from '../vocabulary/socket_level';
import _socket_option from '../vocabulary/socket_option';
import _socket_protocol from '../vocabulary/socket_protocol';
import _socket_type from '../vocabulary/socket_type';
import _socketcall_call from '../vocabulary/socketcall_call';
import _splice_flags from '../vocabulary/splice_flags';
import _statx_flags from '../vocabulary/statx_flags';
import _statx_mask from '../vocabulary/statx_mask';
import _swap_flags from '../vocabulary/swap_flags';
import _sync_file_range_flags from '../vocabulary/sync_file_range_flags';
import _syscall from '../vocabulary/syscall';
import _syslog_action from '../vocabulary/syslog_action';
import _tcp_option from '../vocabulary/tcp_option';
import _timer_flags from '../vocabulary/timer_flags';
import _timerfd_flags from '../vocabulary/timerfd_flags';
import _timerfd_set_flags from '../vocabulary/timerfd_set_flags';
import _udp_option from '../vocabulary/udp_option';
import _umount_flags from '../vocabulary/umount_flags';
import _unlink_flags from '../vocabulary/unlink_flags';
import _unshare_flags from '../vocabulary/unshare_flags';
import _userfaultfd_flags from '../vocabulary/userfaultfd_flags';
import _usermode_helper_wait from '../vocabulary/usermode_helper_wait';
import _vma_flags from '../vocabulary/vma_flags';
import _wait_id_type from '../vocabulary/wait_id_type';
import _wait_options from '../vocabulary/wait_options';
import _xattr_flags from '../vocabulary/xattr_flags';

/** What an argument may be annotated with. */
export const vocabularies = {
  access_at_flags: _access_at_flags,
  access_mode: _access_mode,
  address_family: _address_family,
  arch_prctl_code: _arch_prctl_code,
  at_flags: _at_flags,
  bpf_attach_point: _bpf_attach_point,
  bpf_attach_type: _bpf_attach_type,
  bpf_command: _bpf_command,
  bpf_link_type: _bpf_link_type,
  bpf_map_type: _bpf_map_type,
  bpf_prog_type: _bpf_prog_type,
  capability: _capability,
  clockid: _clockid,
  clone_flags: _clone_flags,
  close_range_flags: _close_range_flags,
  device: _device,
  dirfd: _dirfd,
  dnotify_mask: _dnotify_mask,
  dup_flags: _dup_flags,
  encoded_device: _encoded_device,
  epoll_flags: _epoll_flags,
  epoll_op: _epoll_op,
  errno: _errno,
  eventfd_flags: _eventfd_flags,
  execveat_flags: _execveat_flags,
  fadvise_advice: _fadvise_advice,
  fallocate_mode: _fallocate_mode,
  fanotify_init_flags: _fanotify_init_flags,
  fanotify_mark_flags: _fanotify_mark_flags,
  fanotify_mask: _fanotify_mask,
  fcntl_argument: _fcntl_argument,
  fcntl_command: _fcntl_command,
  fd_flags: _fd_flags,
  file_mode: _file_mode,
  flock_operation: _flock_operation,
  fsconfig_command: _fsconfig_command,
  fsmount_flags: _fsmount_flags,
  fsopen_flags: _fsopen_flags,
  fspick_flags: _fspick_flags,
  futex2_flags: _futex2_flags,
  futex_op: _futex_op,
  getrandom_flags: _getrandom_flags,
  handle_flags: _handle_flags,
  inotify_flags: _inotify_flags,
  inotify_mask: _inotify_mask,
  io_uring_enter_flags: _io_uring_enter_flags,
  io_uring_opcode: _io_uring_opcode,
  io_uring_register_opcode: _io_uring_register_opcode,
  io_uring_request_flags: _io_uring_request_flags,
  io_uring_setup_flags: _io_uring_setup_flags,
  ioprio: _ioprio,
  ioprio_which: _ioprio_which,
  ip_option: _ip_option,
  ip_protocol: _ip_protocol,
  ipc_call: _ipc_call,
  ipc_get_flags: _ipc_get_flags,
  ipv6_option: _ipv6_option,
  itimer_which: _itimer_which,
  kcmp_type: _kcmp_type,
  kernel_read_file_id: _kernel_read_file_id,
  kexec_file_flags: _kexec_file_flags,
  kexec_flags: _kexec_flags,
  keyctl_command: _keyctl_command,
  keyring: _keyring,
  landlock_create_flags: _landlock_create_flags,
  landlock_restrict_flags: _landlock_restrict_flags,
  landlock_rule_type: _landlock_rule_type,
  lease_type: _lease_type,
  lseek_whence: _lseek_whence,
  lsm_attribute: _lsm_attribute,
  lsm_flags: _lsm_flags,
  madvise_advice: _madvise_advice,
  mbind_flags: _mbind_flags,
  membarrier_command: _membarrier_command,
  membarrier_flags: _membarrier_flags,
  memfd_flags: _memfd_flags,
  memory_alert: _memory_alert,
  mempolicy_get_flags: _mempolicy_get_flags,
  mempolicy_mode: _mempolicy_mode,
  mlock_flags: _mlock_flags,
  mlockall_flags: _mlockall_flags,
  mmap_flags: _mmap_flags,
  module_delete_flags: _module_delete_flags,
  module_init_flags: _module_init_flags,
  mount_attr_flags: _mount_attr_flags,
  mount_flags: _mount_flags,
  move_mount_flags: _move_mount_flags,
  mremap_flags: _mremap_flags,
  msg_flags: _msg_flags,
  msgctl_command: _msgctl_command,
  msgq_flags: _msgq_flags,
  msync_flags: _msync_flags,
  namespace_type: _namespace_type,
  netlink_option: _netlink_option,
  netlink_protocol: _netlink_protocol,
  open_flags: _open_flags,
  open_tree_flags: _open_tree_flags,
  packet_option: _packet_option,
  packet_protocol: _packet_protocol,
  perf_open_flags: _perf_open_flags,
  perf_type: _perf_type,
  personality: _personality,
  pidfd_open_flags: _pidfd_open_flags,
  pidfd_signal_flags: _pidfd_signal_flags,
  pipe_buffer_flags: _pipe_buffer_flags,
  pipe_flags: _pipe_flags,
  pkey_rights: _pkey_rights,
  prctl_option: _prctl_option,
  priority_which: _priority_which,
  prot: _prot,
  ptrace_request: _ptrace_request,
  quota_command: _quota_command,
  reboot_command: _reboot_command,
  reboot_magic: _reboot_magic,
  reboot_magic2: _reboot_magic2,
  rename_flags: _rename_flags,
  rlimit_resource: _rlimit_resource,
  rseq_flags: _rseq_flags,
  rusage_who: _rusage_who,
  rw_flags: _rw_flags,
  sched_policy: _sched_policy,
  seal_flags: _seal_flags,
  seccomp_flags: _seccomp_flags,
  seccomp_operation: _seccomp_operation,
  semctl_command: _semctl_command,
  shadow_stack_flags: _shadow_stack_flags,
  shmat_flags: _shmat_flags,
  shmctl_command: _shmctl_command,
  shmget_flags: _shmget_flags,
  shutdown_how: _shutdown_how,
  sigaction_flags: _sigaction_flags,
  signal: _signal,
  signal_mask_how: _signal_mask_how,
  signal_method: _signal_method,
  signalfd_flags: _signalfd_flags,
  so_option: _so_option,
  socket_flags: _socket_flags,
  socket_level: _socket_level,
  socket_option: _socket_option,
  socket_protocol: _socket_protocol,
  socket_type: _socket_type,
  socketcall_call: _socketcall_call,
  splice_flags: _splice_flags,
  statx_flags: _statx_flags,
  statx_mask: _statx_mask,
  swap_flags: _swap_flags,
  sync_file_range_flags: _sync_file_range_flags,
  syscall: _syscall,
  syslog_action: _syslog_action,
  tcp_option: _tcp_option,
  timer_flags: _timer_flags,
  timerfd_flags: _timerfd_flags,
  timerfd_set_flags: _timerfd_set_flags,
  udp_option: _udp_option,
  umount_flags: _umount_flags,
  unlink_flags: _unlink_flags,
  unshare_flags: _unshare_flags,
  userfaultfd_flags: _userfaultfd_flags,
  usermode_helper_wait: _usermode_helper_wait,
  vma_flags: _vma_flags,
  wait_id_type: _wait_id_type,
  wait_options: _wait_options,
  xattr_flags: _xattr_flags,
} as const;

export type VocabularyName = keyof typeof vocabularies;

/** faccessat2 */
export const accessAtFlags = constantsOf(_access_at_flags);
/** What access and faccessat ask for */
export const accessMode = constantsOf(_access_mode);
/** Families of sockets and addresses: socket, sa_family */
export const addressFamily = constantsOf(_address_family);
/** arch_prctl, which x86 only has */
export const archPrctlCode = constantsOf(_arch_prctl_code);
/** How the calls with a directory descriptor take a path */
export const atFlags = constantsOf(_at_flags);
/** What bpf_attach saw a program attached to, in the words of Tracee */
export const bpfAttachPoint = constantsOf(_bpf_attach_point);
/** Where a BPF program is attached */
export const bpfAttachType = constantsOf(_bpf_attach_type);
/** bpf, security_bpf */
export const bpfCommand = constantsOf(_bpf_command);
/** Types of BPF links */
export const bpfLinkType = constantsOf(_bpf_link_type);
/** Types of BPF maps */
export const bpfMapType = constantsOf(_bpf_map_type);
/** Types of BPF programs */
export const bpfProgType = constantsOf(_bpf_prog_type);
/** Capabilities: cap_capable, capset */
export const capability = constantsOf(_capability);
/** Clocks; a process or thread clock is a negative number */
export const clockid = constantsOf(_clockid);
/** clone; the low byte is the signal that the parent gets when the child ends */
export const cloneFlags = constantsOf(_clone_flags);
/** close_range */
export const closeRangeFlags = constantsOf(_close_range_flags);
/** Directory that a relative path starts from: a descriptor, or the working directory */
export const dirfd = constantsOf(_dirfd);
/** fcntl F_NOTIFY */
export const dnotifyMask = constantsOf(_dnotify_mask);
/** dup3, memfd_secret */
export const dupFlags = constantsOf(_dup_flags);
/** epoll_create1 */
export const epollFlags = constantsOf(_epoll_flags);
/** epoll_ctl */
export const epollOp = constantsOf(_epoll_op);
/** Errors; those from 512 on stay in the kernel and are seen by tracing only */
export const errno = constantsOf(_errno);
/** eventfd2 */
export const eventfdFlags = constantsOf(_eventfd_flags);
/** execveat; AT_EXECVE_CHECK asks only whether the program may be run */
export const execveatFlags = constantsOf(_execveat_flags);
/** fadvise64 */
export const fadviseAdvice = constantsOf(_fadvise_advice);
/** fallocate */
export const fallocateMode = constantsOf(_fallocate_mode);
/** fanotify_init */
export const fanotifyInitFlags = constantsOf(_fanotify_init_flags);
/** fanotify_mark */
export const fanotifyMarkFlags = constantsOf(_fanotify_mark_flags);
/** Events of fanotify: fanotify_mark */
export const fanotifyMask = constantsOf(_fanotify_mask);
/** fcntl; the three commands with 64 in their name are those of 32-bit programs */
export const fcntlCommand = constantsOf(_fcntl_command);
/** Flags of a descriptor: fcntl F_SETFD */
export const fdFlags = constantsOf(_fd_flags);
/** Type of a file and its permissions, which are printed in octal */
export const fileMode = constantsOf(_file_mode);
/** flock */
export const flockOperation = constantsOf(_flock_operation);
/** fsconfig */
export const fsconfigCommand = constantsOf(_fsconfig_command);
/** fsmount */
export const fsmountFlags = constantsOf(_fsmount_flags);
/** fsopen */
export const fsopenFlags = constantsOf(_fsopen_flags);
/** fspick */
export const fspickFlags = constantsOf(_fspick_flags);
/** futex_wait, futex_wake, futex_requeue */
export const futex2Flags = constantsOf(_futex2_flags);
/** futex */
export const futexOp = constantsOf(_futex_op);
/** getrandom */
export const getrandomFlags = constantsOf(_getrandom_flags);
/** name_to_handle_at */
export const handleFlags = constantsOf(_handle_flags);
/** inotify_init1 */
export const inotifyFlags = constantsOf(_inotify_flags);
/** inotify_add_watch */
export const inotifyMask = constantsOf(_inotify_mask);
/** io_uring_enter */
export const ioUringEnterFlags = constantsOf(_io_uring_enter_flags);
/** Operations submitted to an io_uring */
export const ioUringOpcode = constantsOf(_io_uring_opcode);
/** io_uring_register */
export const ioUringRegisterOpcode = constantsOf(_io_uring_register_opcode);
/** Flags of a request in an io_uring (IOSQE) */
export const ioUringRequestFlags = constantsOf(_io_uring_request_flags);
/** io_uring_setup, io_uring_create */
export const ioUringSetupFlags = constantsOf(_io_uring_setup_flags);
/** Priority of input and output: ioprio_set; the low bits are the level in the class */
export const ioprio = constantsOf(_ioprio);
/** ioprio_set, ioprio_get */
export const ioprioWhich = constantsOf(_ioprio_which);
/** Socket options of level SOL_IP */
export const ipOption = constantsOf(_ip_option);
/** Protocols above IP */
export const ipProtocol = constantsOf(_ip_protocol);
/** ipc of 32-bit programs; the high half is a version */
export const ipcCall = constantsOf(_ipc_call);
/** semget, msgget; permissions in octal */
export const ipcGetFlags = constantsOf(_ipc_get_flags);
/** Socket options of level SOL_IPV6 */
export const ipv6Option = constantsOf(_ipv6_option);
/** setitimer, getitimer */
export const itimerWhich = constantsOf(_itimer_which);
/** kcmp */
export const kcmpType = constantsOf(_kcmp_type);
/** What the kernel reads a file for: security_kernel_read_file; these numbers are those from 5.10 on */
export const kernelReadFileId = constantsOf(_kernel_read_file_id);
/** kexec_file_load */
export const kexecFileFlags = constantsOf(_kexec_file_flags);
/** kexec_load */
export const kexecFlags = constantsOf(_kexec_flags);
/** keyctl */
export const keyctlCommand = constantsOf(_keyctl_command);
/** Keyrings that have a number for every process: add_key, request_key */
export const keyring = constantsOf(_keyring);
/** landlock_create_ruleset */
export const landlockCreateFlags = constantsOf(_landlock_create_flags);
/** landlock_restrict_self */
export const landlockRestrictFlags = constantsOf(_landlock_restrict_flags);
/** landlock_add_rule */
export const landlockRuleType = constantsOf(_landlock_rule_type);
/** fcntl F_SETLEASE */
export const leaseType = constantsOf(_lease_type);
/** lseek */
export const lseekWhence = constantsOf(_lseek_whence);
/** lsm_get_self_attr, lsm_set_self_attr */
export const lsmAttribute = constantsOf(_lsm_attribute);
/** lsm_get_self_attr */
export const lsmFlags = constantsOf(_lsm_flags);
/** madvise, process_madvise */
export const madviseAdvice = constantsOf(_madvise_advice);
/** mbind, move_pages */
export const mbindFlags = constantsOf(_mbind_flags);
/** membarrier */
export const membarrierCommand = constantsOf(_membarrier_command);
/** membarrier */
export const membarrierFlags = constantsOf(_membarrier_flags);
/** memfd_create */
export const memfdFlags = constantsOf(_memfd_flags);
/** What mem_prot_alert saw, in the words of Tracee */
export const memoryAlert = constantsOf(_memory_alert);
/** get_mempolicy */
export const mempolicyGetFlags = constantsOf(_mempolicy_get_flags);
/** set_mempolicy, mbind */
export const mempolicyMode = constantsOf(_mempolicy_mode);
/** mlock2 */
export const mlockFlags = constantsOf(_mlock_flags);
/** mlockall */
export const mlockallFlags = constantsOf(_mlockall_flags);
/** mmap, security_mmap_file */
export const mmapFlags = constantsOf(_mmap_flags);
/** delete_module */
export const moduleDeleteFlags = constantsOf(_module_delete_flags);
/** finit_module */
export const moduleInitFlags = constantsOf(_module_init_flags);
/** Attributes of a mount: fsmount */
export const mountAttrFlags = constantsOf(_mount_attr_flags);
/** mount, security_sb_mount; MS_MGC_VAL is a mark that old programs set */
export const mountFlags = constantsOf(_mount_flags);
/** move_mount */
export const moveMountFlags = constantsOf(_move_mount_flags);
/** mremap */
export const mremapFlags = constantsOf(_mremap_flags);
/** send, sendto, sendmsg, recv, recvfrom, recvmsg */
export const msgFlags = constantsOf(_msg_flags);
/** msgctl; IPC_64 is set by 32-bit programs */
export const msgctlCommand = constantsOf(_msgctl_command);
/** msgsnd, msgrcv */
export const msgqFlags = constantsOf(_msgq_flags);
/** msync */
export const msyncFlags = constantsOf(_msync_flags);
/** Kinds of namespaces: setns */
export const namespaceType = constantsOf(_namespace_type);
/** Socket options of level SOL_NETLINK */
export const netlinkOption = constantsOf(_netlink_option);
/** Netlink families */
export const netlinkProtocol = constantsOf(_netlink_protocol);
/** How a file is opened: open, openat, the flags of an open file; __FMODE_EXEC is set by the kernel when it opens a program */
export const openFlags = constantsOf(_open_flags);
/** open_tree, open_tree_attr */
export const openTreeFlags = constantsOf(_open_tree_flags);
/** Socket options of level SOL_PACKET */
export const packetOption = constantsOf(_packet_option);
/** Protocol of a packet socket, in the byte order of the network */
export const packetProtocol = constantsOf(_packet_protocol);
/** perf_event_open */
export const perfOpenFlags = constantsOf(_perf_open_flags);
/** Kinds of perf events */
export const perfType = constantsOf(_perf_type);
/** personality; the program behaves as on another system or layout */
export const personality = constantsOf(_personality);
/** pidfd_open */
export const pidfdOpenFlags = constantsOf(_pidfd_open_flags);
/** pidfd_send_signal */
export const pidfdSignalFlags = constantsOf(_pidfd_signal_flags);
/** Flags of a page in a pipe: dirty_pipe_splice */
export const pipeBufferFlags = constantsOf(_pipe_buffer_flags);
/** pipe2 */
export const pipeFlags = constantsOf(_pipe_flags);
/** pkey_alloc */
export const pkeyRights = constantsOf(_pkey_rights);
/** prctl */
export const prctlOption = constantsOf(_prctl_option);
/** setpriority, getpriority */
export const priorityWhich = constantsOf(_priority_which);
/** Access to memory: mmap, mprotect */
export const prot = constantsOf(_prot);
/** ptrace */
export const ptraceRequest = constantsOf(_ptrace_request);
/** quotactl: the command above the type of quota */
export const quotaCommand = constantsOf(_quota_command);
/** reboot */
export const rebootCommand = constantsOf(_reboot_command);
/** First mark that reboot wants */
export const rebootMagic = constantsOf(_reboot_magic);
/** Second mark that reboot wants */
export const rebootMagic2 = constantsOf(_reboot_magic2);
/** renameat2 */
export const renameFlags = constantsOf(_rename_flags);
/** setrlimit, prlimit64 */
export const rlimitResource = constantsOf(_rlimit_resource);
/** rseq */
export const rseqFlags = constantsOf(_rseq_flags);
/** getrusage */
export const rusageWho = constantsOf(_rusage_who);
/** preadv2, pwritev2 */
export const rwFlags = constantsOf(_rw_flags);
/** sched_setscheduler */
export const schedPolicy = constantsOf(_sched_policy);
/** Seals of a file in memory: fcntl F_ADD_SEALS */
export const sealFlags = constantsOf(_seal_flags);
/** seccomp, SECCOMP_SET_MODE_FILTER */
export const seccompFlags = constantsOf(_seccomp_flags);
/** seccomp */
export const seccompOperation = constantsOf(_seccomp_operation);
/** semctl; IPC_64 is set by 32-bit programs */
export const semctlCommand = constantsOf(_semctl_command);
/** map_shadow_stack */
export const shadowStackFlags = constantsOf(_shadow_stack_flags);
/** shmat */
export const shmatFlags = constantsOf(_shmat_flags);
/** shmctl; IPC_64 is set by 32-bit programs */
export const shmctlCommand = constantsOf(_shmctl_command);
/** shmget; permissions in octal */
export const shmgetFlags = constantsOf(_shmget_flags);
/** shutdown */
export const shutdownHow = constantsOf(_shutdown_how);
/** Flags of a signal handler: do_sigaction */
export const sigactionFlags = constantsOf(_sigaction_flags);
/** Signals; those from 32 on have no names here, because the C library numbers them */
export const signal = constantsOf(_signal);
/** rt_sigprocmask */
export const signalMaskHow = constantsOf(_signal_mask_how);
/** What a signal does: do_sigaction; the first two are what the kernel keeps as a handler, the third is any other */
export const signalMethod = constantsOf(_signal_method);
/** signalfd4 */
export const signalfdFlags = constantsOf(_signalfd_flags);
/** Socket options of level SOL_SOCKET */
export const soOption = constantsOf(_so_option);
/** accept4, and the high bits of a socket type */
export const socketFlags = constantsOf(_socket_flags);
/** Protocol that a socket option belongs to: setsockopt */
export const socketLevel = constantsOf(_socket_level);
/** socket, socketpair; the high bits are flags of the new descriptor */
export const socketType = constantsOf(_socket_type);
/** socketcall of 32-bit programs */
export const socketcallCall = constantsOf(_socketcall_call);
/** splice, tee, vmsplice */
export const spliceFlags = constantsOf(_splice_flags);
/** statx */
export const statxFlags = constantsOf(_statx_flags);
/** Which fields statx is to give */
export const statxMask = constantsOf(_statx_mask);
/** swapon; the low bits are the priority */
export const swapFlags = constantsOf(_swap_flags);
/** sync_file_range */
export const syncFileRangeFlags = constantsOf(_sync_file_range_flags);
/** syslog */
export const syslogAction = constantsOf(_syslog_action);
/** Socket options of level SOL_TCP */
export const tcpOption = constantsOf(_tcp_option);
/** timer_settime, clock_nanosleep */
export const timerFlags = constantsOf(_timer_flags);
/** timerfd_create */
export const timerfdFlags = constantsOf(_timerfd_flags);
/** timerfd_settime */
export const timerfdSetFlags = constantsOf(_timerfd_set_flags);
/** Socket options of level SOL_UDP */
export const udpOption = constantsOf(_udp_option);
/** umount2 */
export const umountFlags = constantsOf(_umount_flags);
/** unlinkat */
export const unlinkFlags = constantsOf(_unlink_flags);
/** What unshare separates from the parent */
export const unshareFlags = constantsOf(_unshare_flags);
/** userfaultfd */
export const userfaultfdFlags = constantsOf(_userfaultfd_flags);
/** What the kernel waits for when it starts a program: call_usermodehelper */
export const usermodeHelperWait = constantsOf(_usermode_helper_wait);
/** Flags of a mapping inside the kernel (vm_flags), those that 5.10 to 6.18 number alike */
export const vmaFlags = constantsOf(_vma_flags);
/** waitid */
export const waitIdType = constantsOf(_wait_id_type);
/** wait4, waitid */
export const waitOptions = constantsOf(_wait_options);
/** setxattr */
export const xattrFlags = constantsOf(_xattr_flags);
