/* SPDX-License-Identifier: GPL-2.0 OR Apache-2.0 */
/* Generated from packages/event-schema/events; change those, then: npm run generate */
#pragma once

#define SCHEMA_FINGERPRINT 0x129a319ee21d84d7ULL

enum event_id {
	EVENT_READ = 0,
	EVENT_WRITE = 1,
	EVENT_OPEN = 2,
	EVENT_CLOSE = 3,
	EVENT_STAT = 4,
	EVENT_FSTAT = 5,
	EVENT_LSTAT = 6,
	EVENT_POLL = 7,
	EVENT_LSEEK = 8,
	EVENT_MMAP = 9,
	EVENT_MPROTECT = 10,
	EVENT_MUNMAP = 11,
	EVENT_BRK = 12,
	EVENT_RT_SIGACTION = 13,
	EVENT_RT_SIGPROCMASK = 14,
	EVENT_RT_SIGRETURN = 15,
	EVENT_IOCTL = 16,
	EVENT_PREAD64 = 17,
	EVENT_PWRITE64 = 18,
	EVENT_READV = 19,
	EVENT_WRITEV = 20,
	EVENT_ACCESS = 21,
	EVENT_PIPE = 22,
	EVENT_SELECT = 23,
	EVENT_SCHED_YIELD = 24,
	EVENT_MREMAP = 25,
	EVENT_MSYNC = 26,
	EVENT_MINCORE = 27,
	EVENT_MADVISE = 28,
	EVENT_SHMGET = 29,
	EVENT_SHMAT = 30,
	EVENT_SHMCTL = 31,
	EVENT_DUP = 32,
	EVENT_DUP2 = 33,
	EVENT_PAUSE = 34,
	EVENT_NANOSLEEP = 35,
	EVENT_GETITIMER = 36,
	EVENT_ALARM = 37,
	EVENT_SETITIMER = 38,
	EVENT_GETPID = 39,
	EVENT_SENDFILE = 40,
	EVENT_SOCKET = 41,
	EVENT_CONNECT = 42,
	EVENT_ACCEPT = 43,
	EVENT_SENDTO = 44,
	EVENT_RECVFROM = 45,
	EVENT_SENDMSG = 46,
	EVENT_RECVMSG = 47,
	EVENT_SHUTDOWN = 48,
	EVENT_BIND = 49,
	EVENT_LISTEN = 50,
	EVENT_GETSOCKNAME = 51,
	EVENT_GETPEERNAME = 52,
	EVENT_SOCKETPAIR = 53,
	EVENT_SETSOCKOPT = 54,
	EVENT_GETSOCKOPT = 55,
	EVENT_CLONE = 56,
	EVENT_FORK = 57,
	EVENT_VFORK = 58,
	EVENT_EXECVE = 59,
	EVENT_EXIT = 60,
	EVENT_WAIT4 = 61,
	EVENT_KILL = 62,
	EVENT_UNAME = 63,
	EVENT_SEMGET = 64,
	EVENT_SEMOP = 65,
	EVENT_SEMCTL = 66,
	EVENT_SHMDT = 67,
	EVENT_MSGGET = 68,
	EVENT_MSGSND = 69,
	EVENT_MSGRCV = 70,
	EVENT_MSGCTL = 71,
	EVENT_FCNTL = 72,
	EVENT_FLOCK = 73,
	EVENT_FSYNC = 74,
	EVENT_FDATASYNC = 75,
	EVENT_TRUNCATE = 76,
	EVENT_FTRUNCATE = 77,
	EVENT_GETDENTS = 78,
	EVENT_GETCWD = 79,
	EVENT_CHDIR = 80,
	EVENT_FCHDIR = 81,
	EVENT_RENAME = 82,
	EVENT_MKDIR = 83,
	EVENT_RMDIR = 84,
	EVENT_CREAT = 85,
	EVENT_LINK = 86,
	EVENT_UNLINK = 87,
	EVENT_SYMLINK = 88,
	EVENT_READLINK = 89,
	EVENT_CHMOD = 90,
	EVENT_FCHMOD = 91,
	EVENT_CHOWN = 92,
	EVENT_FCHOWN = 93,
	EVENT_LCHOWN = 94,
	EVENT_UMASK = 95,
	EVENT_GETTIMEOFDAY = 96,
	EVENT_GETRLIMIT = 97,
	EVENT_GETRUSAGE = 98,
	EVENT_SYSINFO = 99,
	EVENT_TIMES = 100,
	EVENT_PTRACE = 101,
	EVENT_GETUID = 102,
	EVENT_SYSLOG = 103,
	EVENT_GETGID = 104,
	EVENT_SETUID = 105,
	EVENT_SETGID = 106,
	EVENT_GETEUID = 107,
	EVENT_GETEGID = 108,
	EVENT_SETPGID = 109,
	EVENT_GETPPID = 110,
	EVENT_GETPGRP = 111,
	EVENT_SETSID = 112,
	EVENT_SETREUID = 113,
	EVENT_SETREGID = 114,
	EVENT_GETGROUPS = 115,
	EVENT_SETGROUPS = 116,
	EVENT_SETRESUID = 117,
	EVENT_GETRESUID = 118,
	EVENT_SETRESGID = 119,
	EVENT_GETRESGID = 120,
	EVENT_GETPGID = 121,
	EVENT_SETFSUID = 122,
	EVENT_SETFSGID = 123,
	EVENT_GETSID = 124,
	EVENT_CAPGET = 125,
	EVENT_CAPSET = 126,
	EVENT_RT_SIGPENDING = 127,
	EVENT_RT_SIGTIMEDWAIT = 128,
	EVENT_RT_SIGQUEUEINFO = 129,
	EVENT_RT_SIGSUSPEND = 130,
	EVENT_SIGALTSTACK = 131,
	EVENT_UTIME = 132,
	EVENT_MKNOD = 133,
	EVENT_USELIB = 134,
	EVENT_PERSONALITY = 135,
	EVENT_USTAT = 136,
	EVENT_STATFS = 137,
	EVENT_FSTATFS = 138,
	EVENT_SYSFS = 139,
	EVENT_GETPRIORITY = 140,
	EVENT_SETPRIORITY = 141,
	EVENT_SCHED_SETPARAM = 142,
	EVENT_SCHED_GETPARAM = 143,
	EVENT_SCHED_SETSCHEDULER = 144,
	EVENT_SCHED_GETSCHEDULER = 145,
	EVENT_SCHED_GET_PRIORITY_MAX = 146,
	EVENT_SCHED_GET_PRIORITY_MIN = 147,
	EVENT_SCHED_RR_GET_INTERVAL = 148,
	EVENT_MLOCK = 149,
	EVENT_MUNLOCK = 150,
	EVENT_MLOCKALL = 151,
	EVENT_MUNLOCKALL = 152,
	EVENT_VHANGUP = 153,
	EVENT_MODIFY_LDT = 154,
	EVENT_PIVOT_ROOT = 155,
	EVENT_SYSCTL = 156,
	EVENT_PRCTL = 157,
	EVENT_ARCH_PRCTL = 158,
	EVENT_ADJTIMEX = 159,
	EVENT_SETRLIMIT = 160,
	EVENT_CHROOT = 161,
	EVENT_SYNC = 162,
	EVENT_ACCT = 163,
	EVENT_SETTIMEOFDAY = 164,
	EVENT_MOUNT = 165,
	EVENT_UMOUNT2 = 166,
	EVENT_SWAPON = 167,
	EVENT_SWAPOFF = 168,
	EVENT_REBOOT = 169,
	EVENT_SETHOSTNAME = 170,
	EVENT_SETDOMAINNAME = 171,
	EVENT_IOPL = 172,
	EVENT_IOPERM = 173,
	EVENT_CREATE_MODULE = 174,
	EVENT_INIT_MODULE = 175,
	EVENT_DELETE_MODULE = 176,
	EVENT_GET_KERNEL_SYMS = 177,
	EVENT_QUERY_MODULE = 178,
	EVENT_QUOTACTL = 179,
	EVENT_NFSSERVCTL = 180,
	EVENT_GETPMSG = 181,
	EVENT_PUTPMSG = 182,
	EVENT_AFS = 183,
	EVENT_TUXCALL = 184,
	EVENT_SECURITY = 185,
	EVENT_GETTID = 186,
	EVENT_READAHEAD = 187,
	EVENT_SETXATTR = 188,
	EVENT_LSETXATTR = 189,
	EVENT_FSETXATTR = 190,
	EVENT_GETXATTR = 191,
	EVENT_LGETXATTR = 192,
	EVENT_FGETXATTR = 193,
	EVENT_LISTXATTR = 194,
	EVENT_LLISTXATTR = 195,
	EVENT_FLISTXATTR = 196,
	EVENT_REMOVEXATTR = 197,
	EVENT_LREMOVEXATTR = 198,
	EVENT_FREMOVEXATTR = 199,
	EVENT_TKILL = 200,
	EVENT_TIME = 201,
	EVENT_FUTEX = 202,
	EVENT_SCHED_SETAFFINITY = 203,
	EVENT_SCHED_GETAFFINITY = 204,
	EVENT_SET_THREAD_AREA = 205,
	EVENT_IO_SETUP = 206,
	EVENT_IO_DESTROY = 207,
	EVENT_IO_GETEVENTS = 208,
	EVENT_IO_SUBMIT = 209,
	EVENT_IO_CANCEL = 210,
	EVENT_GET_THREAD_AREA = 211,
	EVENT_LOOKUP_DCOOKIE = 212,
	EVENT_EPOLL_CREATE = 213,
	EVENT_EPOLL_CTL_OLD = 214,
	EVENT_EPOLL_WAIT_OLD = 215,
	EVENT_REMAP_FILE_PAGES = 216,
	EVENT_GETDENTS64 = 217,
	EVENT_SET_TID_ADDRESS = 218,
	EVENT_RESTART_SYSCALL = 219,
	EVENT_SEMTIMEDOP = 220,
	EVENT_FADVISE64 = 221,
	EVENT_TIMER_CREATE = 222,
	EVENT_TIMER_SETTIME = 223,
	EVENT_TIMER_GETTIME = 224,
	EVENT_TIMER_GETOVERRUN = 225,
	EVENT_TIMER_DELETE = 226,
	EVENT_CLOCK_SETTIME = 227,
	EVENT_CLOCK_GETTIME = 228,
	EVENT_CLOCK_GETRES = 229,
	EVENT_CLOCK_NANOSLEEP = 230,
	EVENT_EXIT_GROUP = 231,
	EVENT_EPOLL_WAIT = 232,
	EVENT_EPOLL_CTL = 233,
	EVENT_TGKILL = 234,
	EVENT_UTIMES = 235,
	EVENT_VSERVER = 236,
	EVENT_MBIND = 237,
	EVENT_SET_MEMPOLICY = 238,
	EVENT_GET_MEMPOLICY = 239,
	EVENT_MQ_OPEN = 240,
	EVENT_MQ_UNLINK = 241,
	EVENT_MQ_TIMEDSEND = 242,
	EVENT_MQ_TIMEDRECEIVE = 243,
	EVENT_MQ_NOTIFY = 244,
	EVENT_MQ_GETSETATTR = 245,
	EVENT_KEXEC_LOAD = 246,
	EVENT_WAITID = 247,
	EVENT_ADD_KEY = 248,
	EVENT_REQUEST_KEY = 249,
	EVENT_KEYCTL = 250,
	EVENT_IOPRIO_SET = 251,
	EVENT_IOPRIO_GET = 252,
	EVENT_INOTIFY_INIT = 253,
	EVENT_INOTIFY_ADD_WATCH = 254,
	EVENT_INOTIFY_RM_WATCH = 255,
	EVENT_MIGRATE_PAGES = 256,
	EVENT_OPENAT = 257,
	EVENT_MKDIRAT = 258,
	EVENT_MKNODAT = 259,
	EVENT_FCHOWNAT = 260,
	EVENT_FUTIMESAT = 261,
	EVENT_NEWFSTATAT = 262,
	EVENT_UNLINKAT = 263,
	EVENT_RENAMEAT = 264,
	EVENT_LINKAT = 265,
	EVENT_SYMLINKAT = 266,
	EVENT_READLINKAT = 267,
	EVENT_FCHMODAT = 268,
	EVENT_FACCESSAT = 269,
	EVENT_PSELECT6 = 270,
	EVENT_PPOLL = 271,
	EVENT_UNSHARE = 272,
	EVENT_SET_ROBUST_LIST = 273,
	EVENT_GET_ROBUST_LIST = 274,
	EVENT_SPLICE = 275,
	EVENT_TEE = 276,
	EVENT_SYNC_FILE_RANGE = 277,
	EVENT_VMSPLICE = 278,
	EVENT_MOVE_PAGES = 279,
	EVENT_UTIMENSAT = 280,
	EVENT_EPOLL_PWAIT = 281,
	EVENT_SIGNALFD = 282,
	EVENT_TIMERFD_CREATE = 283,
	EVENT_EVENTFD = 284,
	EVENT_FALLOCATE = 285,
	EVENT_TIMERFD_SETTIME = 286,
	EVENT_TIMERFD_GETTIME = 287,
	EVENT_ACCEPT4 = 288,
	EVENT_SIGNALFD4 = 289,
	EVENT_EVENTFD2 = 290,
	EVENT_EPOLL_CREATE1 = 291,
	EVENT_DUP3 = 292,
	EVENT_PIPE2 = 293,
	EVENT_INOTIFY_INIT1 = 294,
	EVENT_PREADV = 295,
	EVENT_PWRITEV = 296,
	EVENT_RT_TGSIGQUEUEINFO = 297,
	EVENT_PERF_EVENT_OPEN = 298,
	EVENT_RECVMMSG = 299,
	EVENT_FANOTIFY_INIT = 300,
	EVENT_FANOTIFY_MARK = 301,
	EVENT_PRLIMIT64 = 302,
	EVENT_NAME_TO_HANDLE_AT = 303,
	EVENT_OPEN_BY_HANDLE_AT = 304,
	EVENT_CLOCK_ADJTIME = 305,
	EVENT_SYNCFS = 306,
	EVENT_SENDMMSG = 307,
	EVENT_SETNS = 308,
	EVENT_GETCPU = 309,
	EVENT_PROCESS_VM_READV = 310,
	EVENT_PROCESS_VM_WRITEV = 311,
	EVENT_KCMP = 312,
	EVENT_FINIT_MODULE = 313,
	EVENT_SCHED_SETATTR = 314,
	EVENT_SCHED_GETATTR = 315,
	EVENT_RENAMEAT2 = 316,
	EVENT_SECCOMP = 317,
	EVENT_GETRANDOM = 318,
	EVENT_MEMFD_CREATE = 319,
	EVENT_KEXEC_FILE_LOAD = 320,
	EVENT_BPF = 321,
	EVENT_EXECVEAT = 322,
	EVENT_USERFAULTFD = 323,
	EVENT_MEMBARRIER = 324,
	EVENT_MLOCK2 = 325,
	EVENT_COPY_FILE_RANGE = 326,
	EVENT_PREADV2 = 327,
	EVENT_PWRITEV2 = 328,
	EVENT_PKEY_MPROTECT = 329,
	EVENT_PKEY_ALLOC = 330,
	EVENT_PKEY_FREE = 331,
	EVENT_STATX = 332,
	EVENT_IO_PGETEVENTS = 333,
	EVENT_RSEQ = 334,
	EVENT_PIDFD_SEND_SIGNAL = 424,
	EVENT_IO_URING_SETUP = 425,
	EVENT_IO_URING_ENTER = 426,
	EVENT_IO_URING_REGISTER = 427,
	EVENT_OPEN_TREE = 428,
	EVENT_MOVE_MOUNT = 429,
	EVENT_FSOPEN = 430,
	EVENT_FSCONFIG = 431,
	EVENT_FSMOUNT = 432,
	EVENT_FSPICK = 433,
	EVENT_PIDFD_OPEN = 434,
	EVENT_CLONE3 = 435,
	EVENT_CLOSE_RANGE = 436,
	EVENT_OPENAT2 = 437,
	EVENT_PIDFD_GETFD = 438,
	EVENT_FACCESSAT2 = 439,
	EVENT_PROCESS_MADVISE = 440,
	EVENT_EPOLL_PWAIT2 = 441,
	EVENT_MOUNT_SETATTR = 442,
	EVENT_QUOTACTL_FD = 443,
	EVENT_LANDLOCK_CREATE_RULESET = 444,
	EVENT_LANDLOCK_ADD_RULE = 445,
	EVENT_LANDLOCK_RESTRICT_SELF = 446,
	EVENT_MEMFD_SECRET = 447,
	EVENT_PROCESS_MRELEASE = 448,
	EVENT_FUTEX_WAITV = 449,
	EVENT_SET_MEMPOLICY_HOME_NODE = 450,
	EVENT_CACHESTAT = 451,
	EVENT_FCHMODAT2 = 452,
	EVENT_MAP_SHADOW_STACK = 453,
	EVENT_FUTEX_WAKE = 454,
	EVENT_FUTEX_WAIT = 455,
	EVENT_FUTEX_REQUEUE = 456,
	EVENT_STATMOUNT = 457,
	EVENT_LISTMOUNT = 458,
	EVENT_LSM_GET_SELF_ATTR = 459,
	EVENT_LSM_SET_SELF_ATTR = 460,
	EVENT_LSM_LIST_MODULES = 461,
	EVENT_MSEAL = 462,
	EVENT_SETXATTRAT = 463,
	EVENT_GETXATTRAT = 464,
	EVENT_LISTXATTRAT = 465,
	EVENT_REMOVEXATTRAT = 466,
	EVENT_OPEN_TREE_ATTR = 467,
	EVENT_WAITPID = 1000,
	EVENT_OLDFSTAT = 1001,
	EVENT_BREAK = 1002,
	EVENT_OLDSTAT = 1003,
	EVENT_UMOUNT = 1004,
	EVENT_STIME = 1005,
	EVENT_STTY = 1006,
	EVENT_GTTY = 1007,
	EVENT_NICE = 1008,
	EVENT_FTIME = 1009,
	EVENT_PROF = 1010,
	EVENT_SIGNAL = 1011,
	EVENT_LOCK = 1012,
	EVENT_MPX = 1013,
	EVENT_ULIMIT = 1014,
	EVENT_OLDOLDUNAME = 1015,
	EVENT_SIGACTION = 1016,
	EVENT_SGETMASK = 1017,
	EVENT_SSETMASK = 1018,
	EVENT_SIGSUSPEND = 1019,
	EVENT_SIGPENDING = 1020,
	EVENT_OLDLSTAT = 1021,
	EVENT_READDIR = 1022,
	EVENT_PROFIL = 1023,
	EVENT_SOCKETCALL = 1024,
	EVENT_OLDUNAME = 1025,
	EVENT_IDLE = 1026,
	EVENT_VM86OLD = 1027,
	EVENT_IPC = 1028,
	EVENT_SIGRETURN = 1029,
	EVENT_SIGPROCMASK = 1030,
	EVENT_BDFLUSH = 1031,
	EVENT_AFS_SYSCALL = 1032,
	EVENT_LLSEEK = 1033,
	EVENT_OLD_SELECT = 1034,
	EVENT_VM86 = 1035,
	EVENT_OLD_GETRLIMIT = 1036,
	EVENT_MMAP2 = 1037,
	EVENT_TRUNCATE64 = 1038,
	EVENT_FTRUNCATE64 = 1039,
	EVENT_STAT64 = 1040,
	EVENT_LSTAT64 = 1041,
	EVENT_FSTAT64 = 1042,
	EVENT_LCHOWN16 = 1043,
	EVENT_GETUID16 = 1044,
	EVENT_GETGID16 = 1045,
	EVENT_GETEUID16 = 1046,
	EVENT_GETEGID16 = 1047,
	EVENT_SETREUID16 = 1048,
	EVENT_SETREGID16 = 1049,
	EVENT_GETGROUPS16 = 1050,
	EVENT_SETGROUPS16 = 1051,
	EVENT_FCHOWN16 = 1052,
	EVENT_SETRESUID16 = 1053,
	EVENT_GETRESUID16 = 1054,
	EVENT_SETRESGID16 = 1055,
	EVENT_GETRESGID16 = 1056,
	EVENT_CHOWN16 = 1057,
	EVENT_SETUID16 = 1058,
	EVENT_SETGID16 = 1059,
	EVENT_SETFSUID16 = 1060,
	EVENT_SETFSGID16 = 1061,
	EVENT_FCNTL64 = 1062,
	EVENT_SENDFILE32 = 1063,
	EVENT_STATFS64 = 1064,
	EVENT_FSTATFS64 = 1065,
	EVENT_FADVISE64_64 = 1066,
	EVENT_CLOCK_GETTIME32 = 1067,
	EVENT_CLOCK_SETTIME32 = 1068,
	EVENT_CLOCK_ADJTIME64 = 1069,
	EVENT_CLOCK_GETRES_TIME32 = 1070,
	EVENT_CLOCK_NANOSLEEP_TIME32 = 1071,
	EVENT_TIMER_GETTIME32 = 1072,
	EVENT_TIMER_SETTIME32 = 1073,
	EVENT_TIMERFD_GETTIME32 = 1074,
	EVENT_TIMERFD_SETTIME32 = 1075,
	EVENT_UTIMENSAT_TIME32 = 1076,
	EVENT_PSELECT6_TIME32 = 1077,
	EVENT_PPOLL_TIME32 = 1078,
	EVENT_IO_PGETEVENTS_TIME32 = 1079,
	EVENT_RECVMMSG_TIME32 = 1080,
	EVENT_MQ_TIMEDSEND_TIME32 = 1081,
	EVENT_MQ_TIMEDRECEIVE_TIME32 = 1082,
	EVENT_RT_SIGTIMEDWAIT_TIME32 = 1083,
	EVENT_FUTEX_TIME32 = 1084,
	EVENT_SCHED_RR_GET_INTERVAL_TIME32 = 1085,
	EVENT_SCHED_PROCESS_FORK = 2000,
	EVENT_SCHED_PROCESS_EXEC = 2001,
	EVENT_SCHED_PROCESS_EXIT = 2002,
	EVENT_COMMIT_CREDS = 2050,
	EVENT_SWITCH_TASK_NS = 2051,
	EVENT_CAP_CAPABLE = 2052,
	EVENT_TASK_RENAME = 2053,
	EVENT_SCHED_SWITCH = 2054,
	EVENT_DO_EXIT = 2055,
	EVENT_DO_SIGACTION = 2056,
	EVENT_SECURITY_TASK_SETRLIMIT = 2057,
	EVENT_SECURITY_SETTIME64 = 2058,
	EVENT_SECURITY_TASK_PRCTL = 2059,
	EVENT_USER_NAMESPACE_CREATE = 2060,
	EVENT_SYS_ENTER = 2061,
	EVENT_SYS_EXIT = 2062,
	EVENT_INIT_NAMESPACES = 2063,
	EVENT_SECURITY_FILE_OPEN = 2100,
	EVENT_SECURITY_BPRM_CHECK = 2101,
	EVENT_SECURITY_INODE_UNLINK = 2102,
	EVENT_SECURITY_INODE_RENAME = 2103,
	EVENT_SECURITY_INODE_MKNOD = 2104,
	EVENT_SECURITY_INODE_SYMLINK = 2105,
	EVENT_SECURITY_SB_MOUNT = 2106,
	EVENT_SECURITY_SB_UMOUNT = 2107,
	EVENT_SECURITY_KERNEL_READ_FILE = 2108,
	EVENT_SECURITY_KERNEL_POST_READ_FILE = 2109,
	EVENT_SECURITY_PATH_NOTIFY = 2110,
	EVENT_VFS_READ = 2111,
	EVENT_VFS_READV = 2112,
	EVENT_VFS_WRITE = 2113,
	EVENT_VFS_WRITEV = 2114,
	EVENT_XXKERNEL_WRITE = 2115,
	EVENT_MAGIC_WRITE = 2116,
	EVENT_DO_TRUNCATE = 2117,
	EVENT_VFS_UTIMES = 2118,
	EVENT_FILE_MODIFICATION = 2119,
	EVENT_CHMOD_COMMON = 2120,
	EVENT_INOTIFY_WATCH = 2121,
	EVENT_SET_FS_PWD = 2122,
	EVENT_LOAD_ELF_PHDRS = 2123,
	EVENT_SHARED_OBJECT_LOADED = 2124,
	EVENT_DIRTY_PIPE_SPLICE = 2125,
	EVENT_ZEROED_INODES = 2126,
	EVENT_PROCESS_EXECUTE_FAILED = 2127,
	EVENT_SECURITY_MMAP_FILE = 2200,
	EVENT_DO_MMAP = 2201,
	EVENT_SECURITY_FILE_MPROTECT = 2202,
	EVENT_MEM_PROT_ALERT = 2203,
	EVENT_SECURITY_SOCKET_CREATE = 2300,
	EVENT_SECURITY_SOCKET_LISTEN = 2301,
	EVENT_SECURITY_SOCKET_CONNECT = 2302,
	EVENT_SECURITY_SOCKET_ACCEPT = 2303,
	EVENT_SECURITY_SOCKET_BIND = 2304,
	EVENT_SECURITY_SOCKET_SETSOCKOPT = 2305,
	EVENT_SOCKET_ACCEPT = 2306,
	EVENT_SOCKET_DUP = 2307,
	EVENT_NET_TCP_CONNECT = 2308,
	EVENT_HOOKED_SYSCALL = 2400,
	EVENT_HOOKED_SEQ_OPS = 2401,
	EVENT_HOOKED_PROC_FOPS = 2402,
	EVENT_SECURITY_BPF = 2410,
	EVENT_SECURITY_BPF_MAP = 2411,
	EVENT_SECURITY_BPF_PROG = 2412,
	EVENT_BPF_ATTACH = 2413,
	EVENT_KPROBE_ATTACH = 2414,
	EVENT_CALL_USERMODEHELPER = 2415,
	EVENT_DEBUGFS_CREATE_FILE = 2416,
	EVENT_DEBUGFS_CREATE_DIR = 2417,
	EVENT_PROC_CREATE = 2418,
	EVENT_DEVICE_ADD = 2419,
	EVENT_REGISTER_CHRDEV = 2420,
	EVENT_KALLSYMS_LOOKUP_NAME = 2421,
	EVENT_DO_INIT_MODULE = 2422,
	EVENT_MODULE_LOAD = 2423,
	EVENT_MODULE_FREE = 2424,
	EVENT_SUSPICIOUS_SYSCALL_SOURCE = 2425,
	EVENT_STACK_PIVOT = 2426,
	EVENT_BPF_LINK_ATTACH = 2427,
	EVENT_TRACEE_INFO = 2428,
	EVENT_IO_URING_CREATE = 2450,
	EVENT_IO_URING_SUBMIT = 2451,
	EVENT_CGROUP_MKDIR = 2500,
	EVENT_CGROUP_RMDIR = 2501,
	EVENT_CGROUP_ATTACH_TASK = 2502,
	EVENT_MOUNT_NAMESPACE_EXEC = 2503,
	EVENT_CONTAINER_CREATE = 2504,
	EVENT_CONTAINER_REMOVE = 2505,
	EVENT_EXISTING_CONTAINER = 2506,
	EVENT_PROBE_DETACHED = 2900,
	EVENT_ID_MAX = 2900,
};

