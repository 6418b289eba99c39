// SPDX-License-Identifier: Apache-2.0
#include "ring.h"

#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>

#include "kernel_error.h"

static void *mapped(int fd, size_t bytes, int protection, off_t offset) {
  void *memory = mmap(nullptr, bytes, protection, MAP_SHARED, fd, offset);
  if (memory != MAP_FAILED) return memory;
  int code = errno;
  throw KernelError("start: ring buffer: mmap: " + errnoText(code), code);
}

Ring::Ring(int fd, size_t bytes)
    : fd_(fd), mask_(bytes - 1), page_(static_cast<size_t>(sysconf(_SC_PAGESIZE))), mappedBytes_(page_ + 2 * bytes) {
  consumed_ = static_cast<uint64_t *>(mapped(fd, page_, PROT_READ | PROT_WRITE, 0));
  uint8_t *producer;
  try {
    producer = static_cast<uint8_t *>(mapped(fd, mappedBytes_, PROT_READ, static_cast<off_t>(page_)));
  } catch (...) {
    munmap(consumed_, page_);
    throw;
  }
  produced_ = reinterpret_cast<const uint64_t *>(producer);
  data_ = producer + page_;
  position_ = published_ = end_ = *consumed_;
}

Ring::~Ring() {
  munmap(const_cast<uint8_t *>(data_ - page_), mappedBytes_);
  munmap(consumed_, page_);
}
