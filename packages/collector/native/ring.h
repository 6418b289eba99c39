// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <cstdint>

// The consumer's end of a BPF ring buffer (layout: kernel/bpf/ringbuf.c, stable since 5.8). libbpf's own reader runs until the ring is
// empty, which under a flood is never; this one takes as many records as asked for, so that frames are published in between.
class Ring {
 public:
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

  // Hands at most `limit` records to take(data, length); the number taken.
  template <typename Take>
  size_t consume(size_t limit, Take take) {
    uint64_t position = *consumed_;
    uint64_t published = position;
    const uint64_t end = __atomic_load_n(produced_, __ATOMIC_ACQUIRE);
    size_t taken = 0;
    while (taken < limit && position < end) {
      const uint8_t *head = data_ + (position & mask_);
      const uint32_t word = __atomic_load_n(reinterpret_cast<const uint32_t *>(head), __ATOMIC_ACQUIRE);
      if (word & kBusy) break;
      const uint32_t length = word & ~kDiscarded;
      position += (length + kHead + 7) & ~uint64_t{7};
      if (!(word & kDiscarded)) {
        take(head + kHead, length);
        taken++;
      }
      if (position - published >= kPublishBytes) {
        __atomic_store_n(consumed_, position, __ATOMIC_RELEASE);
        published = position;
      }
    }
    if (position != published) __atomic_store_n(consumed_, position, __ATOMIC_RELEASE);
    return taken;
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
};