/* Text or bytes elsewhere in the record: offset from its start, length. len 65535: could not be read. */
struct blob {
	__u16 off;
	__u16 len;
};

struct event_context {
	__u64 timestamp;
	__u64 thread_start;
	__u64 process_start;
	__u64 parent_start;
	__u64 cgroup_id;
	__s64 ret;
	__u64 scopes;
	__u64 sequence;
	__u32 pid;
	__u32 tid;
	__u32 ppid;
	__u32 host_pid;
	__u32 host_tid;
	__u32 host_ppid;
	__u32 uid;
	__u32 mnt_ns;
	__u32 pid_ns;
	__s32 syscall;
	__u16 event_id;
	__u16 flags;
	__u16 cpu;
	char comm[16];
	char uts[16];
	__u16 filter_version;
};

/* A system call: each argument as the register held it, or a struct blob in its low half where the type is text or bytes. */
struct syscall_args {
	__u64 raw[6];
};

struct sched_process_fork_args {
	__s32 parent_tid;
	__s32 parent_ns_tid;
	__s32 parent_pid;
	__s32 parent_ns_pid;
	__u64 parent_start_time;
	__s32 child_tid;
	__s32 child_ns_tid;
	__s32 child_pid;
	__s32 child_ns_pid;
	__u64 start_time;
	__s32 parent_process_tid;
	__s32 parent_process_ns_tid;
	__s32 parent_process_pid;
	__s32 parent_process_ns_pid;
	__u64 parent_process_start_time;
	__s32 leader_tid;
	__s32 leader_ns_tid;
	__s32 leader_pid;
	__s32 leader_ns_pid;
	__u64 leader_start_time;
};

