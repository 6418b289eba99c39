// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <pthread.h>

#include <csignal>
#include <cstdio>
#include <functional>
#include <thread>

// A named thread that takes no signals: those are for the thread that runs JavaScript.
inline std::thread startThread(const char *name, std::function<void()> run) {
  sigset_t all;
  sigset_t before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  std::thread thread(std::move(run));
  pthread_sigmask(SIG_SETMASK, &before, nullptr);
  char full[16];
  snprintf(full, sizeof full, "tracee-%s", name);
  pthread_setname_np(thread.native_handle(), full);
  return thread;
}
