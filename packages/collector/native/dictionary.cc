// SPDX-License-Identifier: Apache-2.0
#include "dictionary.h"

#include "frame.h"

// Payload: array16, u8 dictionary, u32 index, strings.
void Dictionary::define(const uint8_t *head, size_t size) {
  constexpr size_t kDictionary = frame::kHeadBytes + 3 + 1;
  constexpr size_t kIndex = kDictionary + 1 + 1;
  uint32_t index;
  if (size < kIndex + sizeof index) return;
  memcpy(&index, head + kIndex, sizeof index);
  entries_[{head[kDictionary], __builtin_bswap32(index)}].assign(head, head + size);
}

void Dictionary::appendTo(Bytes &frames) const {
  for (const auto &[key, entry] : entries_) frames.insert(frames.end(), entry.begin(), entry.end());
}
