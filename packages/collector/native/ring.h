// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <cstdint>

// The consumer's end of a BPF ring buffer (layout: kernel/bpf/ringbuf.c, stable since 5.8). libbpf's own reader runs until the ring is
// empty, which under a flood is never; this one goes in rounds, so that frames are published in between.
class Ring {
 public:
  struct Head {
    const uint8_t *data;  // null: none
    uint32_t length;
  };

  // Throws KernelError.
  Ring(int fd, size_t bytes);
  ~Ring();
  Ring(const Ring &) = delete;
  Ring &operator=(const Ring &) = delete;

  // Readable when a record is there and the producer gave a wake-up.
  int fd() const { return fd_; }
  size_t size() const { return mask_ + 1; }
  // Bytes that were ever produced, and consumed.
  uint64_t produced() const { return __atomic_load_n(produced_, __ATOMIC_ACQUIRE); }
  uint64_t consumed() const { return __atomic_load_n(consumed_, __ATOMIC_ACQUIRE); }

  // What was produced until now is the round.
  void beginRound() { end_ = produced(); }
  // The next record; none at the end of the round, or behind one that is still being written.
  Head head() {
    while (position_ < end_) {
      const uint8_t *head = data_ + (position_ & mask_);
      const uint32_t word = __atomic_load_n(reinterpret_cast<const uint32_t *>(head), __ATOMIC_ACQUIRE);
      if (word & kBusy) break;
      if (!(word & kDiscarded)) return {head + kHead, word};
      pass(word & ~kDiscarded);
    }
    return {nullptr, 0};
  }
  // Goes on behind a record of this length.
  void pass(uint32_t length) {
    position_ += (length + kHead + 7) & ~uint64_t{7};
    if (position_ - published_ >= kPublishBytes) publish();
  }
  // Gives back the room of all that was passed.
  void publish() {
    if (position_ == published_) return;
    __atomic_store_n(consumed_, position_, __ATOMIC_RELEASE);
    published_ = position_;
  }

 private:
  static constexpr uint32_t kBusy = 1u << 31;
  static constexpr uint32_t kDiscarded = 1u << 30;
  static constexpr uint32_t kHead = 8;
  // Room is given back in steps: the line it is written to is read by every producer.
  static constexpr uint64_t kPublishBytes = 16 * 1024;

  int fd_;
  uint64_t mask_;
  size_t page_;
  size_t mappedBytes_;
  uint64_t *consumed_;
  const uint64_t *produced_;
  const uint8_t *data_;  // mapped twice in a row, so that no record is torn by the end
  uint64_t position_;
  uint64_t published_;
  uint64_t end_;
};
