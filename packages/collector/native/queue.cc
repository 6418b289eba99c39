// SPDX-License-Identifier: Apache-2.0
#include "queue.h"

#include <algorithm>
#include <new>

// An eighth, and 16 MiB at most, for what must not be lost.
Queue::Queue(size_t maxBytes)
    : maxChunks_(std::max<size_t>(2, maxBytes / kChunkBytes)), reserved_(std::min<size_t>(maxChunks_ / 8, 64)) {
  last_ = first_ = allocate(kChunkBytes);
  if (last_ == nullptr) throw std::bad_alloc();
  output_ = {last_->data(), last_->data() + last_->capacity};
}

Queue::~Queue() {
  for (Chunk *chunk = first_; chunk != nullptr;) {
    Chunk *next = chunk->next.load(std::memory_order_relaxed);
    free(chunk);
    chunk = next;
  }
  for (Chunk *chunk : spare_) free(chunk);
  free(aside_);
}

bool Queue::atChunkStart() const { return output_.at == last_->data(); }

bool Queue::extend(Priority priority, size_t frameBytes) {
  if (chunks_.load(std::memory_order_relaxed) >= limit(priority)) return false;
  Chunk *chunk = allocate(std::max(kChunkBytes, frameBytes));
  if (chunk == nullptr) return false;
  commit();
  last_->next.store(chunk, std::memory_order_release);
  last_ = chunk;
  output_ = {chunk->data(), chunk->data() + chunk->capacity};
  return true;
}

void Queue::commit() {
  const size_t written = static_cast<size_t>(output_.at - last_->data());
  const size_t before = last_->committed.load(std::memory_order_relaxed);
  if (written == before) return;
  committedBytes_.fetch_add(written - before, std::memory_order_relaxed);
  last_->committed.store(written, std::memory_order_release);
}

Queue::Span Queue::peek() {
  for (;;) {
    const size_t committed = first_->committed.load(std::memory_order_acquire);
    if (taken_ < committed) return {first_->data() + taken_, first_->data() + committed};
    Chunk *next = first_->next.load(std::memory_order_acquire);
    if (next == nullptr) return {nullptr, nullptr};
    // With a successor nothing is added any more: only now is `committed` final.
    if (first_->committed.load(std::memory_order_acquire) != taken_) continue;
    release(first_);
    first_ = next;
    taken_ = 0;
  }
}

void Queue::take(size_t bytes) {
  taken_ += bytes;
  takenBytes_.fetch_add(bytes, std::memory_order_relaxed);
}

size_t Queue::queued() const {
  const uint64_t taken = takenBytes_.load(std::memory_order_relaxed);
  const uint64_t committed = committedBytes_.load(std::memory_order_relaxed);
  return committed > taken ? committed - taken : 0;
}

Queue::Chunk *Queue::allocate(size_t capacity) {
  Chunk *chunk = nullptr;
  if (capacity == kChunkBytes) {
    std::lock_guard<std::mutex> lock(spareMutex_);
    if (!spare_.empty()) {
      chunk = spare_.back();
      spare_.pop_back();
    }
  }
  if (chunk == nullptr) chunk = static_cast<Chunk *>(malloc(sizeof(Chunk) + capacity));
  if (chunk == nullptr) {
    makeDo();
    return nullptr;
  }
  new (chunk) Chunk{};
  chunk->capacity = capacity;
  chunks_.fetch_add(1, std::memory_order_relaxed);
  return chunk;
}

// Asks for no more than it has, with the same share for control.
void Queue::makeDo() {
  if (refused_.exchange(true, std::memory_order_relaxed)) return;
  maxChunks_ = std::max<size_t>(2, chunks_.load(std::memory_order_relaxed));
  reserved_ = std::min(reserved_, maxChunks_ / 8);
  free(aside_);
  aside_ = nullptr;
}

void Queue::release(Chunk *chunk) {
  chunks_.fetch_sub(1, std::memory_order_relaxed);
  if (chunk->capacity == kChunkBytes) {
    std::lock_guard<std::mutex> lock(spareMutex_);
    if (spare_.size() < kSpareChunks) {
      spare_.push_back(chunk);
      return;
    }
  }
  free(chunk);
}