struct sched_process_exec_args {
	struct blob cmdpath;
	struct blob pathname;
	__u32 dev;
	__u8 pad0[4];
	__u64 inode;
	__u64 ctime;
	__u16 inode_mode;
	struct blob interpreter_pathname;
	__u8 pad1[2];
	__u32 interpreter_dev;
	__u8 pad2[4];
	__u64 interpreter_inode;
	__u64 interpreter_ctime;
	struct blob argv;
	struct blob interp;
	__u16 stdin_type;
	struct blob stdin_path;
	__u8 invoked_from_kernel;
	__u8 pad3[1];
	struct blob prev_comm;
	struct blob env;
	struct blob pwd;
	__u8 pad4[4];
};

struct sched_process_exit_args {
	__s32 exit_code;
	__s32 signal_code;
	__u8 process_group_exit;
	__u8 pad0[7];
};

struct commit_creds_args {
	struct blob old_cred;
	struct blob new_cred;
};

struct switch_task_ns_args {
	__s32 pid;
	__u32 new_mnt;
	__u32 new_pid;
	__u32 new_uts;
	__u32 new_ipc;
	__u32 new_net;
	__u32 new_cgroup;
	__u8 pad0[4];
};

struct cap_capable_args {
	__s32 cap;
	__u8 pad0[4];
};

