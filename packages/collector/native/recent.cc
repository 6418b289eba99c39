// SPDX-License-Identifier: Apache-2.0
#include "recent.h"

#include <algorithm>
#include <new>

#include "frame.h"

namespace {

// What tracee-rules reads ahead of its signatures (slots of rules-engine/src/input/shared_chunks.ts).
constexpr size_t kReaderBytes = 1 << 20;
// What the pipe holds, the same for its reader, and the frame that was cut.
constexpr size_t kKeptBytes = (1 << 20) + kReaderBytes + frame::kMaxPayloadBytes + frame::kHeadBytes;
// What was read is matched within milliseconds. An engine that is stuck is interrupted after 3 s of CPU time.
constexpr int64_t kWorkMs = 10'000;
// A block is of one size of the queue's chunks, and of a second where few events come.
constexpr size_t kBlockBytes = 256 * 1024;
constexpr int64_t kBlockMs = 1000;

}  // namespace

void Recent::add(const uint8_t *frames, size_t bytes, int64_t now) {
  if (bytes == 0) return;
  if (blocks_.empty() || blocks_.back().frames.size() + bytes > kBlockBytes || now - blocks_.back().began >= kBlockMs) {
    Bytes fresh;
    while (!blocks_.empty() && bytes_ - blocks_.front().frames.size() >= kKeptBytes) {
      bytes_ -= blocks_.front().frames.size();
      fresh.swap(blocks_.front().frames);  // its memory is used again
      blocks_.pop_front();
    }
    fresh.clear();
    blocks_.push_back({std::move(fresh), now});
  }
  try {
    Bytes &block = blocks_.back().frames;
    block.reserve(kBlockBytes);
    block.insert(block.end(), frames, frames + bytes);
    bytes_ += bytes;
  } catch (const std::bad_alloc &) {
    clear();  // the writer needs it only when a reader goes
  }
}

void Recent::clear() {
  blocks_.clear();
  bytes_ = 0;
}

Bytes Recent::take(size_t unread) {
  const size_t read = bytes_ - std::min(bytes_, unread);
  const size_t settled = read - std::min(read, kReaderBytes);
  // When the last that was read had been written: a reader that stood still for a minute did so with what it read before.
  int64_t latest = 0;
  size_t at = 0;
  for (const Block &block : blocks_) {
    if (at < read) latest = block.began;
    at += block.frames.size();
  }
  Bytes again;
  at = 0;
  for (const Block &block : blocks_) {
    const bool isOld = block.began < latest - kWorkMs;
    frame::walk(block.frames.data(), block.frames.data() + block.frames.size(), [&](const uint8_t *head, size_t size) {
      const size_t end = at += size;
      if (end <= read && (end <= settled || isOld)) return;
      again.insert(again.end(), head, head + size);
      if (end <= read && frame::kindOf(head) == frame::kEvent) frame::setFlag(again.data() + again.size() - size, frame::kResent);
    });
  }
  clear();
  return again;
}
