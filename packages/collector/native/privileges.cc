// SPDX-License-Identifier: Apache-2.0
#include "privileges.h"

#include <linux/capability.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <string>

#include "arguments.h"
#include "every_thread.h"
#include "js_values.h"
#include "kernel_error.h"
#include "system_calls.h"

namespace {

constexpr int kCapabilities = 64;

// For the handler, which takes no arguments.
std::atomic<uint64_t> kept{0};
std::atomic<int> failure{0};

// Keeps what it has of `kept`. The bounding set can be lowered only by who has CAP_SETPCAP: without that it holds nothing to be had.
void lower() {
  const uint64_t keep = kept;
  for (int number = 0; number < kCapabilities; number++) {
    if ((keep >> number & 1) == 0) prctl(PR_CAPBSET_DROP, number, 0, 0, 0);
  }
  __user_cap_header_struct head = {_LINUX_CAPABILITY_VERSION_3, 0};
  __user_cap_data_struct data[2] = {};
  if (syscall(SYS_capget, &head, data) != 0) {
    failure = errno;
    return;
  }
  for (int half = 0; half < 2; half++) {
    const auto mask = static_cast<uint32_t>(keep >> (32 * half));
    data[half].permitted &= mask;
    data[half].effective &= mask;
    data[half].inheritable = 0;
  }
  if (syscall(SYS_capset, &head, data) != 0) failure = errno;
}

}  // namespace

Napi::Value dropPrivileges(const Napi::CallbackInfo &info) {
  return guarded(info.Env(), [&]() -> Napi::Value {
    require(info[0].IsBigInt(), "dropPrivileges: a set of capabilities is needed");
    bool lossless = false;
    kept = info[0].As<Napi::BigInt>().Uint64Value(&lossless);
    failure = 0;
    if (!onEveryThread(lower)) throw KernelError("drop privileges: a thread does not answer", ETIMEDOUT);
    if (failure != 0) throw KernelError("drop privileges: " + errnoText(failure), failure);
    const int refused = refuseSystemCalls(info[1].ToBoolean());
    if (refused != 0) throw KernelError("drop privileges: seccomp: " + errnoText(refused), refused);
    return info.Env().Undefined();
  });
}