struct task_rename_args {
	struct blob old_name;
	struct blob new_name;
};

struct sched_switch_args {
	__s32 cpu;
	__s32 prev_tid;
	struct blob prev_comm;
	__s32 next_tid;
	struct blob next_comm;
	__u8 pad0[4];
};

struct do_exit_args {

};

struct do_sigaction_args {
	__s32 sig;
	__u8 is_sa_initialized;
	__u8 pad0[3];
	__u64 sa_flags;
	__u64 sa_mask;
	__u8 sa_handle_method;
	__u8 pad1[7];
	__u64 sa_handler;
	__u8 is_old_sa_initialized;
	__u8 pad2[7];
	__u64 old_sa_flags;
	__u64 old_sa_mask;
	__u8 old_sa_handle_method;
	__u8 pad3[7];
	__u64 old_sa_handler;
};

struct security_task_setrlimit_args {
	__u32 target_host_pid;
	__s32 resource;
	__u64 new_rlim_cur;
	__u64 new_rlim_max;
};

struct security_settime64_args {
	__s64 tv_sec;
	__s64 tv_nsec;
	__s32 tz_minuteswest;
	__s32 tz_dsttime;
};

struct security_task_prctl_args {
	__s32 option;
	__u8 pad0[4];
	__u64 arg2;
	__u64 arg3;
	__u64 arg4;
	__u64 arg5;
	struct blob vma_name;
	__u8 pad1[4];
	__u64 old_start_code;
	__u64 old_end_code;
	__u64 old_start_data;
	__u64 old_end_data;
	__u64 old_start_brk;
	__u64 old_brk;
	__u64 old_start_stack;
	__u64 old_arg_start;
	__u64 old_arg_end;
	__u64 old_env_start;
	__u64 old_env_end;
	struct blob old_auxv;
	struct blob old_pathname;
	__u32 old_dev;
	__u8 pad2[4];
	__u64 old_inode;
	__u64 old_ctime;
	__u16 old_inode_mode;
	__u8 pad3[6];
	__u64 new_start_code;
	__u64 new_end_code;
	__u64 new_start_data;
	__u64 new_end_data;
	__u64 new_start_brk;
	__u64 new_brk;
	__u64 new_start_stack;
	__u64 new_arg_start;
	__u64 new_arg_end;
	__u64 new_env_start;
	__u64 new_env_end;
	struct blob new_auxv;
	struct blob new_pathname;
	__u32 new_dev;
	__u8 pad4[4];
	__u64 new_inode;
	__u64 new_ctime;
	__u16 new_inode_mode;
	__u8 pad5[2];
	__u32 old_securebits;
};

