// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <cstdint>
#include <vector>

#include "kernel_record.h"

// The record numbers of each lane of each CPU (record.h). Numbers begin at 0 and every record that was built takes one, sent or not, so
// that a gap is a loss of that lane's ring, at its place.
class Sequences {
 public:
  // `start`: before it nothing can have been lost, ns since boot.
  Sequences(size_t cpus, uint64_t start) : cpus_(cpus, Cpu{{}, filled(start)}) {}

  bool has(uint16_t cpu) const { return cpu < cpus_.size(); }

  // Notes a record; how many are missing right before it.
  uint64_t note(uint16_t cpu, uint64_t sequence, uint64_t timestamp) {
    Cpu &state = cpus_[cpu];
    const uint64_t lane = sequence >> SEQUENCE_LANE_SHIFT;
    uint64_t &next = state.next[lane];
    const uint64_t number = sequence & ((uint64_t{1} << SEQUENCE_LANE_SHIFT) - 1);
    const uint64_t missing = number > next ? number - next : 0;
    next = number + 1;
    state.latest[lane % RINGS] = timestamp;
    return missing;
  }

  size_t size() const { return cpus_.size(); }
  // Of the latest record of a ring, ns since boot.
  uint64_t latest(uint16_t cpu, enum ring_id ring) const { return cpus_[cpu].latest[ring]; }

 private:
  struct Cpu {
    std::array<uint64_t, SEQUENCE_LANES> next;
    std::array<uint64_t, RINGS> latest;
  };
  static std::array<uint64_t, RINGS> filled(uint64_t start) {
    std::array<uint64_t, RINGS> latest;
    latest.fill(start);
    return latest;
  }
  std::vector<Cpu> cpus_;
};
