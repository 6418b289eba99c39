// SPDX-License-Identifier: Apache-2.0
#include "doorbell.h"

#include <sys/eventfd.h>
#include <unistd.h>

#include <cerrno>

#include "kernel_error.h"

Doorbell::Doorbell() : fd_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
  if (fd_ < 0) throw KernelError("start: eventfd: " + errnoText(errno), errno);
}

Doorbell::~Doorbell() { close(fd_); }

void Doorbell::hush() {
  listening_.store(false, std::memory_order_relaxed);
  eventfd_t rung;
  eventfd_read(fd_, &rung);
}

void Doorbell::ringAlways() {
  listening_.store(false, std::memory_order_relaxed);
  eventfd_write(fd_, 1);
}
