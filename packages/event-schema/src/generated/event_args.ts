// Generated from packages/event-schema/events; change those, then: npm run generate

export interface EventArguments {
  /** read(2) */
  read: { readonly fd: number; readonly buf: bigint; readonly count: bigint; };
  /** write(2) */
  write: { readonly fd: number; readonly buf: bigint; readonly count: bigint; };
  /** open(2) */
  open: { readonly pathname: string | null; readonly flags: number; readonly mode: number; };
  /** close(2) */
  close: { readonly fd: number; };
  /** stat(2) */
  stat: { readonly pathname: string | null; readonly statbuf: bigint; };
  /** fstat(2) */
  fstat: { readonly fd: number; readonly statbuf: bigint; };
  /** lstat(2) */
  lstat: { readonly pathname: string | null; readonly statbuf: bigint; };
  /** poll(2) */
  poll: { readonly fds: bigint; readonly nfds: number; readonly timeout: number; };
  /** lseek(2) */
  lseek: { readonly fd: number; readonly offset: bigint; readonly whence: number; };
  /** mmap(2) */
  mmap: { readonly addr: bigint; readonly length: bigint; readonly prot: number; readonly flags: number; readonly fd: number; readonly off: bigint; };
  /** mprotect(2) */
  mprotect: { readonly addr: bigint; readonly len: bigint; readonly prot: number; };
  /** munmap(2) */
  munmap: { readonly addr: bigint; readonly length: bigint; };
  /** brk(2) */
  brk: { readonly addr: bigint; };
  /** rt_sigaction(2) */
  rt_sigaction: { readonly signum: number; readonly act: bigint; readonly oldact: bigint; readonly sigsetsize: bigint; };
  /** rt_sigprocmask(2) */
  rt_sigprocmask: { readonly how: number; readonly set: bigint; readonly oldset: bigint; readonly sigsetsize: bigint; };
  /** rt_sigreturn(2) */
  rt_sigreturn: { };
  /** ioctl(2) */
  ioctl: { readonly fd: number; readonly request: bigint; readonly arg: bigint; };
  /** pread64(2) */
  pread64: { readonly fd: number; readonly buf: bigint; readonly count: bigint; readonly offset: bigint; };
  /** pwrite64(2) */
  pwrite64: { readonly fd: number; readonly buf: bigint; readonly count: bigint; readonly offset: bigint; };
  /** readv(2) */
  readv: { readonly fd: number; readonly iov: bigint; readonly iovcnt: number; };
  /** writev(2) */
  writev: { readonly fd: number; readonly iov: bigint; readonly iovcnt: number; };
  /** access(2) */
  access: { readonly pathname: string | null; readonly mode: number; };
  /** pipe(2) */
  pipe: { readonly pipefd: number[] | null; };
  /** select(2) */
  select: { readonly nfds: number; readonly readfds: bigint; readonly writefds: bigint; readonly exceptfds: bigint; readonly timeout: bigint; };
  /** sched_yield(2) */
  sched_yield: { };
  /** mremap(2) */
  mremap: { readonly old_address: bigint; readonly old_size: bigint; readonly new_size: bigint; readonly flags: number; readonly new_address: bigint; };
  /** msync(2) */
  msync: { readonly addr: bigint; readonly length: bigint; readonly flags: number; };
  /** mincore(2) */
  mincore: { readonly addr: bigint; readonly length: bigint; readonly vec: bigint; };
  /** madvise(2) */
  madvise: { readonly addr: bigint; readonly length: bigint; readonly advice: number; };
  /** shmget(2) */
  shmget: { readonly key: number; readonly size: bigint; readonly shmflg: number; };
  /** shmat(2) */
  shmat: { readonly shmid: number; readonly shmaddr: bigint; readonly shmflg: number; };
  /** shmctl(2) */
  shmctl: { readonly shmid: number; readonly cmd: number; readonly buf: bigint; };
  /** dup(2) */
  dup: { readonly oldfd: number; };
  /** dup2(2) */
  dup2: { readonly oldfd: number; readonly newfd: number; };
  /** pause(2) */
  pause: { };
  /** nanosleep(2) */
  nanosleep: { readonly req: bigint[] | null; readonly rem: bigint[] | null; };
  /** getitimer(2) */
  getitimer: { readonly which: number; readonly curr_value: bigint; };
  /** alarm(2) */
  alarm: { readonly seconds: number; };
  /** setitimer(2) */
  setitimer: { readonly which: number; readonly new_value: bigint; readonly old_value: bigint; };
  /** getpid(2) */
  getpid: { };
  /** sendfile(2) */
  sendfile: { readonly out_fd: number; readonly in_fd: number; readonly offset: bigint; readonly count: bigint; };
  /** socket(2) */
  socket: { readonly domain: number; readonly type: number; readonly protocol: number; };
  /** connect(2) */
  connect: { readonly sockfd: number; readonly addr: Uint8Array | null; readonly addrlen: number; };
  /** accept(2) */
  accept: { readonly sockfd: number; readonly addr: Uint8Array | null; readonly addrlen: bigint; };
  /** sendto(2) */
  sendto: { readonly sockfd: number; readonly buf: bigint; readonly len: bigint; readonly flags: number; readonly dest_addr: Uint8Array | null; readonly addrlen: number; };
  /** recvfrom(2) */
  recvfrom: { readonly sockfd: number; readonly buf: bigint; readonly len: bigint; readonly flags: number; readonly src_addr: Uint8Array | null; readonly addrlen: bigint; };
  /** sendmsg(2) */
  sendmsg: { readonly sockfd: number; readonly msg: bigint; readonly flags: number; };
  /** recvmsg(2) */
  recvmsg: { readonly sockfd: number; readonly msg: bigint; readonly flags: number; };
  /** shutdown(2) */
  shutdown: { readonly sockfd: number; readonly how: number; };
  /** bind(2) */
  bind: { readonly sockfd: number; readonly addr: Uint8Array | null; readonly addrlen: number; };
  /** listen(2) */
  listen: { readonly sockfd: number; readonly backlog: number; };
  /** getsockname(2) */
  getsockname: { readonly sockfd: number; readonly addr: Uint8Array | null; readonly addrlen: bigint; };
  /** getpeername(2) */
  getpeername: { readonly sockfd: number; readonly addr: Uint8Array | null; readonly addrlen: bigint; };
  /** socketpair(2) */
  socketpair: { readonly domain: number; readonly type: number; readonly protocol: number; readonly sv: number[] | null; };
  /** setsockopt(2) */
  setsockopt: { readonly sockfd: number; readonly level: number; readonly optname: number; readonly optval: bigint; readonly optlen: number; };
  /** getsockopt(2) */
  getsockopt: { readonly sockfd: number; readonly level: number; readonly optname: number; readonly optval: bigint; readonly optlen: bigint; };
  /** clone(2) */
  clone: { readonly flags: bigint; readonly stack: bigint; readonly parent_tid: bigint; readonly child_tid: bigint; readonly tls: bigint; };
  /** fork(2) */
  fork: { };
  /** vfork(2) */
  vfork: { };
  /** execve(2) */
  execve: { readonly pathname: string | null; readonly argv: string[] | null; readonly envp: string[] | null; };
  /** exit(2) */
  exit: { readonly status: number; };
  /** wait4(2) */
  wait4: { readonly pid: number; readonly wstatus: bigint; readonly options: number; readonly rusage: bigint; };
  /** kill(2) */
  kill: { readonly pid: number; readonly sig: number; };
  /** uname(2) */
  uname: { readonly buf: bigint; };
  /** semget(2) */
  semget: { readonly key: number; readonly nsems: number; readonly semflg: number; };
  /** semop(2) */
  semop: { readonly semid: number; readonly sops: bigint; readonly nsops: bigint; };
  /** semctl(2) */
  semctl: { readonly semid: number; readonly semnum: number; readonly cmd: number; readonly arg: bigint; };
  /** shmdt(2) */
  shmdt: { readonly shmaddr: bigint; };
  /** msgget(2) */
  msgget: { readonly key: number; readonly msgflg: number; };
  /** msgsnd(2) */
  msgsnd: { readonly msqid: number; readonly msgp: bigint; readonly msgsz: bigint; readonly msgflg: number; };
  /** msgrcv(2) */
  msgrcv: { readonly msqid: number; readonly msgp: bigint; readonly msgsz: bigint; readonly msgtyp: bigint; readonly msgflg: number; };
  /** msgctl(2) */
  msgctl: { readonly msqid: number; readonly cmd: number; readonly buf: bigint; };
  /** fcntl(2) */
  fcntl: { readonly fd: number; readonly cmd: number; readonly arg: bigint; };
  /** flock(2) */
  flock: { readonly fd: number; readonly operation: number; };
  /** fsync(2) */
  fsync: { readonly fd: number; };
  /** fdatasync(2) */
  fdatasync: { readonly fd: number; };
  /** truncate(2) */
  truncate: { readonly path: string | null; readonly length: bigint; };
  /** ftruncate(2) */
  ftruncate: { readonly fd: number; readonly length: bigint; };
  /** getdents(2) */
  getdents: { readonly fd: number; readonly dirp: bigint; readonly count: number; };
  /** getcwd(2) */
  getcwd: { readonly buf: string | null; readonly size: bigint; };
  /** chdir(2) */
  chdir: { readonly path: string | null; };
  /** fchdir(2) */
  fchdir: { readonly fd: number; };
  /** rename(2) */
  rename: { readonly oldpath: string | null; readonly newpath: string | null; };
  /** mkdir(2) */
  mkdir: { readonly pathname: string | null; readonly mode: number; };
  /** rmdir(2) */
  rmdir: { readonly pathname: string | null; };
  /** creat(2) */
  creat: { readonly pathname: string | null; readonly mode: number; };
  /** link(2) */
  link: { readonly oldpath: string | null; readonly newpath: string | null; };
  /** unlink(2) */
  unlink: { readonly pathname: string | null; };
  /** symlink(2) */
  symlink: { readonly target: string | null; readonly linkpath: string | null; };
  /** readlink(2) */
  readlink: { readonly pathname: string | null; readonly buf: string | null; readonly bufsiz: bigint; };
  /** chmod(2) */
  chmod: { readonly pathname: string | null; readonly mode: number; };
  /** fchmod(2) */
  fchmod: { readonly fd: number; readonly mode: number; };
  /** chown(2) */
  chown: { readonly pathname: string | null; readonly owner: number; readonly group: number; };
  /** fchown(2) */
  fchown: { readonly fd: number; readonly owner: number; readonly group: number; };
  /** lchown(2) */
  lchown: { readonly pathname: string | null; readonly owner: number; readonly group: number; };
  /** umask(2) */
  umask: { readonly mask: number; };
  /** gettimeofday(2) */
  gettimeofday: { readonly tv: bigint; readonly tz: bigint; };
  /** getrlimit(2) */
  getrlimit: { readonly resource: number; readonly rlim: bigint; };
  /** getrusage(2) */
  getrusage: { readonly who: number; readonly usage: bigint; };
  /** sysinfo(2) */
  sysinfo: { readonly info: bigint; };
  /** times(2) */
  times: { readonly buf: bigint; };
  /** ptrace(2) */
  ptrace: { readonly request: bigint; readonly pid: number; readonly addr: bigint; readonly data: bigint; };
  /** getuid(2) */
  getuid: { };
  /** syslog(2) */
  syslog: { readonly type: number; readonly bufp: string | null; readonly len: number; };
  /** getgid(2) */
  getgid: { };
  /** setuid(2) */
  setuid: { readonly uid: number; };
  /** setgid(2) */
  setgid: { readonly gid: number; };
  /** geteuid(2) */
  geteuid: { };
  /** getegid(2) */
  getegid: { };
  /** setpgid(2) */
  setpgid: { readonly pid: number; readonly pgid: number; };
  /** getppid(2) */
  getppid: { };
  /** getpgrp(2) */
  getpgrp: { };
  /** setsid(2) */
  setsid: { };
  /** setreuid(2) */
  setreuid: { readonly ruid: number; readonly euid: number; };
  /** setregid(2) */
  setregid: { readonly rgid: number; readonly egid: number; };
  /** getgroups(2) */
  getgroups: { readonly size: number; readonly list: bigint; };
  /** setgroups(2) */
  setgroups: { readonly size: number; readonly list: bigint; };
  /** setresuid(2) */
  setresuid: { readonly ruid: number; readonly euid: number; readonly suid: number; };
  /** getresuid(2) */
  getresuid: { readonly ruid: bigint; readonly euid: bigint; readonly suid: bigint; };
  /** setresgid(2) */
  setresgid: { readonly rgid: number; readonly egid: number; readonly sgid: number; };
  /** getresgid(2) */
  getresgid: { readonly rgid: bigint; readonly egid: bigint; readonly sgid: bigint; };
  /** getpgid(2) */
  getpgid: { readonly pid: number; };
  /** setfsuid(2) */
  setfsuid: { readonly fsuid: number; };
  /** setfsgid(2) */
  setfsgid: { readonly fsgid: number; };
  /** getsid(2) */
  getsid: { readonly pid: number; };
  /** capget(2) */
  capget: { readonly hdrp: bigint; readonly datap: bigint; };
  /** capset(2) */
  capset: { readonly hdrp: bigint; readonly datap: bigint; };
  /** rt_sigpending(2) */
  rt_sigpending: { readonly set: bigint; readonly sigsetsize: bigint; };
  /** rt_sigtimedwait(2) */
  rt_sigtimedwait: { readonly set: bigint; readonly info: bigint; readonly timeout: bigint[] | null; readonly sigsetsize: bigint; };
  /** rt_sigqueueinfo(2) */
  rt_sigqueueinfo: { readonly tgid: number; readonly sig: number; readonly info: bigint; };
  /** rt_sigsuspend(2) */
  rt_sigsuspend: { readonly mask: bigint; readonly sigsetsize: bigint; };
  /** sigaltstack(2) */
  sigaltstack: { readonly ss: bigint; readonly old_ss: bigint; };
  /** utime(2) */
  utime: { readonly filename: string | null; readonly times: bigint; };
  /** mknod(2) */
  mknod: { readonly pathname: string | null; readonly mode: number; readonly dev: number; };
  /** uselib(2) */
  uselib: { readonly library: string | null; };
  /** personality(2) */
  personality: { readonly persona: bigint; };
  /** ustat(2) */
  ustat: { readonly dev: number; readonly ubuf: bigint; };
  /** statfs(2) */
  statfs: { readonly path: string | null; readonly buf: bigint; };
  /** fstatfs(2) */
  fstatfs: { readonly fd: number; readonly buf: bigint; };
  /** sysfs(2) */
  sysfs: { readonly option: number; };
  /** getpriority(2) */
  getpriority: { readonly which: number; readonly who: number; };
  /** setpriority(2) */
  setpriority: { readonly which: number; readonly who: number; readonly prio: number; };
  /** sched_setparam(2) */
  sched_setparam: { readonly pid: number; readonly param: bigint; };
  /** sched_getparam(2) */
  sched_getparam: { readonly pid: number; readonly param: bigint; };
  /** sched_setscheduler(2) */
  sched_setscheduler: { readonly pid: number; readonly policy: number; readonly param: bigint; };
  /** sched_getscheduler(2) */
  sched_getscheduler: { readonly pid: number; };
  /** sched_get_priority_max(2) */
  sched_get_priority_max: { readonly policy: number; };
  /** sched_get_priority_min(2) */
  sched_get_priority_min: { readonly policy: number; };
  /** sched_rr_get_interval(2) */
  sched_rr_get_interval: { readonly pid: number; readonly tp: bigint[] | null; };
  /** mlock(2) */
  mlock: { readonly addr: bigint; readonly len: bigint; };
  /** munlock(2) */
  munlock: { readonly addr: bigint; readonly len: bigint; };
  /** mlockall(2) */
  mlockall: { readonly flags: number; };
  /** munlockall(2) */
  munlockall: { };
  /** vhangup(2) */
  vhangup: { };
  /** modify_ldt(2) */
  modify_ldt: { readonly func: number; readonly ptr: bigint; readonly bytecount: bigint; };
  /** pivot_root(2) */
  pivot_root: { readonly new_root: string | null; readonly put_old: string | null; };
  /** sysctl(2) */
  sysctl: { readonly args: bigint; };
  /** prctl(2) */
  prctl: { readonly option: number; readonly arg2: bigint; readonly arg3: bigint; readonly arg4: bigint; readonly arg5: bigint; };
  /** arch_prctl(2) */
  arch_prctl: { readonly option: number; readonly addr: bigint; };
  /** adjtimex(2) */
  adjtimex: { readonly buf: bigint; };
  /** setrlimit(2) */
  setrlimit: { readonly resource: number; readonly rlim: bigint; };
  /** chroot(2) */
  chroot: { readonly path: string | null; };
  /** sync(2) */
  sync: { };
  /** acct(2) */
  acct: { readonly filename: string | null; };
  /** settimeofday(2) */
  settimeofday: { readonly tv: bigint; readonly tz: bigint; };
  /** mount(2) */
  mount: { readonly source: string | null; readonly target: string | null; readonly filesystemtype: string | null; readonly mountflags: bigint; readonly data: bigint; };
  /** umount2(2) */
  umount2: { readonly target: string | null; readonly flags: number; };
  /** swapon(2) */
  swapon: { readonly path: string | null; readonly swapflags: number; };
  /** swapoff(2) */
  swapoff: { readonly path: string | null; };
  /** reboot(2) */
  reboot: { readonly magic: number; readonly magic2: number; readonly cmd: number; readonly arg: bigint; };
  /** sethostname(2) */
  sethostname: { readonly name: string | null; readonly len: bigint; };
  /** setdomainname(2) */
  setdomainname: { readonly name: string | null; readonly len: bigint; };
  /** iopl(2) */
  iopl: { readonly level: number; };
  /** ioperm(2) */
  ioperm: { readonly from: bigint; readonly num: bigint; readonly turn_on: number; };
  /** create_module(2) */
  create_module: { };
  /** init_module(2) */
  init_module: { readonly module_image: bigint; readonly len: bigint; readonly param_values: string | null; };
  /** delete_module(2) */
  delete_module: { readonly name: string | null; readonly flags: number; };
  /** get_kernel_syms(2) */
  get_kernel_syms: { };
  /** query_module(2) */
  query_module: { };
  /** quotactl(2) */
  quotactl: { readonly cmd: number; readonly special: string | null; readonly id: number; readonly addr: bigint; };
  /** nfsservctl(2) */
  nfsservctl: { };
  /** getpmsg(2) */
  getpmsg: { };
  /** putpmsg(2) */
  putpmsg: { };
  /** afs(2) */
  afs: { };
  /** tuxcall(2) */
  tuxcall: { };
  /** security(2) */
  security: { };
  /** gettid(2) */
  gettid: { };
  /** readahead(2) */
  readahead: { readonly fd: number; readonly offset: bigint; readonly count: bigint; };
  /** setxattr(2) */
  setxattr: { readonly path: string | null; readonly name: string | null; readonly value: bigint; readonly size: bigint; readonly flags: number; };
  /** lsetxattr(2) */
  lsetxattr: { readonly path: string | null; readonly name: string | null; readonly value: bigint; readonly size: bigint; readonly flags: number; };
  /** fsetxattr(2) */
  fsetxattr: { readonly fd: number; readonly name: string | null; readonly value: bigint; readonly size: bigint; readonly flags: number; };
  /** getxattr(2) */
  getxattr: { readonly path: string | null; readonly name: string | null; readonly value: bigint; readonly size: bigint; };
  /** lgetxattr(2) */
  lgetxattr: { readonly path: string | null; readonly name: string | null; readonly value: bigint; readonly size: bigint; };
  /** fgetxattr(2) */
  fgetxattr: { readonly fd: number; readonly name: string | null; readonly value: bigint; readonly size: bigint; };
  /** listxattr(2) */
  listxattr: { readonly path: string | null; readonly list: string | null; readonly size: bigint; };
  /** llistxattr(2) */
  llistxattr: { readonly path: string | null; readonly list: string | null; readonly size: bigint; };
  /** flistxattr(2) */
  flistxattr: { readonly fd: number; readonly list: string | null; readonly size: bigint; };
  /** removexattr(2) */
  removexattr: { readonly path: string | null; readonly name: string | null; };
  /** lremovexattr(2) */
  lremovexattr: { readonly path: string | null; readonly name: string | null; };
  /** fremovexattr(2) */
  fremovexattr: { readonly fd: number; readonly name: string | null; };
  /** tkill(2) */
  tkill: { readonly tid: number; readonly sig: number; };
  /** time(2) */
  time: { readonly tloc: bigint; };
  /** futex(2) */
  futex: { readonly uaddr: bigint; readonly futex_op: number; readonly val: number; readonly timeout: bigint[] | null; readonly uaddr2: bigint; readonly val3: number; };
  /** sched_setaffinity(2) */
  sched_setaffinity: { readonly pid: number; readonly cpusetsize: bigint; readonly mask: bigint; };
  /** sched_getaffinity(2) */
  sched_getaffinity: { readonly pid: number; readonly cpusetsize: bigint; readonly mask: bigint; };
  /** set_thread_area(2) */
  set_thread_area: { readonly u_info: bigint; };
  /** io_setup(2) */
  io_setup: { readonly nr_events: number; readonly ctx_idp: bigint; };
  /** io_destroy(2) */
  io_destroy: { readonly ctx_id: bigint; };
  /** io_getevents(2) */
  io_getevents: { readonly ctx_id: bigint; readonly min_nr: bigint; readonly nr: bigint; readonly events: bigint; readonly timeout: bigint[] | null; };
  /** io_submit(2) */
  io_submit: { readonly ctx_id: bigint; readonly nr: bigint; readonly iocbpp: bigint; };
  /** io_cancel(2) */
  io_cancel: { readonly ctx_id: bigint; readonly iocb: bigint; readonly result: bigint; };
  /** get_thread_area(2) */
  get_thread_area: { readonly u_info: bigint; };
  /** lookup_dcookie(2) */
  lookup_dcookie: { readonly cookie: bigint; readonly buffer: string | null; readonly len: bigint; };
  /** epoll_create(2) */
  epoll_create: { readonly size: number; };
  /** epoll_ctl_old(2) */
  epoll_ctl_old: { };
  /** epoll_wait_old(2) */
  epoll_wait_old: { };
  /** remap_file_pages(2) */
  remap_file_pages: { readonly addr: bigint; readonly size: bigint; readonly prot: number; readonly pgoff: bigint; readonly flags: number; };
  /** getdents64(2) */
  getdents64: { readonly fd: number; readonly dirp: bigint; readonly count: number; };
  /** set_tid_address(2) */
  set_tid_address: { readonly tidptr: bigint; };
  /** restart_syscall(2) */
  restart_syscall: { };
  /** semtimedop(2) */
  semtimedop: { readonly semid: number; readonly sops: bigint; readonly nsops: bigint; readonly timeout: bigint[] | null; };
  /** fadvise64(2) */
  fadvise64: { readonly fd: number; readonly offset: bigint; readonly len: bigint; readonly advice: number; };
  /** timer_create(2) */
  timer_create: { readonly clockid: number; readonly sevp: bigint; readonly timer_id: bigint; };
  /** timer_settime(2) */
  timer_settime: { readonly timer_id: number; readonly flags: number; readonly new_value: bigint; readonly old_value: bigint; };
  /** timer_gettime(2) */
  timer_gettime: { readonly timer_id: number; readonly curr_value: bigint; };
  /** timer_getoverrun(2) */
  timer_getoverrun: { readonly timer_id: number; };
  /** timer_delete(2) */
  timer_delete: { readonly timer_id: number; };
  /** clock_settime(2) */
  clock_settime: { readonly clockid: number; readonly tp: bigint[] | null; };
  /** clock_gettime(2) */
  clock_gettime: { readonly clockid: number; readonly tp: bigint[] | null; };
  /** clock_getres(2) */
  clock_getres: { readonly clockid: number; readonly res: bigint[] | null; };
  /** clock_nanosleep(2) */
  clock_nanosleep: { readonly clockid: number; readonly flags: number; readonly request: bigint[] | null; readonly remain: bigint[] | null; };
  /** exit_group(2) */
  exit_group: { readonly status: number; };
  /** epoll_wait(2) */
  epoll_wait: { readonly epfd: number; readonly events: bigint; readonly maxevents: number; readonly timeout: number; };
  /** epoll_ctl(2) */
  epoll_ctl: { readonly epfd: number; readonly op: number; readonly fd: number; readonly event: bigint; };
  /** tgkill(2) */
  tgkill: { readonly tgid: number; readonly tid: number; readonly sig: number; };
  /** utimes(2) */
  utimes: { readonly filename: string | null; readonly times: bigint; };
  /** vserver(2) */
  vserver: { };
  /** mbind(2) */
  mbind: { readonly addr: bigint; readonly len: bigint; readonly mode: number; readonly nodemask: bigint; readonly maxnode: bigint; readonly flags: number; };
  /** set_mempolicy(2) */
  set_mempolicy: { readonly mode: number; readonly nodemask: bigint; readonly maxnode: bigint; };
  /** get_mempolicy(2) */
  get_mempolicy: { readonly mode: bigint; readonly nodemask: bigint; readonly maxnode: bigint; readonly addr: bigint; readonly flags: bigint; };
  /** mq_open(2) */
  mq_open: { readonly name: string | null; readonly oflag: number; readonly mode: number; readonly attr: bigint; };
  /** mq_unlink(2) */
  mq_unlink: { readonly name: string | null; };
  /** mq_timedsend(2) */
  mq_timedsend: { readonly mqdes: number; readonly msg_ptr: string | null; readonly msg_len: bigint; readonly msg_prio: number; readonly abs_timeout: bigint[] | null; };
  /** mq_timedreceive(2) */
  mq_timedreceive: { readonly mqdes: number; readonly msg_ptr: string | null; readonly msg_len: bigint; readonly msg_prio: bigint; readonly abs_timeout: bigint[] | null; };
  /** mq_notify(2) */
  mq_notify: { readonly mqdes: number; readonly sevp: bigint; };
  /** mq_getsetattr(2) */
  mq_getsetattr: { readonly mqdes: number; readonly newattr: bigint; readonly oldattr: bigint; };
  /** kexec_load(2) */
  kexec_load: { readonly entry: bigint; readonly nr_segments: bigint; readonly segments: bigint; readonly flags: bigint; };
  /** waitid(2) */
  waitid: { readonly idtype: number; readonly id: number; readonly infop: bigint; readonly options: number; readonly rusage: bigint; };
  /** add_key(2) */
  add_key: { readonly type: string | null; readonly description: string | null; readonly payload: bigint; readonly plen: bigint; readonly keyring: number; };
  /** request_key(2) */
  request_key: { readonly type: string | null; readonly description: string | null; readonly callout_info: string | null; readonly dest_keyring: number; };
  /** keyctl(2) */
  keyctl: { readonly operation: number; readonly arg2: bigint; readonly arg3: bigint; readonly arg4: bigint; readonly arg5: bigint; };
  /** ioprio_set(2) */
  ioprio_set: { readonly which: number; readonly who: number; readonly ioprio: number; };
  /** ioprio_get(2) */
  ioprio_get: { readonly which: number; readonly who: number; };
  /** inotify_init(2) */
  inotify_init: { };
  /** inotify_add_watch(2) */
  inotify_add_watch: { readonly fd: number; readonly pathname: string | null; readonly mask: number; };
  /** inotify_rm_watch(2) */
  inotify_rm_watch: { readonly fd: number; readonly wd: number; };
  /** migrate_pages(2) */
  migrate_pages: { readonly pid: number; readonly maxnode: bigint; readonly old_nodes: bigint; readonly new_nodes: bigint; };
  /** openat(2) */
  openat: { readonly dirfd: number; readonly pathname: string | null; readonly flags: number; readonly mode: number; };
  /** mkdirat(2) */
  mkdirat: { readonly dirfd: number; readonly pathname: string | null; readonly mode: number; };
  /** mknodat(2) */
  mknodat: { readonly dirfd: number; readonly pathname: string | null; readonly mode: number; readonly dev: number; };
  /** fchownat(2) */
  fchownat: { readonly dirfd: number; readonly pathname: string | null; readonly owner: number; readonly group: number; readonly flags: number; };
  /** futimesat(2) */
  futimesat: { readonly dirfd: number; readonly pathname: string | null; readonly times: bigint; };
  /** newfstatat(2) */
  newfstatat: { readonly dirfd: number; readonly pathname: string | null; readonly statbuf: bigint; readonly flags: number; };
  /** unlinkat(2) */
  unlinkat: { readonly dirfd: number; readonly pathname: string | null; readonly flags: number; };
  /** renameat(2) */
  renameat: { readonly olddirfd: number; readonly oldpath: string | null; readonly newdirfd: number; readonly newpath: string | null; };
  /** linkat(2) */
  linkat: { readonly olddirfd: number; readonly oldpath: string | null; readonly newdirfd: number; readonly newpath: string | null; readonly flags: number; };
  /** symlinkat(2) */
  symlinkat: { readonly target: string | null; readonly newdirfd: number; readonly linkpath: string | null; };
  /** readlinkat(2) */
  readlinkat: { readonly dirfd: number; readonly pathname: string | null; readonly buf: string | null; readonly bufsiz: number; };
  /** fchmodat(2) */
  fchmodat: { readonly dirfd: number; readonly pathname: string | null; readonly mode: number; readonly flags: number; };
  /** faccessat(2) */
  faccessat: { readonly dirfd: number; readonly pathname: string | null; readonly mode: number; readonly flags: number; };
  /** pselect6(2) */
  pselect6: { readonly nfds: number; readonly readfds: bigint; readonly writefds: bigint; readonly exceptfds: bigint; readonly timeout: bigint[] | null; readonly sigmask: bigint; };
  /** ppoll(2) */
  ppoll: { readonly fds: bigint; readonly nfds: number; readonly tmo_p: bigint[] | null; readonly sigmask: bigint; readonly sigsetsize: bigint; };
  /** unshare(2) */
  unshare: { readonly flags: number; };
  /** set_robust_list(2) */
  set_robust_list: { readonly head: bigint; readonly len: bigint; };
  /** get_robust_list(2) */
  get_robust_list: { readonly pid: number; readonly head_ptr: bigint; readonly len_ptr: bigint; };
  /** splice(2) */
  splice: { readonly fd_in: number; readonly off_in: bigint; readonly fd_out: number; readonly off_out: bigint; readonly len: bigint; readonly flags: number; };
  /** tee(2) */
  tee: { readonly fd_in: number; readonly fd_out: number; readonly len: bigint; readonly flags: number; };
  /** sync_file_range(2) */
  sync_file_range: { readonly fd: number; readonly offset: bigint; readonly nbytes: bigint; readonly flags: number; };
  /** vmsplice(2) */
  vmsplice: { readonly fd: number; readonly iov: bigint; readonly nr_segs: bigint; readonly flags: number; };
  /** move_pages(2) */
  move_pages: { readonly pid: number; readonly count: bigint; readonly pages: bigint; readonly nodes: bigint; readonly status: bigint; readonly flags: number; };
  /** utimensat(2) */
  utimensat: { readonly dirfd: number; readonly pathname: string | null; readonly times: bigint[] | null; readonly flags: number; };
  /** epoll_pwait(2) */
  epoll_pwait: { readonly epfd: number; readonly events: bigint; readonly maxevents: number; readonly timeout: number; readonly sigmask: bigint; readonly sigsetsize: bigint; };
  /** signalfd(2) */
  signalfd: { readonly fd: number; readonly mask: bigint; readonly flags: number; };
  /** timerfd_create(2) */
  timerfd_create: { readonly clockid: number; readonly flags: number; };
  /** eventfd(2) */
  eventfd: { readonly initval: number; readonly flags: number; };
  /** fallocate(2) */
  fallocate: { readonly fd: number; readonly mode: number; readonly offset: bigint; readonly len: bigint; };
  /** timerfd_settime(2) */
  timerfd_settime: { readonly fd: number; readonly flags: number; readonly new_value: bigint; readonly old_value: bigint; };
  /** timerfd_gettime(2) */
  timerfd_gettime: { readonly fd: number; readonly curr_value: bigint; };
  /** accept4(2) */
  accept4: { readonly sockfd: number; readonly addr: Uint8Array | null; readonly addrlen: bigint; readonly flags: number; };
  /** signalfd4(2) */
  signalfd4: { readonly fd: number; readonly mask: bigint; readonly sizemask: bigint; readonly flags: number; };
  /** eventfd2(2) */
  eventfd2: { readonly initval: number; readonly flags: number; };
  /** epoll_create1(2) */
  epoll_create1: { readonly flags: number; };
  /** dup3(2) */
  dup3: { readonly oldfd: number; readonly newfd: number; readonly flags: number; };
  /** pipe2(2) */
  pipe2: { readonly pipefd: number[] | null; readonly flags: number; };
  /** inotify_init1(2) */
  inotify_init1: { readonly flags: number; };
  /** preadv(2) */
  preadv: { readonly fd: number; readonly iov: bigint; readonly iovcnt: bigint; readonly pos_l: bigint; readonly pos_h: bigint; };
  /** pwritev(2) */
  pwritev: { readonly fd: number; readonly iov: bigint; readonly iovcnt: bigint; readonly pos_l: bigint; readonly pos_h: bigint; };
  /** rt_tgsigqueueinfo(2) */
  rt_tgsigqueueinfo: { readonly tgid: number; readonly tid: number; readonly sig: number; readonly info: bigint; };
  /** perf_event_open(2) */
  perf_event_open: { readonly attr: bigint; readonly pid: number; readonly cpu: number; readonly group_fd: number; readonly flags: bigint; };
  /** recvmmsg(2) */
  recvmmsg: { readonly sockfd: number; readonly msgvec: bigint; readonly vlen: number; readonly flags: number; readonly timeout: bigint[] | null; };
  /** fanotify_init(2) */
  fanotify_init: { readonly flags: number; readonly event_f_flags: number; };
  /** fanotify_mark(2) */
  fanotify_mark: { readonly fanotify_fd: number; readonly flags: number; readonly mask: bigint; readonly dirfd: number; readonly pathname: string | null; };
  /** prlimit64(2) */
  prlimit64: { readonly pid: number; readonly resource: number; readonly new_limit: bigint; readonly old_limit: bigint; };
  /** name_to_handle_at(2) */
  name_to_handle_at: { readonly dirfd: number; readonly pathname: string | null; readonly handle: bigint; readonly mount_id: bigint; readonly flags: number; };
  /** open_by_handle_at(2) */
  open_by_handle_at: { readonly mount_fd: number; readonly handle: bigint; readonly flags: number; };
  /** clock_adjtime(2) */
  clock_adjtime: { readonly clk_id: number; readonly buf: bigint; };
  /** syncfs(2) */
  syncfs: { readonly fd: number; };
  /** sendmmsg(2) */
  sendmmsg: { readonly sockfd: number; readonly msgvec: bigint; readonly vlen: number; readonly flags: number; };
  /** setns(2) */
  setns: { readonly fd: number; readonly nstype: number; };
  /** getcpu(2) */
  getcpu: { readonly cpu: bigint; readonly node: bigint; readonly tcache: bigint; };
  /** process_vm_readv(2) */
  process_vm_readv: { readonly pid: number; readonly local_iov: bigint; readonly liovcnt: bigint; readonly remote_iov: bigint; readonly riovcnt: bigint; readonly flags: bigint; };
  /** process_vm_writev(2) */
  process_vm_writev: { readonly pid: number; readonly local_iov: bigint; readonly liovcnt: bigint; readonly remote_iov: bigint; readonly riovcnt: bigint; readonly flags: bigint; };
  /** kcmp(2) */
  kcmp: { readonly pid1: number; readonly pid2: number; readonly type: number; readonly idx1: bigint; readonly idx2: bigint; };
  /** finit_module(2) */
  finit_module: { readonly fd: number; readonly param_values: string | null; readonly flags: number; };
  /** sched_setattr(2) */
  sched_setattr: { readonly pid: number; readonly attr: bigint; readonly flags: number; };
  /** sched_getattr(2) */
  sched_getattr: { readonly pid: number; readonly attr: bigint; readonly size: number; readonly flags: number; };
  /** renameat2(2) */
  renameat2: { readonly olddirfd: number; readonly oldpath: string | null; readonly newdirfd: number; readonly newpath: string | null; readonly flags: number; };
  /** seccomp(2) */
  seccomp: { readonly operation: number; readonly flags: number; readonly args: bigint; };
  /** getrandom(2) */
  getrandom: { readonly buf: bigint; readonly buflen: bigint; readonly flags: number; };
  /** memfd_create(2) */
  memfd_create: { readonly name: string | null; readonly flags: number; };
  /** kexec_file_load(2) */
  kexec_file_load: { readonly kernel_fd: number; readonly initrd_fd: number; readonly cmdline_len: bigint; readonly cmdline: string | null; readonly flags: bigint; };
  /** bpf(2) */
  bpf: { readonly cmd: number; readonly attr: bigint; readonly size: number; };
  /** execveat(2) */
  execveat: { readonly dirfd: number; readonly pathname: string | null; readonly argv: string[] | null; readonly envp: string[] | null; readonly flags: number; };
  /** userfaultfd(2) */
  userfaultfd: { readonly flags: number; };
  /** membarrier(2) */
  membarrier: { readonly cmd: number; readonly flags: number; };
  /** mlock2(2) */
  mlock2: { readonly addr: bigint; readonly len: bigint; readonly flags: number; };
  /** copy_file_range(2) */
  copy_file_range: { readonly fd_in: number; readonly off_in: bigint; readonly fd_out: number; readonly off_out: bigint; readonly len: bigint; readonly flags: number; };
  /** preadv2(2) */
  preadv2: { readonly fd: number; readonly iov: bigint; readonly iovcnt: bigint; readonly pos_l: bigint; readonly pos_h: bigint; readonly flags: number; };
  /** pwritev2(2) */
  pwritev2: { readonly fd: number; readonly iov: bigint; readonly iovcnt: bigint; readonly pos_l: bigint; readonly pos_h: bigint; readonly flags: number; };
  /** pkey_mprotect(2) */
  pkey_mprotect: { readonly addr: bigint; readonly len: bigint; readonly prot: number; readonly pkey: number; };
  /** pkey_alloc(2) */
  pkey_alloc: { readonly flags: number; readonly access_rights: bigint; };
  /** pkey_free(2) */
  pkey_free: { readonly pkey: number; };
  /** statx(2) */
  statx: { readonly dirfd: number; readonly pathname: string | null; readonly flags: number; readonly mask: number; readonly statxbuf: bigint; };
  /** io_pgetevents(2) */
  io_pgetevents: { readonly ctx_id: bigint; readonly min_nr: bigint; readonly nr: bigint; readonly events: bigint; readonly timeout: bigint[] | null; readonly usig: bigint; };
  /** rseq(2) */
  rseq: { readonly rseq: bigint; readonly rseq_len: number; readonly flags: number; readonly sig: number; };
  /** pidfd_send_signal(2) */
  pidfd_send_signal: { readonly pidfd: number; readonly sig: number; readonly info: bigint; readonly flags: number; };
  /** io_uring_setup(2) */
  io_uring_setup: { readonly entries: number; readonly p: bigint; };
  /** io_uring_enter(2) */
  io_uring_enter: { readonly fd: number; readonly to_submit: number; readonly min_complete: number; readonly flags: number; readonly sig: bigint; };
  /** io_uring_register(2) */
  io_uring_register: { readonly fd: number; readonly opcode: number; readonly arg: bigint; readonly nr_args: number; };
  /** open_tree(2) */
  open_tree: { readonly dfd: number; readonly filename: string | null; readonly flags: number; };
  /** move_mount(2) */
  move_mount: { readonly from_dfd: number; readonly from_path: string | null; readonly to_dfd: number; readonly to_path: string | null; readonly flags: number; };
  /** fsopen(2) */
  fsopen: { readonly fsname: string | null; readonly flags: number; };
  /** fsconfig(2) */
  fsconfig: { readonly fs_fd: bigint; readonly cmd: number; readonly key: string | null; readonly value: bigint; readonly aux: number; };
  /** fsmount(2) */
  fsmount: { readonly fsfd: number; readonly flags: number; readonly ms_flags: number; };
  /** fspick(2) */
  fspick: { readonly dirfd: number; readonly pathname: string | null; readonly flags: number; };
  /** pidfd_open(2) */
  pidfd_open: { readonly pid: number; readonly flags: number; };
  /** clone3(2) */
  clone3: { readonly cl_args: bigint; readonly size: bigint; };
  /** close_range(2) */
  close_range: { readonly first: number; readonly last: number; };
  /** openat2(2) */
  openat2: { readonly dirfd: number; readonly pathname: string | null; readonly how: bigint; readonly size: bigint; };
  /** pidfd_getfd(2) */
  pidfd_getfd: { readonly pidfd: number; readonly targetfd: number; readonly flags: number; };
  /** faccessat2(2) */
  faccessat2: { readonly fd: number; readonly path: string | null; readonly mode: number; readonly flag: number; };
  /** process_madvise(2) */
  process_madvise: { readonly pidfd: number; readonly addr: bigint; readonly length: bigint; readonly advice: number; readonly flags: bigint; };
  /** epoll_pwait2(2) */
  epoll_pwait2: { readonly fd: number; readonly events: bigint; readonly maxevents: number; readonly timeout: bigint[] | null; readonly sigset: bigint; };
  /** mount_setattr(2) */
  mount_setattr: { readonly dfd: number; readonly path: string | null; readonly flags: number; readonly uattr: bigint; readonly usize: bigint; };
  /** quotactl_fd(2) */
  quotactl_fd: { readonly fd: number; readonly cmd: number; readonly id: bigint; readonly addr: bigint; };
  /** landlock_create_ruleset(2) */
  landlock_create_ruleset: { readonly attr: bigint; readonly size: bigint; readonly flags: number; };
  /** landlock_add_rule(2) */
  landlock_add_rule: { readonly ruleset_fd: number; readonly rule_type: number; readonly rule_attr: bigint; readonly flags: number; };
  /** landlock_restrict_self(2) */
  landlock_restrict_self: { readonly ruleset_fd: number; readonly flags: number; };
  /** memfd_secret(2) */
  memfd_secret: { readonly flags: number; };
  /** process_mrelease(2) */
  process_mrelease: { readonly pidfd: number; readonly flags: number; };
  /** futex_waitv(2) */
  futex_waitv: { readonly waiters: bigint; readonly nr_futexes: number; readonly flags: number; readonly timeout: bigint[] | null; readonly clockid: number; };
  /** set_mempolicy_home_node(2) */
  set_mempolicy_home_node: { readonly start: bigint; readonly len: bigint; readonly home_node: bigint; readonly flags: bigint; };
  /** cachestat(2) */
  cachestat: { readonly fd: number; readonly cstat_range: bigint; readonly cstat: bigint; readonly flags: number; };
  /** fchmodat2(2) */
  fchmodat2: { readonly dirfd: number; readonly pathname: string | null; readonly mode: number; readonly flags: number; };
  /** map_shadow_stack(2) */
  map_shadow_stack: { readonly addr: bigint; readonly size: bigint; readonly flags: number; };
  /** futex_wake(2) */
  futex_wake: { readonly uaddr: bigint; readonly mask: bigint; readonly nr: number; readonly flags: number; };
  /** futex_wait(2) */
  futex_wait: { readonly uaddr: bigint; readonly val: bigint; readonly mask: bigint; readonly flags: number; readonly timeout: bigint[] | null; readonly clockid: number; };
  /** futex_requeue(2) */
  futex_requeue: { readonly waiters: bigint; readonly flags: number; readonly nr_wake: number; readonly nr_requeue: number; };
  /** statmount(2) */
  statmount: { readonly req: bigint; readonly buf: bigint; readonly bufsize: bigint; readonly flags: number; };
  /** listmount(2) */
  listmount: { readonly req: bigint; readonly mnt_ids: bigint; readonly nr_mnt_ids: bigint; readonly flags: number; };
  /** lsm_get_self_attr(2) */
  lsm_get_self_attr: { readonly attr: number; readonly ctx: bigint; readonly size: bigint; readonly flags: number; };
  /** lsm_set_self_attr(2) */
  lsm_set_self_attr: { readonly attr: number; readonly ctx: bigint; readonly size: number; readonly flags: number; };
  /** lsm_list_modules(2) */
  lsm_list_modules: { readonly ids: bigint; readonly size: bigint; readonly flags: number; };
  /** mseal(2) */
  mseal: { readonly addr: bigint; readonly len: bigint; readonly flags: bigint; };
  /** setxattrat(2) */
  setxattrat: { readonly dirfd: number; readonly pathname: string | null; readonly at_flags: number; readonly name: string | null; readonly args: bigint; readonly size: bigint; };
  /** getxattrat(2) */
  getxattrat: { readonly dirfd: number; readonly pathname: string | null; readonly at_flags: number; readonly name: string | null; readonly args: bigint; readonly size: bigint; };
  /** listxattrat(2) */
  listxattrat: { readonly dirfd: number; readonly pathname: string | null; readonly at_flags: number; readonly list: bigint; readonly size: bigint; };
  /** removexattrat(2) */
  removexattrat: { readonly dirfd: number; readonly pathname: string | null; readonly at_flags: number; readonly name: string | null; };
  /** open_tree_attr(2) */
  open_tree_attr: { readonly dirfd: number; readonly pathname: string | null; readonly flags: number; readonly attr: bigint; readonly size: bigint; };
  /** waitpid(2) */
  waitpid: { readonly pid: number; readonly status: bigint; readonly options: number; };
  /** oldfstat(2) */
  oldfstat: { };
  /** break(2) */
  break: { };
  /** oldstat(2) */
  oldstat: { readonly filename: string | null; readonly statbuf: bigint; };
  /** umount(2) */
  umount: { readonly target: string | null; };
  /** stime(2) */
  stime: { readonly t: bigint; };
  /** stty(2) */
  stty: { };
  /** gtty(2) */
  gtty: { };
  /** nice(2) */
  nice: { readonly inc: number; };
  /** ftime(2) */
  ftime: { };
  /** prof(2) */
  prof: { };
  /** signal(2) */
  signal: { readonly signum: number; readonly handler: bigint; };
  /** lock(2) */
  lock: { };
  /** mpx(2) */
  mpx: { };
  /** ulimit(2) */
  ulimit: { };
  /** oldolduname(2) */
  oldolduname: { readonly name: bigint; };
  /** sigaction(2) */
  sigaction: { readonly sig: number; readonly act: bigint; readonly oact: bigint; };
  /** sgetmask(2) */
  sgetmask: { };
  /** ssetmask(2) */
  ssetmask: { readonly newmask: bigint; };
  /** sigsuspend(2) */
  sigsuspend: { readonly mask: bigint; };
  /** sigpending(2) */
  sigpending: { readonly set: bigint; };
  /** oldlstat(2) */
  oldlstat: { readonly pathname: string | null; readonly statbuf: bigint; };
  /** readdir(2) */
  readdir: { readonly fd: number; readonly dirp: bigint; readonly count: number; };
  /** profil(2) */
  profil: { };
  /** socketcall(2) */
  socketcall: { readonly call: number; readonly args: bigint; };
  /** olduname(2) */
  olduname: { readonly buf: bigint; };
  /** idle(2) */
  idle: { };
  /** vm86old(2) */
  vm86old: { readonly info: bigint; };
  /** ipc(2) */
  ipc: { readonly call: number; readonly first: number; readonly second: bigint; readonly third: bigint; readonly ptr: bigint; readonly fifth: bigint; };
  /** sigreturn(2) */
  sigreturn: { };
  /** sigprocmask(2) */
  sigprocmask: { readonly how: number; readonly set: bigint; readonly oldset: bigint; };
  /** bdflush(2) */
  bdflush: { };
  /** afs_syscall(2) */
  afs_syscall: { };
  /** llseek(2) */
  llseek: { readonly fd: number; readonly offset_high: bigint; readonly offset_low: bigint; readonly result: bigint; readonly whence: number; };
  /** old_select(2) */
  old_select: { readonly nfds: number; readonly readfds: bigint; readonly writefds: bigint; readonly exceptfds: bigint; readonly timeout: bigint; };
  /** vm86(2) */
  vm86: { readonly fn: bigint; readonly v86: bigint; };
  /** old_getrlimit(2) */
  old_getrlimit: { readonly resource: number; readonly rlim: bigint; };
  /** mmap2(2) */
  mmap2: { readonly addr: bigint; readonly length: bigint; readonly prot: bigint; readonly flags: bigint; readonly fd: bigint; readonly pgoffset: bigint; };
  /** truncate64(2) */
  truncate64: { readonly path: string | null; readonly length: bigint; };
  /** ftruncate64(2) */
  ftruncate64: { readonly fd: number; readonly length: bigint; };
  /** stat64(2) */
  stat64: { readonly pathname: string | null; readonly statbuf: bigint; };
  /** lstat64(2) */
  lstat64: { readonly pathname: string | null; readonly statbuf: bigint; };
  /** fstat64(2) */
  fstat64: { readonly fd: number; readonly statbuf: bigint; };
  /** lchown16(2) */
  lchown16: { readonly pathname: string | null; readonly owner: number; readonly group: number; };
  /** getuid16(2) */
  getuid16: { };
  /** getgid16(2) */
  getgid16: { };
  /** geteuid16(2) */
  geteuid16: { };
  /** getegid16(2) */
  getegid16: { };
  /** setreuid16(2) */
  setreuid16: { readonly ruid: number; readonly euid: number; };
  /** setregid16(2) */
  setregid16: { readonly rgid: number; readonly egid: number; };
  /** getgroups16(2) */
  getgroups16: { readonly size: number; readonly list: bigint; };
  /** setgroups16(2) */
  setgroups16: { readonly size: bigint; readonly list: bigint; };
  /** fchown16(2) */
  fchown16: { readonly fd: number; readonly user: number; readonly group: number; };
  /** setresuid16(2) */
  setresuid16: { readonly ruid: number; readonly euid: number; readonly suid: number; };
  /** getresuid16(2) */
  getresuid16: { readonly ruid: bigint; readonly euid: bigint; readonly suid: bigint; };
  /** setresgid16(2) */
  setresgid16: { readonly rgid: number; readonly euid: number; readonly suid: number; };
  /** getresgid16(2) */
  getresgid16: { readonly rgid: bigint; readonly egid: bigint; readonly sgid: bigint; };
  /** chown16(2) */
  chown16: { readonly pathname: string | null; readonly owner: number; readonly group: number; };
  /** setuid16(2) */
  setuid16: { readonly uid: number; };
  /** setgid16(2) */
  setgid16: { readonly gid: number; };
  /** setfsuid16(2) */
  setfsuid16: { readonly fsuid: number; };
  /** setfsgid16(2) */
  setfsgid16: { readonly fsgid: number; };
  /** fcntl64(2) */
  fcntl64: { readonly fd: number; readonly cmd: number; readonly arg: bigint; };
  /** sendfile32(2) */
  sendfile32: { readonly out_fd: number; readonly in_fd: number; readonly offset: bigint; readonly count: bigint; };
  /** statfs64(2) */
  statfs64: { readonly path: string | null; readonly sz: bigint; readonly buf: bigint; };
  /** fstatfs64(2) */
  fstatfs64: { readonly fd: number; readonly sz: bigint; readonly buf: bigint; };
  /** fadvise64_64(2) */
  fadvise64_64: { readonly fd: number; readonly offset: bigint; readonly len: bigint; readonly advice: number; };
  /** clock_gettime32(2) */
  clock_gettime32: { readonly which_clock: number; readonly tp: bigint; };
  /** clock_settime32(2) */
  clock_settime32: { readonly which_clock: number; readonly tp: bigint; };
  /** clock_adjtime64(2) */
  clock_adjtime64: { };
  /** clock_getres_time32(2) */
  clock_getres_time32: { readonly which_clock: number; readonly tp: bigint; };
  /** clock_nanosleep_time32(2) */
  clock_nanosleep_time32: { readonly which_clock: number; readonly flags: number; readonly rqtp: bigint; readonly rmtp: bigint; };
  /** timer_gettime32(2) */
  timer_gettime32: { readonly timer_id: number; readonly setting: bigint; };
  /** timer_settime32(2) */
  timer_settime32: { readonly timer_id: number; readonly flags: number; readonly new: bigint; readonly old: bigint; };
  /** timerfd_gettime32(2) */
  timerfd_gettime32: { readonly ufd: number; readonly otmr: bigint; };
  /** timerfd_settime32(2) */
  timerfd_settime32: { readonly ufd: number; readonly flags: number; readonly utmr: bigint; readonly otmr: bigint; };
  /** utimensat_time32(2) */
  utimensat_time32: { readonly dfd: number; readonly filename: string | null; readonly t: bigint; readonly flags: number; };
  /** pselect6_time32(2) */
  pselect6_time32: { readonly n: number; readonly inp: bigint; readonly outp: bigint; readonly exp: bigint; readonly tsp: bigint; readonly sig: bigint; };
  /** ppoll_time32(2) */
  ppoll_time32: { readonly ufds: bigint; readonly nfds: number; readonly tsp: bigint; readonly sigmask: bigint; readonly sigsetsize: bigint; };
  /** io_pgetevents_time32(2) */
  io_pgetevents_time32: { };
  /** recvmmsg_time32(2) */
  recvmmsg_time32: { readonly fd: number; readonly mmsg: bigint; readonly vlen: number; readonly flags: number; readonly timeout: bigint; };
  /** mq_timedsend_time32(2) */
  mq_timedsend_time32: { readonly mqdes: number; readonly u_msg_ptr: string | null; readonly msg_len: number; readonly msg_prio: number; readonly u_abs_timeout: bigint; };
  /** mq_timedreceive_time32(2) */
  mq_timedreceive_time32: { readonly mqdes: number; readonly u_msg_ptr: string | null; readonly msg_len: number; readonly u_msg_prio: bigint; readonly u_abs_timeout: bigint; };
  /** rt_sigtimedwait_time32(2) */
  rt_sigtimedwait_time32: { readonly uthese: bigint; readonly uinfo: bigint; readonly uts: bigint; readonly sigsetsize: bigint; };
  /** futex_time32(2) */
  futex_time32: { readonly uaddr: bigint; readonly op: number; readonly val: number; readonly utime: bigint; readonly uaddr2: bigint; readonly val3: number; };
  /** sched_rr_get_interval_time32(2) */
  sched_rr_get_interval_time32: { readonly pid: number; readonly interval: bigint; };
  /** A task made a thread or a process. parent_process is the process of the calling thread; leader is the thread group leader of the child. */
  sched_process_fork: { readonly parent_tid: number; readonly parent_ns_tid: number; readonly parent_pid: number; readonly parent_ns_pid: number; readonly parent_start_time: bigint; readonly child_tid: number; readonly child_ns_tid: number; readonly child_pid: number; readonly child_ns_pid: number; readonly start_time: bigint; readonly parent_process_tid: number; readonly parent_process_ns_tid: number; readonly parent_process_pid: number; readonly parent_process_ns_pid: number; readonly parent_process_start_time: bigint; readonly leader_tid: number; readonly leader_ns_tid: number; readonly leader_pid: number; readonly leader_ns_pid: number; readonly leader_start_time: bigint; };
  /** A process replaced its program. cmdpath is the path as the caller wrote it, pathname the file as the kernel resolved it; env is sent on request (--output exec-env). */
  sched_process_exec: { readonly cmdpath: string | null; readonly pathname: string | null; readonly dev: number; readonly inode: bigint; readonly ctime: bigint; readonly inode_mode: number; readonly interpreter_pathname: string | null; readonly interpreter_dev: number; readonly interpreter_inode: bigint; readonly interpreter_ctime: bigint; readonly argv: string[] | null; readonly interp: string | null; readonly stdin_type: number; readonly stdin_path: string | null; readonly invoked_from_kernel: boolean; readonly prev_comm: string | null; readonly env: string[] | null; readonly pwd: string | null; };
  /** A thread ended. process_group_exit: no other thread of its process is alive; threads that end at once may all say so. */
  sched_process_exit: { readonly exit_code: number; readonly signal_code: number; readonly process_group_exit: boolean; };
  /** A task takes other credentials, and an id or a set of capabilities changes (user namespace or secure bits alone are not reported). Ids are those of the initial user namespace. */
  commit_creds: { readonly old_cred: Uint8Array | null; readonly new_cred: Uint8Array | null; };
  /** A task enters other namespaces by unshare or setns. pid: host thread id. An argument is the number of the new namespace, 0 where it stays in its own; new_pid is the namespace of its children to come. Not reported when none changes. */
  switch_task_ns: { readonly pid: number; readonly new_mnt: number; readonly new_pid: number; readonly new_uts: number; readonly new_ipc: number; readonly new_net: number; readonly new_cgroup: number; };
  /** A capability is asked for in earnest: checks that must leave no audit record are not reported. */
  cap_capable: { readonly cap: number; };
  /** The name of a task changes: prctl, a write to /proc/PID/comm, an execution. */
  task_rename: { readonly old_name: string | null; readonly new_name: string | null; };
  /** A processor turns from one task to another; the event is of the one that leaves. Ids are host thread ids, 0 for the idle task. */
  sched_switch: { readonly cpu: number; readonly prev_tid: number; readonly prev_comm: string | null; readonly next_tid: number; readonly next_comm: string | null; };
  /** A thread begins to end. The returned value is the code that wait gives: exit code << 8, or the signal. */
  do_exit: { };
  /** The action of a signal is about to be set (sa_), asked for (old_sa_), or both: is_..._initialized says which is given; what is not is 0. A handler is given for method SIG_HND only. */
  do_sigaction: { readonly sig: number; readonly is_sa_initialized: boolean; readonly sa_flags: bigint; readonly sa_mask: bigint; readonly sa_handle_method: number; readonly sa_handler: bigint; readonly is_old_sa_initialized: boolean; readonly old_sa_flags: bigint; readonly old_sa_mask: bigint; readonly old_sa_handle_method: number; readonly old_sa_handler: bigint; };
  /** A limit of a process is about to be set, by setrlimit or prlimit64. target_host_pid: whose. */
  security_task_setrlimit: { readonly target_host_pid: number; readonly resource: number; readonly new_rlim_cur: bigint; readonly new_rlim_max: bigint; };
  /** The time of day or the time zone is about to be set. What is not given is 0. */
  security_settime64: { readonly tv_sec: bigint; readonly tv_nsec: bigint; readonly tz_minuteswest: number; readonly tz_dsttime: number; };
  /** A process is about to change itself by prctl. vma_name: of PR_SET_VMA; old_ and new_: of PR_SET_MM, the memory and program as they are, and what is asked for; old_securebits: of PR_SET_SECUREBITS. Whatever the option does not have is 0 or null. */
  security_task_prctl: { readonly option: number; readonly arg2: bigint; readonly arg3: bigint; readonly arg4: bigint; readonly arg5: bigint; readonly vma_name: string | null; readonly old_start_code: bigint; readonly old_end_code: bigint; readonly old_start_data: bigint; readonly old_end_data: bigint; readonly old_start_brk: bigint; readonly old_brk: bigint; readonly old_start_stack: bigint; readonly old_arg_start: bigint; readonly old_arg_end: bigint; readonly old_env_start: bigint; readonly old_env_end: bigint; readonly old_auxv: Uint8Array | null; readonly old_pathname: string | null; readonly old_dev: number; readonly old_inode: bigint; readonly old_ctime: bigint; readonly old_inode_mode: number; readonly new_start_code: bigint; readonly new_end_code: bigint; readonly new_start_data: bigint; readonly new_end_data: bigint; readonly new_start_brk: bigint; readonly new_brk: bigint; readonly new_start_stack: bigint; readonly new_arg_start: bigint; readonly new_arg_end: bigint; readonly new_env_start: bigint; readonly new_env_end: bigint; readonly new_auxv: Uint8Array | null; readonly new_pathname: string | null; readonly new_dev: number; readonly new_inode: bigint; readonly new_ctime: bigint; readonly new_inode_mode: number; readonly old_securebits: number; };
  /** A user namespace was made, by clone or unshare; its maker has all capabilities in it. The returned value is an error where the kernel refused, and user_ns is 0 then. level: depth below the initial one, of the new namespace; owner and group: of its maker, ids of the initial namespace. */
  user_namespace_create: { readonly user_ns: number; readonly parent_ns: number; readonly level: number; readonly owner: number; readonly group: number; };
  /** A task enters a system call, whichever it is; the flag isCompat says that the number is one of the 32-bit table. */
  sys_enter: { readonly syscall: number; };
  /** A system call returns, whichever it is, with the context's returned value; the flag isCompat says that the number is one of the 32-bit table. */
  sys_exit: { readonly syscall: number; };
  /** The namespaces of process 1, by inode number, when tracing begins: one event, of no task. 0 for a kind of namespace that this kernel has not, and for all where process 1 may not be looked at, of which tracee-collect warns. */
  init_namespaces: { readonly cgroup: number; readonly ipc: number; readonly mnt: number; readonly net: number; readonly pid: number; readonly pid_for_children: number; readonly time: number; readonly time_for_children: number; readonly user: number; readonly uts: number; };
  /** A file is opened, by whatever way. syscall_pathname: the path as the caller of open, openat, openat2, execve or execveat wrote it. */
  security_file_open: { readonly pathname: string | null; readonly flags: number; readonly dev: number; readonly inode: bigint; readonly ctime: bigint; readonly syscall_pathname: string | null; };
  /** A program is about to be run; once more for the interpreter of a script. argv and envp are those of the caller of execve; envp is sent on request (--output exec-env). */
  security_bprm_check: { readonly pathname: string | null; readonly dev: number; readonly inode: bigint; readonly argv: string[] | null; readonly envp: string[] | null; };
  /** A name of a file is about to be removed. pathname is the path inside its file system: the hook does not know the mount. */
  security_inode_unlink: { readonly pathname: string | null; readonly inode: bigint; readonly dev: number; readonly ctime: bigint; };
  /** A file is about to be renamed. Both paths are inside their file system: the hook does not know the mount. */
  security_inode_rename: { readonly old_path: string | null; readonly new_path: string | null; };
  /** A device node, FIFO or socket is about to be made. file_name is the path inside its file system; dev is the device that the node stands for. */
  security_inode_mknod: { readonly file_name: string | null; readonly mode: number; readonly dev: number; };
  /** A symbolic link is about to be made. linkpath is the path inside its file system. */
  security_inode_symlink: { readonly linkpath: string | null; readonly target: string | null; };
  /** mount(2) is about to mount, bind, move or remount. path is where. */
  security_sb_mount: { readonly dev_name: string | null; readonly path: string | null; readonly type: string | null; readonly flags: bigint; };
  /** A file system is about to be unmounted. */
  security_sb_umount: { readonly mountpoint: string | null; readonly type: string | null; readonly flags: number; };
  /** The kernel is about to read a file for itself: a module, firmware, a kexec image. */
  security_kernel_read_file: { readonly pathname: string | null; readonly dev: number; readonly inode: bigint; readonly type: number; readonly ctime: bigint; };
  /** The kernel has read a file for itself: a module, firmware, a kexec image. */
  security_kernel_post_read_file: { readonly pathname: string | null; readonly size: bigint; readonly type: number; };
  /** A watch (inotify, fanotify, dnotify) is about to be put on a path. */
  security_path_notify: { readonly pathname: string | null; readonly inode: bigint; readonly dev: number; readonly mask: bigint; readonly obj_type: number; };
  /** A file was read from. pos is where that began; 0 where the file has no position. */
  vfs_read: { readonly pathname: string | null; readonly dev: number; readonly inode: bigint; readonly count: bigint; readonly pos: bigint; };
  /** A file was read from, to several buffers. pos is where that began; 0 where the file has no position. vlen: number of buffers. */
  vfs_readv: { readonly pathname: string | null; readonly dev: number; readonly inode: bigint; readonly vlen: bigint; readonly pos: bigint; };
  /** A file was written. pos is where that began; 0 where the file has no position. */
  vfs_write: { readonly pathname: string | null; readonly dev: number; readonly inode: bigint; readonly count: bigint; readonly pos: bigint; };
  /** A file was written, from several buffers. pos is where that began; 0 where the file has no position. vlen: number of buffers. */
  vfs_writev: { readonly pathname: string | null; readonly dev: number; readonly inode: bigint; readonly vlen: bigint; readonly pos: bigint; };
  /** The kernel wrote to a file for itself: a core dump, accounting. pos is where that began. */
  __kernel_write: { readonly pathname: string | null; readonly dev: number; readonly inode: bigint; readonly count: bigint; readonly pos: bigint; };
  /** The first bytes of a file were written: at most 32 of them, from offset 0. FIFOs and character devices have no such bytes. */
  magic_write: { readonly pathname: string | null; readonly bytes: Uint8Array | null; readonly dev: number; readonly inode: bigint; };
  /** A file is about to be cut or grown to a length. pathname is the path inside its file system. */
  do_truncate: { readonly pathname: string | null; readonly inode: bigint; readonly dev: number; readonly length: bigint; };
  /** The access and change times of a file are about to be set. 0: the current time, or left as it is. */
  vfs_utimes: { readonly pathname: string | null; readonly dev: number; readonly inode: bigint; readonly atime: bigint; readonly mtime: bigint; };
  /** A regular file was changed: its change time moved. Reported once for each time that the process opens the file. */
  file_modification: { readonly file_path: string | null; readonly dev: number; readonly inode: bigint; readonly old_ctime: bigint; readonly new_ctime: bigint; };
  /** The mode of a file was changed, or could not be. */
  chmod_common: { readonly pathname: string | null; readonly mode: number; };
  /** inotify found the file that is to be watched. */
  inotify_watch: { readonly pathname: string | null; readonly inode: bigint; readonly dev: number; };
  /** The working directory of a process changes. unresolved_path: as the caller of chdir wrote it, null for other ways. */
  set_fs_pwd: { readonly unresolved_path: string | null; readonly resolved_path: string | null; };
  /** The kernel reads the program headers of an ELF file: a program, or its interpreter. */
  load_elf_phdrs: { readonly pathname: string | null; readonly dev: number; readonly inode: bigint; };
  /** A file is about to be mapped to be executed, by mmap: as a loader maps a shared object. */
  shared_object_loaded: { readonly pathname: string | null; readonly flags: number; readonly dev: number; readonly inode: bigint; readonly ctime: bigint; };
  /** A splice left pages of a file in a pipe that later writes to it would change in place (CVE-2022-0847). Kernels that are mended (9d2231c5d74e: 5.17, 5.16.11, 5.15.25, 5.10.102) never report it. */
  dirty_pipe_splice: { readonly inode_in: bigint; readonly in_file_type: number; readonly in_file_path: string | null; readonly exposed_data_start_offset: bigint; readonly exposed_data_len: bigint; readonly inode_out: bigint; readonly out_pipe_last_buffer_flags: number; };
  /** A directory listing shows an entry whose inode number is 0, which hides it from many programs. */
  zeroed_inodes: { readonly dirent_name: string | null; };
  /** A program that could be opened could not be run. interpreter_path: what the kernel tried to run last, the program itself or the interpreter of a script. */
  process_execute_failed: { readonly dirfd: number; readonly flags: number; readonly pathname: string | null; readonly 'binary.path': string | null; readonly 'binary.device_id': number; readonly 'binary.inode_number': bigint; readonly 'binary.ctime': bigint; readonly 'binary.inode_mode': number; readonly interpreter_path: string | null; readonly stdin_type: number; readonly stdin_path: string | null; readonly kernel_invoked: number; readonly argv: string[] | null; readonly envp: string[] | null; };
  /** A file, or anonymous memory (pathname null), is about to be mapped. flags are those the file was opened with. */
  security_mmap_file: { readonly pathname: string | null; readonly flags: number; readonly dev: number; readonly inode: bigint; readonly ctime: bigint; readonly prot: bigint; readonly mmap_flags: bigint; };
  /** Memory is about to be mapped, by a system call or by the kernel. addr: where it was asked for, 0 for anywhere; flags are those the file was opened with; pgoff: offset into the file in pages. */
  do_mmap: { readonly addr: bigint; readonly pathname: string | null; readonly flags: number; readonly dev: number; readonly inode: bigint; readonly ctime: bigint; readonly pgoff: bigint; readonly len: bigint; readonly prot: bigint; readonly mmap_flags: bigint; };
  /** The protection of a mapping is about to change. addr and len are those of the system call, which may span several mappings, with one event each; prot: as asked for; pkey: of pkey_mprotect, -1 otherwise. */
  security_file_mprotect: { readonly pathname: string | null; readonly prot: number; readonly ctime: bigint; readonly prev_prot: number; readonly addr: bigint; readonly len: bigint; readonly pkey: number; };
  /** Memory becomes executable in a way that code injection uses. alert 1: mapped writable and executable; 2: made executable; 3: executable made writable too; 4: writable and executable made executable only. */
  mem_prot_alert: { readonly alert: number; readonly addr: bigint; readonly len: bigint; readonly prot: number; readonly prev_prot: number; readonly pathname: string | null; readonly dev: number; readonly inode: bigint; readonly ctime: bigint; };
  /** A socket is about to be made. type is without the flags of the descriptor; kern: by the kernel for its own use. */
  security_socket_create: { readonly family: number; readonly type: number; readonly protocol: number; readonly kern: number; };
  /** A socket is about to take connections. sockfd: of the system call, -1 where it has none (io_uring, the kernel itself). */
  security_socket_listen: { readonly sockfd: number; readonly local_addr: Uint8Array | null; readonly backlog: number; };
  /** A socket is about to be connected, by connect, io_uring or the kernel itself. remote_addr: the copy that the kernel works with, of whatever family; sockfd: of connect, -1 for other ways; io_uring asks twice where the connection does not come about at once. */
  security_socket_connect: { readonly sockfd: number; readonly type: number; readonly remote_addr: Uint8Array | null; };
  /** A listening socket is about to be asked for a connection, which may not be there yet. sockfd: of accept or accept4, -1 for other ways; local_addr: of the listening socket. */
  security_socket_accept: { readonly sockfd: number; readonly local_addr: Uint8Array | null; };
  /** A socket is about to be given an address. sockfd: of bind, -1 for other ways; local_addr: as asked for, port 0 for any. */
  security_socket_bind: { readonly sockfd: number; readonly local_addr: Uint8Array | null; };
  /** An option of a socket is about to be set. sockfd: of setsockopt, -1 for other ways. */
  security_socket_setsockopt: { readonly sockfd: number; readonly level: number; readonly optname: number; readonly local_addr: Uint8Array | null; };
  /** A connection was accepted: sockfd listens, the returned value is the new descriptor, both addresses are those of the new socket. For accept and accept4; what io_uring accepts is seen by security_socket_accept. */
  socket_accept: { readonly sockfd: number; readonly local_addr: Uint8Array | null; readonly remote_addr: Uint8Array | null; };
  /** A descriptor of a socket was duplicated, by dup, dup2, dup3 or fcntl. remote_addr: the peer, all zero or unnamed where there is none; families other than AF_UNIX, AF_INET and AF_INET6 are not reported. */
  socket_dup: { readonly oldfd: number; readonly newfd: number; readonly remote_addr: Uint8Array | null; };
  /** A TCP connection is about to be opened, by connect, sendto with MSG_FASTOPEN, io_uring or the kernel itself. dst: IPv4, or IPv6 in the shortest form; an IPv4 peer of an IPv6 socket is IPv4. dst_dns is empty: names are not known. */
  net_tcp_connect: { readonly dst: string | null; readonly dst_port: number; readonly dst_dns: string[] | null; };
  /** An entry of the system-call table leads outside the kernel: function is what stands at the address, owner the module it belongs to. */
  hooked_syscall: { readonly syscall: string | null; readonly address: string | null; readonly function: string | null; readonly owner: string | null; };
  /** Operations behind files of /proc/net lead outside the kernel: each as "operation symbol owner", tcp4_show hidden_show [rootkit]. */
  hooked_seq_ops: { readonly hooked_seq_ops: string[] | null; };
  /** File operations of a directory of /proc lead outside the kernel: each as "symbol owner", hidden_iterate [rootkit]. */
  hooked_proc_fops: { readonly hooked_fops_pointers: string[] | null; };
  /** A process is about to use BPF: a command of the bpf system call. */
  security_bpf: { readonly cmd: number; };
  /** A process is about to get a descriptor of a BPF map. */
  security_bpf_map: { readonly map_id: number; readonly map_name: string | null; };
  /** A process is about to get a descriptor of a BPF program. helpers: a bit for each helper that the program calls, by its number; load: the program is new. */
  security_bpf_prog: { readonly type: number; readonly name: string | null; readonly helpers: bigint[] | null; readonly id: number; readonly load: boolean; };
  /** A BPF program was attached to a tracepoint, raw or of perf, or to a kernel or user probe. symbol_name: the tracepoint, the function of the kernel (absent when it was named by address), or the file of a user probe; of an event of the tracer that is none of these, its name; symbol_addr: the address that a kernel probe is at (on some processors behind the instruction that marks the entry of a function), or the offset of a user probe in its file. prog_helpers: a bit for each helper that the program calls; absent when it was loaded before, or the kernel has no kprobes. What perf events that count are given, and links of other kinds, are not here: bpf_link_attach has all links. */
  bpf_attach: { readonly prog_type: number; readonly prog_name: string | null; readonly prog_id: number; readonly prog_helpers: bigint[] | null; readonly symbol_name: string | null; readonly symbol_addr: bigint; readonly attach_type: number; };
  /** A kernel probe was registered, by its symbol or, where that is absent, by an address; or could not be. The handlers are addresses in the kernel, 0 for none. */
  kprobe_attach: { readonly symbol_name: string | null; readonly pre_handler_addr: bigint; readonly post_handler_addr: bigint; };
  /** The kernel is about to start a program of user space by itself. */
  call_usermodehelper: { readonly pathname: string | null; readonly argv: string[] | null; readonly envp: string[] | null; readonly wait: number; };
  /** The kernel makes a file in debugfs. path is the directory, from the root of debugfs; proc_ops_addr its file operations, not those of the proxy before them. */
  debugfs_create_file: { readonly file_name: string | null; readonly path: string | null; readonly mode: number; readonly proc_ops_addr: bigint; };
  /** The kernel makes a directory in debugfs. path is the directory above, from the root of debugfs; absent where that is the root. */
  debugfs_create_dir: { readonly name: string | null; readonly path: string | null; };
  /** The kernel, or a module, makes a file in /proc with operations of its own. */
  proc_create: { readonly name: string | null; readonly proc_ops_addr: bigint; };
  /** A device is added to the kernel. parent_name is absent for a device without one. */
  device_add: { readonly name: string | null; readonly parent_name: string | null; };
  /** A driver of character devices was registered. requested_major_number is 0 where the kernel is to choose; granted_major_number is what it got, 0 for none. */
  register_chrdev: { readonly requested_major_number: number; readonly granted_major_number: number; readonly char_device_name: string | null; readonly char_device_fops: bigint; };
  /** The kernel, or a module, looked up the address of a symbol; 0 when there is none. */
  kallsyms_lookup_name: { readonly symbol_name: string | null; readonly symbol_address: bigint; };
  /** The initialization of a module has ended. The version is absent where the module has none. */
  do_init_module: { readonly name: string | null; readonly version: string | null; readonly src_version: string | null; };
  /** A module was put into the kernel and is about to be initialized. The file is absent where it came from memory (init_module); the version, where it has none. */
  module_load: { readonly name: string | null; readonly version: string | null; readonly src_version: string | null; readonly pathname: string | null; readonly dev: number; readonly inode: bigint; readonly ctime: bigint; };
  /** A module is taken out of the kernel: it was removed, or its initialization failed. */
  module_free: { readonly name: string | null; readonly version: string | null; readonly src_version: string | null; };
  /** A system call was made from memory that no file backs: injected code. Once for a process, a system call and a mapping. ip is behind the instruction. */
  suspicious_syscall_source: { readonly syscall: number; readonly ip: bigint; readonly vma_type: string | null; readonly vma_start: bigint; readonly vma_size: bigint; readonly vma_flags: bigint; };
  /** A system call was made while the stack pointer was in memory that is no stack. Threads that are older than the collector are not judged. */
  stack_pivot: { readonly syscall: number; readonly sp: bigint; readonly vma_type: string | null; readonly vma_start: bigint; readonly vma_size: bigint; readonly vma_flags: bigint; };
  /** A BPF link was made: a program is attached to a cgroup, an interface, a socket map, a function, a tracepoint, an iterator. The returned value is its descriptor. symbol_name: the tracepoint, or the function that the program was loaded for. prog_helpers: a bit for each helper that the program calls; absent when it was loaded before, or the kernel has no kprobes. A link of struct_ops has no program. Links that a program of type BPF_PROG_TYPE_SYSCALL makes are not seen. */
  bpf_link_attach: { readonly link_id: number; readonly link_type: number; readonly prog_type: number; readonly prog_name: string | null; readonly prog_id: number; readonly prog_helpers: bigint[] | null; readonly expected_attach_type: number; readonly symbol_name: string | null; };
  /** Who traces: one event when tracing begins, of no task. boot_time: when the machine was booted, Unix epoch in ns; start_time: when tracing began, ns since boot; version: of tracee-collect. */
  tracee_info: { readonly boot_time: bigint; readonly start_time: bigint; readonly version: string | null; };
  /** A process made an io_uring, through which it can do the work of system calls without making them. fd is -1 where the kernel gives the descriptor later. */
  io_uring_create: { readonly fd: number; readonly sq_entries: number; readonly cq_entries: number; readonly flags: number; };
  /** A request was taken from an io_uring. fd: what it is on, or the directory of its path; file: the path of fd; pathname, new_pathname, address: what openat, openat2, unlinkat, renameat and connect name. flags: without IOSQE_ASYNC, which the kernel sets itself too. */
  io_uring_submit: { readonly opcode: number; readonly user_data: bigint; readonly flags: number; readonly fd: number; readonly file: string | null; readonly pathname: string | null; readonly new_pathname: string | null; readonly address: Uint8Array | null; };
  /** A cgroup was made. cgroup_path begins at the root of its hierarchy, whatever cgroup namespace the task is in; hierarchy_id is 0 for cgroup v2. cgroup_id is unique within its hierarchy only. */
  cgroup_mkdir: { readonly cgroup_id: bigint; readonly cgroup_path: string | null; readonly hierarchy_id: number; };
  /** A cgroup was removed. Its path begins at the root of its hierarchy; hierarchy_id is 0 for cgroup v2. */
  cgroup_rmdir: { readonly cgroup_id: bigint; readonly cgroup_path: string | null; readonly hierarchy_id: number; };
  /** A task was moved to a cgroup of any hierarchy. comm and pid are those of the task that was moved (pid: its thread id in the initial pid namespace); the event is of the task that moved it. */
  cgroup_attach_task: { readonly cgroup_path: string | null; readonly comm: string | null; readonly pid: number; };
  /** A process replaced its program in another mount namespace than its parent's, as the first program of a container does: from then on what happens in the container is its own doing, no longer its runtime's. */
  mount_namespace_exec: { readonly mnt_ns: number; readonly parent_mnt_ns: number; };
  /** A container was made: its cgroup was. The event is of the task that made it, a runtime; ctime is when. What the runtime tells is asked of it before the event is sent, for a bounded time: what it did not tell is empty. */
  container_create: { readonly runtime: string | null; readonly container_id: string | null; readonly ctime: bigint; readonly container_image: string | null; readonly container_image_digest: string | null; readonly container_name: string | null; readonly pod_name: string | null; readonly pod_namespace: string | null; readonly pod_uid: string | null; readonly pod_sandbox: boolean; };
  /** A container was removed: its cgroup was. The event is of the task that removed it. */
  container_remove: { readonly runtime: string | null; readonly container_id: string | null; };
  /** A container that ran before tracing began: one event each, of no task. ctime is when its cgroup was made. */
  existing_container: { readonly runtime: string | null; readonly container_id: string | null; readonly ctime: bigint; readonly container_image: string | null; readonly container_image_digest: string | null; readonly container_name: string | null; readonly pod_name: string | null; readonly pod_namespace: string | null; readonly pod_uid: string | null; readonly pod_sandbox: boolean; };
  /** A program of the collector was no longer attached, and nobody of the collector took it away; of no task. last_attached: when it was last seen attached, so that what its events would have shown since then is missing. attached_again: the program is back. */
  probe_detached: { readonly program: string | null; readonly events: string[] | null; readonly found: string | null; readonly last_attached: bigint; readonly attached_again: boolean; };
}

export type EventName = keyof EventArguments;
