// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <atomic>

#include "kernel_record.h"

// A running count; written by one thread, read by any.
class Count {
 public:
  void add(uint64_t more) { value_.store(value_.load(std::memory_order_relaxed) + more, std::memory_order_relaxed); }
  void takeBack(uint64_t some) { add(-some); }
  uint64_t get() const { return value_.load(std::memory_order_relaxed); }

 private:
  std::atomic<uint64_t> value_{0};
};

// A count for each event id.
using EventCounts = std::array<Count, schema::kEventIdMax + 1>;
