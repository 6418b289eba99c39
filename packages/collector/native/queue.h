// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <atomic>
#include <cstdlib>
#include <mutex>
#include <vector>

#include "encoder.h"

// Frames on their way from the encoder to the writer: one thread each, no lock between them. The encoder writes straight into the last
// chunk and publishes whole frames; the writer takes them where they lie.
//
//   taken chunk -> chunk -> chunk being filled
//   ^ taken                 ^ committed   ^ output.at
//
// Near its end the queue takes only frames of events that must not be lost.
enum class Priority { kBulk, kControl };

class Queue {
 public:
  static constexpr size_t kChunkBytes = 256 * 1024;

  explicit Queue(size_t maxBytes);
  ~Queue();
  Queue(const Queue &) = delete;
  Queue &operator=(const Queue &) = delete;

  // Encoder: where the next frame goes, if the queue takes that priority now.
  Output &output() { return output_; }
  bool takes(Priority priority) const { return chunks_.load(std::memory_order_relaxed) <= limit(priority); }
  // Goes on in a new chunk; false when the queue is full, or no memory is to be had. Needed where a frame does not fit the rest of the chunk.
  bool extend(Priority priority, size_t frameBytes = 0);
  // True when a frame of this size can be written at output().
  bool makeRoom(size_t frameBytes, Priority priority) {
    return takes(priority) && (output_.room() >= frameBytes || extend(priority, frameBytes));
  }
  // At the start of a chunk more room is not to be had.
  bool atChunkStart() const;
  // Publishes all that was written.
  void commit();

  // Writer: what is published and not taken, as far as it lies in a row; frames are whole. Empty: begin == end.
  struct Span {
    const uint8_t *begin;
    const uint8_t *end;
    size_t size() const { return static_cast<size_t>(end - begin); }
  };
  Span peek();
  void take(size_t bytes);

  // Writer: the disk behind a full queue is full, too.
  void setSpillFull(bool full) { spillFull_.store(full, std::memory_order_relaxed); }
  bool spillFull() const { return spillFull_.load(std::memory_order_relaxed); }

  // Anyone: bytes published and not taken.
  size_t queued() const;
  // Memory was refused, so that the queue is as small as it was then.
  bool wasRefused() const { return refused_.load(std::memory_order_relaxed); }

 private:
  struct Chunk {
    std::atomic<size_t> committed{0};
    std::atomic<Chunk *> next{nullptr};
    size_t capacity;
    uint8_t *data() { return reinterpret_cast<uint8_t *>(this + 1); }
  };
  // Kept for reuse: fresh memory costs page faults.
  static constexpr size_t kSpareChunks = 16;

  size_t limit(Priority priority) const { return priority == Priority::kControl ? maxChunks_ : maxChunks_ - reserved_; }
  Chunk *allocate(size_t capacity);
  void makeDo();
  void release(Chunk *chunk);

  size_t maxChunks_;
  size_t reserved_;  // for control
  // Never touched, so that it costs nothing. When memory is refused it goes, and the rest of the process lives on it.
  static constexpr size_t kAsideBytes = 16 << 20;
  void *aside_ = malloc(kAsideBytes);
  std::atomic<bool> refused_{false};
  std::atomic<size_t> chunks_{0};
  std::atomic<uint64_t> committedBytes_{0};
  std::atomic<uint64_t> takenBytes_{0};
  std::atomic<bool> spillFull_{false};
  std::mutex spareMutex_;
  std::vector<Chunk *> spare_;

  Chunk *last_;
  Output output_;
  Chunk *first_;
  size_t taken_ = 0;
};