struct user_namespace_create_args {
	__u32 user_ns;
	__u32 parent_ns;
	__s32 level;
	__u32 owner;
	__u32 group;
	__u8 pad0[4];
};

struct sys_enter_args {
	__s32 syscall;
	__u8 pad0[4];
};

struct sys_exit_args {
	__s32 syscall;
	__u8 pad0[4];
};

struct security_file_open_args {
	struct blob pathname;
	__s32 flags;
	__u32 dev;
	__u8 pad0[4];
	__u64 inode;
	__u64 ctime;
	struct blob syscall_pathname;
	__u8 pad1[4];
};

struct security_bprm_check_args {
	struct blob pathname;
	__u32 dev;
	__u64 inode;
	struct blob argv;
	struct blob envp;
};

struct security_inode_unlink_args {
	struct blob pathname;
	__u8 pad0[4];
	__u64 inode;
	__u32 dev;
	__u8 pad1[4];
	__u64 ctime;
};

struct security_inode_rename_args {
	struct blob old_path;
	struct blob new_path;
};

struct security_inode_mknod_args {
	struct blob file_name;
	__u16 mode;
	__u8 pad0[2];
	__u32 dev;
	__u8 pad1[4];
};

struct security_inode_symlink_args {
	struct blob linkpath;
	struct blob target;
};

