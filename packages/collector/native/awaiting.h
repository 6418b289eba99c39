// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <atomic>
#include <deque>
#include <map>

#include "bytes.h"
#include "containers.h"
#include "rings.h"

// Records whose scopes depend on what a runtime has not told yet of their container. They are kept until it has, each no longer than a
// bound; then they are judged as those of a container of which nothing is known.
class Awaiting {
 public:
  struct Kept {
    Bytes bytes;
    uint64_t scopes;
    uint64_t number;  // order of arrival
    enum ring_id ring;
    Record record() const { return {bytes.data(), static_cast<uint32_t>(bytes.size())}; }
  };

  // How long a record may be kept; before there are any.
  void setBound(uint64_t ns) { boundNs_ = ns; }
  // Until when, ns since boot.
  uint64_t until(const Record &record) const { return record.timestamp() + boundNs_; }

  void add(uint32_t container, const Record &record, uint64_t scopes, enum ring_id ring);
  bool empty() const { return kept_.empty(); }
  // Up to where in the rings all has been taken and is not kept. Behind a round; anyone may ask.
  void notePassed(const Rings &rings);
  Rings::Positions passed() const;

  // Hands to take(kept) what is kept of containers that are described now, or was kept for long enough; all where the memory is full.
  template <typename Take>
  void release(uint64_t now, const Containers &containers, Take take) {
    const bool full = bytes_ > kMaxBytes;
    for (auto each = kept_.begin(); each != kept_.end();) {
      auto &[container, records] = *each;
      const bool all = full || containers.isDescribed(container);
      while (!records.empty() && (all || now >= until(records.front().record()))) {
        bytes_ -= records.front().bytes.size();
        take(records.front());
        records.pop_front();
      }
      each = records.empty() ? kept_.erase(each) : std::next(each);
    }
  }

 private:
  static constexpr size_t kMaxBytes = size_t{64} << 20;

  uint64_t oldest() const;

  std::map<uint32_t, std::deque<Kept>> kept_;  // by container, none empty
  uint64_t boundNs_ = 0;
  size_t bytes_ = 0;
  uint64_t number_ = 0;
  // What was kept when the rings were consumed up to these positions has a smaller number.
  uint64_t markNumber_ = 0;
  Rings::Positions mark_{};
  std::array<std::atomic<uint64_t>, RINGS> passed_{};
};
