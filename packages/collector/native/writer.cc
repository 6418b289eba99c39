// SPDX-License-Identifier: Apache-2.0
#include "writer.h"

#include <poll.h>

#include <algorithm>
#include <cerrno>
#include <chrono>

#include "thread_start.h"

namespace {

// A FIFO is tried again this often. inotify is no help: the open() of a reader that blocks is reported only when a writer has come.
constexpr int kReaderRetryMs = 100;
// In this time a flood fills less than half of a queue of 2 MiB.
constexpr int kSpillMs = 10;

int64_t nowMs() {
  using namespace std::chrono;
  return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

}  // namespace

Writer::Writer(Queue &queue, size_t queueBytes, Sink &sink, Bytes preamble, std::unique_ptr<Spill> spill,
               std::function<void(const std::string &)> failed)
    : keepBytes_(queueBytes / 2), sink_(sink), outgoing_(queue, std::move(preamble), std::move(spill), sink.reconnects()), failed_(std::move(failed)), hasReader_(sink.connected()) {
  outgoing_.begin();
}

Writer::~Writer() {
  cancel();
  join();
}

void Writer::start() {
  thread_ = startThread("writer", [this] { run(); });
}

void Writer::drain(int stallMs) {
  stallMs_ = stallMs;
  progressMs_ = nowMs();
  give(Order::kDrain);
  std::unique_lock<std::mutex> lock(mutex_);
  settled_.wait(lock, [this] { return isSettled_ || order_ == Order::kCancel; });
}

void Writer::finish() {
  give(Order::kFinish);
  join();
}

void Writer::join() {
  if (thread_.joinable()) thread_.join();
}

std::string Writer::error() const {
  std::lock_guard<std::mutex> lock(mutex_);
  return error_;
}

// Orders only grow: a cancel is not taken back by a drain that comes later.
void Writer::give(Order order) {
  {
    std::lock_guard<std::mutex> lock(mutex_);
    order_ = std::max(order_.load(), order);
  }
  settled_.notify_all();
  bell_.ringAlways();
}

void Writer::publish() {
  if (!writeHere()) bell_.ring();
}

// Writes all there is in place of the thread, if that waits for frames; true when nothing is left.
bool Writer::writeHere() {
  std::unique_lock<std::mutex> turn(turn_, std::try_to_lock);
  if (!turn.owns_lock() || order_ != Order::kRun || !sink_.connected() || sink_.mayBlock() || outgoing_.spills()) return false;
  for (;;) {
    const Queue::Span next = outgoing_.next();
    if (next.size() == 0) return true;
    if (writeNext(next) <= 0) return false;
  }
}

void Writer::run() {
  std::lock_guard<std::mutex> turn(turn_);
  while (order_ != Order::kCancel) {
    if (!dead_ && !hasLeft_ && step()) continue;
    if (order_ == Order::kRun || !isDone()) wait();
    else if (order_ == Order::kDrain) settle();
    else break;
  }
  outgoing_.end();
}

// Writes once; false when there is nothing to write, or the sink does not take it.
bool Writer::step() {
  relieve();
  if (!sink_.connected()) {
    if (sink_.connect() != 0) return false;
    outgoing_.begin();
    hasReader_ = true;
  }
  if (sink_.isFile()) outgoing_.repeatDictionary();
  const Queue::Span next = outgoing_.next();
  if (next.size() == 0) return false;
  const ssize_t written = writeNext(next);
  if (written > 0) return true;
  if (written == -EAGAIN) return false;
  if (written != -EINTR) writeFailed(static_cast<int>(-written));
  return !dead_;
}

ssize_t Writer::writeNext(Queue::Span next) {
  const ssize_t written = sink_.write(next.begin, next.size());
  if (written <= 0) return written;
  progressMs_ = nowMs();
  outgoing_.advance(static_cast<size_t>(written), progressMs_);
  return written;
}

void Writer::relieve() {
  if (outgoing_.spills() && !dead_) outgoing_.spill(keepBytes_);
}

// A preamble alone waits for no reader.
bool Writer::isDone() {
  const bool written = sink_.connected() ? outgoing_.next().size() == 0 : !outgoing_.hasFrames();
  return dead_ || written || patienceMs() == 0;
}

int Writer::patienceMs() const {
  if (order_ == Order::kRun) return -1;
  return static_cast<int>(std::max<int64_t>(0, progressMs_ + stallMs_ - nowMs()));
}

int Writer::waitMs() const {
  const int patience = patienceMs();
  if (!outgoing_.spills()) return patience;
  return patience < 0 ? kSpillMs : std::min(patience, kSpillMs);
}

void Writer::wait() {
  if (dead_) outgoing_.dropAll();
  else if (!sink_.connected()) return waitForReader();
  if (outgoing_.next().size() == 0) return waitForFrames();
  pollfd wakers[] = {{bell_.fd(), POLLIN, 0}, {sink_.fd(), POLLOUT, 0}};
  poll(wakers, 2, waitMs());
  bell_.hush();
}

void Writer::waitForReader() {
  const int patience = waitMs();
  pollfd waker = {bell_.fd(), POLLIN, 0};
  poll(&waker, 1, patience < 0 ? kReaderRetryMs : std::min(patience, kReaderRetryMs));
  bell_.hush();
}

// Without end: a reader that goes is seen at once, and frames ring the bell.
void Writer::waitForFrames() {
  bell_.listen();
  pollfd wakers[] = {{bell_.fd(), POLLIN, 0}, {dead_ ? -1 : sink_.fd(), 0, 0}};
  if (outgoing_.next().size() == 0) {
    turn_.unlock();
    poll(wakers, 2, -1);
    turn_.lock();
  }
  bell_.hush();
  if (wakers[1].revents & (POLLERR | POLLHUP)) writeFailed(EPIPE);
}

// A FIFO waits for the next reader; all else has ended.
void Writer::writeFailed(int error) {
  const bool waits = sink_.reconnects() && error == EPIPE;
  if (waits) {
    outgoing_.takeBack(sink_.unread());
    sink_.disconnect();
  }
  hasReader_ = false;
  if (waits) return;
  dead_ = true;
  if (sink_.isFile()) sink_.cut(outgoing_.cut());
  const std::string message = sink_.describe(error);
  {
    std::lock_guard<std::mutex> lock(mutex_);
    error_ = message;
  }
  failed_(message);
}

// A reader that does not read gets whole frames and no more: the next run begins with the frame that was cut.
void Writer::leave() {
  if (dead_ || !sink_.connected() || !outgoing_.spills()) return;
  if (outgoing_.cut() > 0 && sink_.takeBack(outgoing_.cut())) outgoing_.uncut();
  hasLeft_ = outgoing_.cut() == 0;
}

// Done with draining: gives up what the sink did not take, and waits for the last frames.
void Writer::settle() {
  if (dead_ || !sink_.connected() || outgoing_.next().size() > 0) {
    leave();
    outgoing_.drop();
    stallMs_ = 0;
  }
  {
    std::lock_guard<std::mutex> lock(mutex_);
    isSettled_ = true;
  }
  settled_.notify_all();
  pollfd waker = {bell_.fd(), POLLIN, 0};
  while (order_ == Order::kDrain) {
    poll(&waker, 1, -1);
    bell_.hush();
  }
  progressMs_ = nowMs();
}
