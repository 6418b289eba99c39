// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <memory>
#include <vector>

#include "boot_time.h"
#include "kernel_record.h"
#include "ring.h"

// The rings of an object, by ring_id, read as one in the order of time.
//
// A round is what both hold at one moment, up to the time of that moment: what came earlier is in it, whichever ring it is in, so that
// nothing waits for what might still come. Inside of a ring the order of reservation stays; a record that was begun earlier than its
// neighbour and finished later is behind it.
class Rings {
 public:
  using Positions = std::array<uint64_t, RINGS>;

  // `control` may be null: an object with one ring.
  Rings(std::unique_ptr<Ring> bulk, std::unique_ptr<Ring> control);

  const Ring *ring(enum ring_id id) const { return sources_[id].ring.get(); }
  Positions produced() const;
  Positions consumed() const;
  // Whether anything is there to be taken, or being written.
  bool empty() const { return produced() == consumed(); }

  void beginRound();
  // The next record of the round. It lies in the ring until the next call.
  bool next(Record &record, enum ring_id &from) {
    if (current_ != nullptr) advance(*current_);
    current_ = nullptr;
    Source &bulk = sources_[RING_BULK], &control = sources_[RING_CONTROL];
    Source &first = control.time < bulk.time || (overtakes_ && control.head.data != nullptr) ? control : bulk;
    if (first.head.data == nullptr || first.time > until_) return false;
    current_ = &first;
    taken_++;
    first.roundBytes += first.head.length;
    record = {first.head.data, first.head.length};
    from = &first == &bulk ? RING_BULK : RING_CONTROL;
    return true;
  }
  void endRound();
  // The round took nothing though something is there: it is of the round's future.
  bool held() const { return taken_ == 0 && (sources_[RING_BULK].head.data != nullptr || sources_[RING_CONTROL].head.data != nullptr); }
  // Of the round: the part of its ring that was taken, of that ring where it is more.
  double share() const;

 private:
  struct Source {
    std::unique_ptr<Ring> ring;
    Ring::Head head{nullptr, 0};
    uint64_t time = UINT64_MAX;
    size_t roundBytes = 0;
  };

  void advance(Source &source) {
    source.ring->pass(source.head.length);
    look(source);
  }
  static void look(Source &source) {
    source.head = source.ring->head();
    const Record record{source.head.data, source.head.length};
    source.time = source.head.data == nullptr ? UINT64_MAX : record.hasContext() ? record.timestamp() : 0;
  }

  std::array<Source, RINGS> sources_;
  Source *current_ = nullptr;
  uint64_t until_ = 0;
  size_t taken_ = 0;
  bool overtakes_ = false;  // the control ring is filling: its records come at once, and the others late
};