struct security_sb_mount_args {
	struct blob dev_name;
	struct blob path;
	struct blob type;
	__u8 pad0[4];
	__u64 flags;
};

struct security_sb_umount_args {
	struct blob mountpoint;
	struct blob type;
	__s32 flags;
	__u8 pad0[4];
};

struct security_kernel_read_file_args {
	struct blob pathname;
	__u32 dev;
	__u64 inode;
	__s32 type;
	__u8 pad0[4];
	__u64 ctime;
};

struct security_kernel_post_read_file_args {
	struct blob pathname;
	__u8 pad0[4];
	__s64 size;
	__s32 type;
	__u8 pad1[4];
};

struct security_path_notify_args {
	struct blob pathname;
	__u8 pad0[4];
	__u64 inode;
	__u32 dev;
	__u8 pad1[4];
	__u64 mask;
	__u32 obj_type;
	__u8 pad2[4];
};

struct vfs_read_args {
	struct blob pathname;
	__u32 dev;
	__u64 inode;
	__u64 count;
	__s64 pos;
};

struct vfs_readv_args {
	struct blob pathname;
	__u32 dev;
	__u64 inode;
	__u64 vlen;
	__s64 pos;
};

struct vfs_write_args {
	struct blob pathname;
	__u32 dev;
	__u64 inode;
	__u64 count;
	__s64 pos;
};

struct vfs_writev_args {
	struct blob pathname;
	__u32 dev;
	__u64 inode;
	__u64 vlen;
	__s64 pos;
};

struct __kernel_write_args {
	struct blob pathname;
	__u32 dev;
	__u64 inode;
	__u64 count;
	__s64 pos;
};

struct magic_write_args {
	struct blob pathname;
	struct blob bytes;
	__u32 dev;
	__u8 pad0[4];
	__u64 inode;
};

struct do_truncate_args {
	struct blob pathname;
	__u8 pad0[4];
	__u64 inode;
	__u32 dev;
	__u8 pad1[4];
	__u64 length;
};

struct vfs_utimes_args {
	struct blob pathname;
	__u32 dev;
	__u64 inode;
	__u64 atime;
	__u64 mtime;
};

struct file_modification_args {
	struct blob file_path;
	__u32 dev;
	__u64 inode;
	__u64 old_ctime;
	__u64 new_ctime;
};

struct chmod_common_args {
	struct blob pathname;
	__u16 mode;
	__u8 pad0[2];
};

