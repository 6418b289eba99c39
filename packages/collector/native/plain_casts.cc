// SPDX-License-Identifier: Apache-2.0
#include "plain_casts.h"

#include <linux/bpf.h>

#include <cstring>

namespace {
constexpr int32_t kOpenCall = 0x70636173;  // PLAIN_CALL
}  // namespace

void fillPlainCasts(Bytes &object, uint32_t function) {
  const bpf_insn open = {BPF_JMP | BPF_CALL, 0, 0, 0, kOpenCall};
  const bpf_insn cast = {BPF_JMP | BPF_CALL, 0, BPF_PSEUDO_KFUNC_CALL, 0, static_cast<int32_t>(function)};
  const bpf_insn copy = {BPF_ALU64 | BPF_MOV | BPF_X, BPF_REG_0, BPF_REG_1, 0, 0};
  for (size_t at = 0; at + sizeof open <= object.size(); at += sizeof open) {
    if (memcmp(&object[at], &open, sizeof open) == 0) memcpy(&object[at], function == 0 ? &copy : &cast, sizeof open);
  }
}
