// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <atomic>
#include <memory>
#include <queue>
#include <vector>

#include "bytes.h"
#include "rings.h"

// Keeps records until no earlier one can come (--output sort-events). All that was reserved in the rings before a moment has been taken
// once they are consumed up to where they stood then; and a record is reserved soon after its time was taken.
class Sorter {
 public:
  struct Kept {
    Bytes bytes;
    uint64_t time;
    uint64_t number;  // order of arrival, between equals
    uint64_t scopes;
    enum ring_id ring;
    bool isFrame;  // the bytes are an event frame, else a record
    Record record() const { return {bytes.data(), static_cast<uint32_t>(bytes.size())}; }
  };

  void add(const Record &record, uint64_t scopes, enum ring_id ring);
  // An event frame that did not come through a ring.
  void add(const Bytes &frame);
  bool empty() const { return kept_.empty(); }
  // Up to which time nothing is to come; behind a round.
  uint64_t settled(const Rings &rings);
  // Up to where in the rings all has been taken and has left the sorter. Behind release(); anyone may ask.
  void notePassed(const Rings &rings, uint64_t until);
  Rings::Positions passed() const;

  // Hands what lies before `until` to take(kept), in the order of time; more where the memory is full.
  template <typename Take>
  void release(uint64_t until, Take take) {
    while (!kept_.empty() && (kept_.top()->time < until || bytes_ > kMaxBytes)) {
      const std::shared_ptr<Kept> first = kept_.top();
      kept_.pop();
      bytes_ -= first->bytes.size();
      take(*first);
    }
  }

 private:
  // From a record's time to its place in the ring: a path to resolve, an interrupt, on a virtual machine a pause.
  static constexpr uint64_t kDelayNs = 20'000'000;
  static constexpr size_t kMaxBytes = size_t{64} << 20;

  struct Later {
    bool operator()(const std::shared_ptr<Kept> &a, const std::shared_ptr<Kept> &b) const {
      return a->time != b->time ? a->time > b->time : a->number > b->number;
    }
  };
  std::priority_queue<std::shared_ptr<Kept>, std::vector<std::shared_ptr<Kept>>, Later> kept_;
  size_t bytes_ = 0;
  uint64_t number_ = 0;
  uint64_t markTime_ = 0;
  Rings::Positions mark_{};
  uint64_t settled_ = 0;
  // All that lay in the rings before these positions is older than this time.
  uint64_t heldTime_ = 0;
  Rings::Positions held_{};
  std::array<std::atomic<uint64_t>, RINGS> passed_{};
};
