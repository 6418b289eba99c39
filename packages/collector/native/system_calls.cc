// SPDX-License-Identifier: Apache-2.0
#include "system_calls.h"

#include <linux/audit.h>
#include <linux/bpf.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace {

#if defined(__x86_64__)
constexpr uint32_t kArchitecture = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr uint32_t kArchitecture = AUDIT_ARCH_AARCH64;
#endif
constexpr uint32_t kX32 = 0x40000000;  // in the number of a call of the x32 ABI

// What a collector that has attached has no use for. Not a list of what it may do: that is Node's to know, and changes with its versions.
constexpr long kRefused[] = {
    SYS_execve,       SYS_execveat,     SYS_ptrace,        SYS_process_vm_writev, SYS_process_vm_readv, SYS_mount,
    SYS_umount2,      SYS_pivot_root,   SYS_chroot,        SYS_setns,             SYS_unshare,          SYS_init_module,
    SYS_finit_module, SYS_delete_module, SYS_kexec_load,   SYS_kexec_file_load,   SYS_reboot,           SYS_swapon,
    SYS_swapoff,      SYS_setuid,       SYS_setgid,        SYS_setreuid,          SYS_setregid,         SYS_setresuid,
    SYS_setresgid,    SYS_setgroups,    SYS_setfsuid,      SYS_setfsgid,          SYS_add_key,          SYS_request_key,
    SYS_keyctl,       SYS_personality,  SYS_settimeofday,  SYS_clock_settime,     SYS_clock_adjtime,    SYS_adjtimex,
    SYS_sethostname,  SYS_setdomainname, SYS_syslog,       SYS_userfaultfd,       SYS_acct,             SYS_quotactl,
};

constexpr uint32_t at(size_t field) { return static_cast<uint32_t>(field); }

sock_filter load(uint32_t offset) { return BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offset); }

// The last two instructions are "allow" and "refuse"; jumps to them are filled in when the program is whole.
std::vector<sock_filter> filter(bool loads) {
  constexpr uint8_t kRefuse = 0xff;
  std::vector<sock_filter> code = {
      load(at(offsetof(seccomp_data, arch))),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, kArchitecture, 0, kRefuse),
      load(at(offsetof(seccomp_data, nr))),
#if defined(__x86_64__)
      BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, kX32, kRefuse, 0),
#endif
  };
  for (const long number : kRefused) code.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, static_cast<uint32_t>(number), kRefuse, 0));
  if (!loads) {
    code.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_bpf, 0, 2));
    code.push_back(load(at(offsetof(seccomp_data, args[0]))));
    code.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, BPF_PROG_LOAD, kRefuse, 0));
  }
  code.push_back(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
  code.push_back(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM));
  for (size_t i = 0; i < code.size(); i++) {
    const auto rest = static_cast<uint8_t>(code.size() - 2 - i);
    if (BPF_CLASS(code[i].code) != BPF_JMP) continue;
    if (code[i].jt == kRefuse) code[i].jt = rest;
    if (code[i].jf == kRefuse) code[i].jf = rest;
  }
  return code;
}

}  // namespace

// TSYNC gives both, the filter and no_new_privs, to all threads.
int refuseSystemCalls(bool loads) {
  std::vector<sock_filter> code = filter(loads);
  const sock_fprog program = {static_cast<unsigned short>(code.size()), code.data()};
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return errno;
  const long result = syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC, &program);
  return result == 0 ? 0 : result > 0 ? ESRCH : errno;
}