struct inotify_watch_args {
	struct blob pathname;
	__u8 pad0[4];
	__u64 inode;
	__u32 dev;
	__u8 pad1[4];
};

struct set_fs_pwd_args {
	struct blob unresolved_path;
	struct blob resolved_path;
};

struct load_elf_phdrs_args {
	struct blob pathname;
	__u32 dev;
	__u64 inode;
};

struct shared_object_loaded_args {
	struct blob pathname;
	__s32 flags;
	__u32 dev;
	__u8 pad0[4];
	__u64 inode;
	__u64 ctime;
};

struct dirty_pipe_splice_args {
	__u64 inode_in;
	__u16 in_file_type;
	struct blob in_file_path;
	__u8 pad0[2];
	__u64 exposed_data_start_offset;
	__u64 exposed_data_len;
	__u64 inode_out;
	__u32 out_pipe_last_buffer_flags;
	__u8 pad1[4];
};

struct zeroed_inodes_args {
	struct blob dirent_name;
	__u8 pad0[4];
};

struct process_execute_failed_args {
	__s32 dirfd;
	__s32 flags;
	struct blob pathname;
	struct blob binary_path;
	__u32 binary_device_id;
	__u8 pad0[4];
	__u64 binary_inode_number;
	__u64 binary_ctime;
	__u16 binary_inode_mode;
	struct blob interpreter_path;
	__u16 stdin_type;
	struct blob stdin_path;
	__s32 kernel_invoked;
	struct blob argv;
	struct blob envp;
};

struct security_mmap_file_args {
	struct blob pathname;
	__s32 flags;
	__u32 dev;
	__u8 pad0[4];
	__u64 inode;
	__u64 ctime;
	__u64 prot;
	__u64 mmap_flags;
};

struct do_mmap_args {
	__u64 addr;
	struct blob pathname;
	__u32 flags;
	__u32 dev;
	__u8 pad0[4];
	__u64 inode;
	__u64 ctime;
	__u64 pgoff;
	__u64 len;
	__u64 prot;
	__u64 mmap_flags;
};

struct security_file_mprotect_args {
	struct blob pathname;
	__s32 prot;
	__u64 ctime;
	__s32 prev_prot;
	__u8 pad0[4];
	__u64 addr;
	__u64 len;
	__s32 pkey;
	__u8 pad1[4];
};

struct mem_prot_alert_args {
	__u32 alert;
	__u8 pad0[4];
	__u64 addr;
	__u64 len;
	__s32 prot;
	__s32 prev_prot;
	struct blob pathname;
	__u32 dev;
	__u64 inode;
	__u64 ctime;
};

struct security_socket_create_args {
	__s32 family;
	__s32 type;
	__s32 protocol;
	__s32 kern;
};

struct security_socket_listen_args {
	__s32 sockfd;
	struct blob local_addr;
	__s32 backlog;
	__u8 pad0[4];
};

struct security_socket_connect_args {
	__s32 sockfd;
	__s32 type;
	struct blob remote_addr;
	__u8 pad0[4];
};

struct security_socket_accept_args {
	__s32 sockfd;
	struct blob local_addr;
};

struct security_socket_bind_args {
	__s32 sockfd;
	struct blob local_addr;
};

struct security_socket_setsockopt_args {
	__s32 sockfd;
	__s32 level;
	__s32 optname;
	struct blob local_addr;
};

struct socket_accept_args {
	__s32 sockfd;
	struct blob local_addr;
	struct blob remote_addr;
	__u8 pad0[4];
};

struct socket_dup_args {
	__s32 oldfd;
	__s32 newfd;
	struct blob remote_addr;
	__u8 pad0[4];
};

struct net_tcp_connect_args {
	struct blob dst;
	__s32 dst_port;
	struct blob dst_dns;
	__u8 pad0[4];
};

struct security_bpf_args {
	__s32 cmd;
	__u8 pad0[4];
};

struct security_bpf_map_args {
	__u32 map_id;
	struct blob map_name;
};

struct security_bpf_prog_args {
	__s32 type;
	struct blob name;
	struct blob helpers;
	__u32 id;
	__u8 load;
	__u8 pad0[7];
};

struct bpf_attach_args {
	__s32 prog_type;
	struct blob prog_name;
	__u32 prog_id;
	struct blob prog_helpers;
	struct blob symbol_name;
	__u8 pad0[4];
	__u64 symbol_addr;
	__s32 attach_type;
	__u8 pad1[4];
};

struct kprobe_attach_args {
	struct blob symbol_name;
	__u8 pad0[4];
	__u64 pre_handler_addr;
	__u64 post_handler_addr;
};

struct call_usermodehelper_args {
	struct blob pathname;
	struct blob argv;
	struct blob envp;
	__s32 wait;
};

struct debugfs_create_file_args {
	struct blob file_name;
	struct blob path;
	__u16 mode;
	__u8 pad0[6];
	__u64 proc_ops_addr;
};

struct debugfs_create_dir_args {
	struct blob name;
	struct blob path;
};

struct proc_create_args {
	struct blob name;
	__u8 pad0[4];
	__u64 proc_ops_addr;
};

struct device_add_args {
	struct blob name;
	struct blob parent_name;
};

struct register_chrdev_args {
	__u32 requested_major_number;
	__u32 granted_major_number;
	struct blob char_device_name;
	__u8 pad0[4];
	__u64 char_device_fops;
};

struct kallsyms_lookup_name_args {
	struct blob symbol_name;
	__u8 pad0[4];
	__u64 symbol_address;
};

struct do_init_module_args {
	struct blob name;
	struct blob version;
	struct blob src_version;
	__u8 pad0[4];
};

struct module_load_args {
	struct blob name;
	struct blob version;
	struct blob src_version;
	struct blob pathname;
	__u32 dev;
	__u8 pad0[4];
	__u64 inode;
	__u64 ctime;
};

struct module_free_args {
	struct blob name;
	struct blob version;
	struct blob src_version;
	__u8 pad0[4];
};

struct suspicious_syscall_source_args {
	__s32 syscall;
	__u8 pad0[4];
	__u64 ip;
	struct blob vma_type;
	__u8 pad1[4];
	__u64 vma_start;
	__u64 vma_size;
	__u64 vma_flags;
};

