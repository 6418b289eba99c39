// SPDX-License-Identifier: Apache-2.0
#include "pulse.h"

#include <sys/prctl.h>

#include <cstdio>
#include <cstring>
#include <random>

// The name is back before anybody has seen it, and cannot be guessed. The hook has run when prctl returns.
void Pulse::send() {
  char before[16] = {};
  char name[16];
  std::random_device random;
  snprintf(name, sizeof name, "%08x", static_cast<unsigned>(random()));
  uint64_t word;
  memcpy(&word, name, sizeof word);
  latest_ = word;
  __atomic_store_n(wanted_, word, __ATOMIC_SEQ_CST);
  prctl(PR_GET_NAME, before);
  prctl(PR_SET_NAME, name);
  prctl(PR_SET_NAME, before);
  __atomic_store_n(wanted_, uint64_t{0}, __ATOMIC_SEQ_CST);
}
