// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <deque>

#include "bytes.h"

// The frames that were written to a FIFO last. A reader that is killed takes with it what it had read and not worked off, and nobody
// knows how much that was: the next one gets all that it may have been, flagged, and then what was left in the pipe.
//
//   settled | may be worked off: flagged | left in the pipe, from the frame that was cut
class Recent {
 public:
  // Whole frames that were written at this time, in ms.
  void add(const uint8_t *frames, size_t bytes, int64_t now);
  void clear();
  // Takes out what the next reader gets when the last `unread` bytes are still in the pipe.
  Bytes take(size_t unread);

 private:
  struct Block {
    Bytes frames;
    int64_t began;
  };

  std::deque<Block> blocks_;
  size_t bytes_ = 0;
};