struct stack_pivot_args {
	__s32 syscall;
	__u8 pad0[4];
	__u64 sp;
	struct blob vma_type;
	__u8 pad1[4];
	__u64 vma_start;
	__u64 vma_size;
	__u64 vma_flags;
};

struct bpf_link_attach_args {
	__u32 link_id;
	__s32 link_type;
	__s32 prog_type;
	struct blob prog_name;
	__u32 prog_id;
	struct blob prog_helpers;
	__s32 expected_attach_type;
	struct blob symbol_name;
};

struct io_uring_create_args {
	__s32 fd;
	__u32 sq_entries;
	__u32 cq_entries;
	__u32 flags;
};

struct io_uring_submit_args {
	__u8 opcode;
	__u8 pad0[7];
	__u64 user_data;
	__u32 flags;
	__s32 fd;
	struct blob file;
	struct blob pathname;
	struct blob new_pathname;
	struct blob address;
};

struct cgroup_mkdir_args {
	__u64 cgroup_id;
	struct blob cgroup_path;
	__u32 hierarchy_id;
};

struct cgroup_rmdir_args {
	__u64 cgroup_id;
	struct blob cgroup_path;
	__u32 hierarchy_id;
};

struct cgroup_attach_task_args {
	struct blob cgroup_path;
	struct blob comm;
	__s32 pid;
	__u8 pad0[4];
};

struct mount_namespace_exec_args {
	__u32 mnt_ns;
	__u32 parent_mnt_ns;
};

struct container_create_args {
	struct blob runtime;
	struct blob container_id;
	__u64 ctime;
	struct blob container_image;
	struct blob container_image_digest;
	struct blob container_name;
	struct blob pod_name;
	struct blob pod_namespace;
	struct blob pod_uid;
	__u8 pod_sandbox;
	__u8 pad0[7];
};

struct container_remove_args {
	struct blob runtime;
	struct blob container_id;
};

union event_args {
	struct syscall_args syscall;
	struct sched_process_fork_args sched_process_fork;
	struct sched_process_exec_args sched_process_exec;
	struct sched_process_exit_args sched_process_exit;
	struct commit_creds_args commit_creds;
	struct switch_task_ns_args switch_task_ns;
	struct cap_capable_args cap_capable;
	struct task_rename_args task_rename;
	struct sched_switch_args sched_switch;
	struct do_exit_args do_exit;
	struct do_sigaction_args do_sigaction;
	struct security_task_setrlimit_args security_task_setrlimit;
	struct security_settime64_args security_settime64;
	struct security_task_prctl_args security_task_prctl;
	struct user_namespace_create_args user_namespace_create;
	struct sys_enter_args sys_enter;
	struct sys_exit_args sys_exit;
	struct security_file_open_args security_file_open;
	struct security_bprm_check_args security_bprm_check;
	struct security_inode_unlink_args security_inode_unlink;
	struct security_inode_rename_args security_inode_rename;
	struct security_inode_mknod_args security_inode_mknod;
	struct security_inode_symlink_args security_inode_symlink;
	struct security_sb_mount_args security_sb_mount;
	struct security_sb_umount_args security_sb_umount;
	struct security_kernel_read_file_args security_kernel_read_file;
	struct security_kernel_post_read_file_args security_kernel_post_read_file;
	struct security_path_notify_args security_path_notify;
	struct vfs_read_args vfs_read;
	struct vfs_readv_args vfs_readv;
	struct vfs_write_args vfs_write;
	struct vfs_writev_args vfs_writev;
	struct __kernel_write_args __kernel_write;
	struct magic_write_args magic_write;
	struct do_truncate_args do_truncate;
	struct vfs_utimes_args vfs_utimes;
	struct file_modification_args file_modification;
	struct chmod_common_args chmod_common;
	struct inotify_watch_args inotify_watch;
	struct set_fs_pwd_args set_fs_pwd;
	struct load_elf_phdrs_args load_elf_phdrs;
	struct shared_object_loaded_args shared_object_loaded;
	struct dirty_pipe_splice_args dirty_pipe_splice;
	struct zeroed_inodes_args zeroed_inodes;
	struct process_execute_failed_args process_execute_failed;
	struct security_mmap_file_args security_mmap_file;
	struct do_mmap_args do_mmap;
	struct security_file_mprotect_args security_file_mprotect;
	struct mem_prot_alert_args mem_prot_alert;
	struct security_socket_create_args security_socket_create;
	struct security_socket_listen_args security_socket_listen;
	struct security_socket_connect_args security_socket_connect;
	struct security_socket_accept_args security_socket_accept;
	struct security_socket_bind_args security_socket_bind;
	struct security_socket_setsockopt_args security_socket_setsockopt;
	struct socket_accept_args socket_accept;
	struct socket_dup_args socket_dup;
	struct net_tcp_connect_args net_tcp_connect;
	struct security_bpf_args security_bpf;
	struct security_bpf_map_args security_bpf_map;
	struct security_bpf_prog_args security_bpf_prog;
	struct bpf_attach_args bpf_attach;
	struct kprobe_attach_args kprobe_attach;
	struct call_usermodehelper_args call_usermodehelper;
	struct debugfs_create_file_args debugfs_create_file;
	struct debugfs_create_dir_args debugfs_create_dir;
	struct proc_create_args proc_create;
	struct device_add_args device_add;
	struct register_chrdev_args register_chrdev;
	struct kallsyms_lookup_name_args kallsyms_lookup_name;
	struct do_init_module_args do_init_module;
	struct module_load_args module_load;
	struct module_free_args module_free;
	struct suspicious_syscall_source_args suspicious_syscall_source;
	struct stack_pivot_args stack_pivot;
	struct bpf_link_attach_args bpf_link_attach;
	struct io_uring_create_args io_uring_create;
	struct io_uring_submit_args io_uring_submit;
	struct cgroup_mkdir_args cgroup_mkdir;
	struct cgroup_rmdir_args cgroup_rmdir;
	struct cgroup_attach_task_args cgroup_attach_task;
	struct mount_namespace_exec_args mount_namespace_exec;
	struct container_create_args container_create;
	struct container_remove_args container_remove;
};
