// SPDX-License-Identifier: Apache-2.0
#include "every_thread.h"

#include <dirent.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <set>

// Capabilities and such are a thread's own, and the C library changes them for all threads only with setuid and its kin. It does so by a
// signal that it lets nobody block; here the same signal is borrowed for a moment, by the kernel's own call, since the library's refuses it.
namespace {

constexpr int kSignal = 33;
constexpr int kWaitUs = 100;
constexpr int kWaits = 20'000;  // 2 s

// As the kernel has it.
struct KernelAction {
  void (*handler)(int);
  unsigned long flags;
  void (*restorer)();
  uint64_t mask;
};

std::atomic<void (*)()> acting{nullptr};
std::atomic<int> acted{0};

void handle(int) {
  const int before = errno;
  if (void (*act)() = acting) act();
  acted++;
  errno = before;
}

#if defined(__x86_64__)
extern "C" void tracee_signal_return();
asm(".text\n.type tracee_signal_return, @function\ntracee_signal_return:\n  mov $15, %rax\n  syscall\n");
constexpr unsigned long kRestorer = 0x04000000;  // SA_RESTORER
void (*const restorer)() = tracee_signal_return;
#else
constexpr unsigned long kRestorer = 0;
void (*const restorer)() = nullptr;
#endif

std::set<int> threads() {
  std::set<int> ids;
  DIR *entries = opendir("/proc/self/task");
  while (const dirent *entry = entries == nullptr ? nullptr : readdir(entries)) {
    if (const int id = atoi(entry->d_name)) ids.insert(id);
  }
  if (entries != nullptr) closedir(entries);
  return ids;
}

bool waitFor(int count) {
  for (int i = 0; i < kWaits && acted < count; i++) usleep(kWaitUs);
  return acted >= count;
}

// Threads that begin meanwhile are as their creator was: it is looked again until nobody new is there.
bool signalAll() {
  std::set<int> done{static_cast<int>(syscall(SYS_gettid))};
  acted = 0;
  int sent = 0;
  for (bool fresh = true; fresh;) {
    fresh = false;
    for (const int id : threads()) {
      if (!done.insert(id).second) continue;
      fresh = true;
      if (syscall(SYS_tgkill, getpid(), id, kSignal) == 0) sent++;
    }
    if (!waitFor(sent)) return false;
  }
  return true;
}

}  // namespace

bool onEveryThread(void (*act)()) {
  KernelAction action = {handle, SA_RESTART | kRestorer, restorer, 0}, before = {};
  acting = act;
  if (syscall(SYS_rt_sigaction, kSignal, &action, &before, sizeof action.mask) != 0) return false;
  act();
  const bool all = signalAll();
  syscall(SYS_rt_sigaction, kSignal, &before, nullptr, sizeof action.mask);
  return all;
}
