// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <utility>

#include "bytes.h"

// The dictionary frames that have passed, latest by index: what a reader needs that begins here.
class Dictionary {
 public:
  void define(const uint8_t *head, size_t size);
  // Appends them all.
  void appendTo(Bytes &frames) const;

 private:
  std::map<std::pair<uint8_t, uint32_t>, Bytes> entries_;  // by dictionary and index
};
