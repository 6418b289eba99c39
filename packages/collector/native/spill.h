// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <atomic>
#include <deque>
#include <memory>
#include <string>

#include "bytes.h"
#include "disk_sync.h"

// Frames on disk, first in, first out: what the queue has no room for while the reader is slow or away. Of the writer's thread.
//
//   directory:  0000000000000007.spill 0000000000000008.spill ...        a segment each, in this order
//   segment:    head (magic, cursor) | block | block | ...
//   block:      length u32, CRC-32C of the payload u32 | payload: whole frames
//
// The first block of a segment is its prologue: the header and dictionary that its frames need. The cursor says how far the segment was
// delivered. What was appended survives the end of the process, however it ends. The disk is asked for a segment when it is full: a power
// cut costs the newest segment, and those that the disk is late with. A block that is cut or damaged ends its segment. A segment that is
// delivered is removed.
class Spill {
 public:
  static constexpr size_t kSegmentBytes = 16 << 20;

  // Throws KernelError: not a directory of ours alone, or in use by another collector. Finds what an earlier run left.
  Spill(const std::string &directory, uint64_t maxBytes);
  ~Spill();
  Spill(const Spill &) = delete;
  Spill &operator=(const Spill &) = delete;

  // Leaves the directory to others; only the counts may be asked then.
  void close();

  // Whole frames; `prologue` is asked for when a segment begins. False when there is no room: nothing was appended.
  bool append(const uint8_t *frames, size_t bytes, const Bytes &prologue);

  bool any() const { return !segments_.empty(); }
  // The first block, from what was not taken; loads it. Empty when there is nothing.
  struct Block {
    const uint8_t *begin;
    const uint8_t *end;
    uint64_t segment;  // its number: with another one comes another prologue
    bool ours;         // written by this object, not by an earlier run
  };
  Block peek();
  // Of the segment that peek() gave.
  const Bytes &prologue() const { return prologue_; }
  void take(size_t bytes);

  // Anyone: bytes on disk, and segments of which the end was cut or damaged.
  uint64_t bytes() const { return bytes_; }
  uint64_t damaged() const { return damaged_; }

 private:
  struct Segment {
    uint64_t number;
    uint64_t bytes;
    bool ours;
  };

  std::string pathOf(uint64_t number) const;
  bool beginSegment(const Bytes &prologue);
  bool writeBlock(const uint8_t *payload, size_t bytes);
  void endSegment();
  bool openFirst();
  bool readBlock(Bytes &block);
  void removeFirst();

  std::string directory_;
  int directoryFd_ = -1;
  const uint64_t maxBytes_;
  std::atomic<uint64_t> bytes_{0};
  std::atomic<uint64_t> damaged_{0};
  std::deque<Segment> segments_;
  uint64_t nextNumber_ = 1;
  std::unique_ptr<DiskSync> sync_;
  int writing_ = -1;  // the last segment
  int reading_ = -1;  // the first
  uint64_t readAt_ = 0;    // behind the block in hand
  uint64_t cursor_ = 0;    // what was delivered of the first segment
  Bytes prologue_;
  Bytes block_;
  size_t taken_ = 0;
};
