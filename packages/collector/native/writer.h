// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <thread>

#include "doorbell.h"
#include "outgoing.h"
#include "sink.h"

// The thread between queue and sink. While it waits for frames, whoever brings some writes them in its place, if that cannot block: its
// wake-up costs more than the write.
class Writer {
 public:
  // `failed` is called once, on the writer's thread, when writing has ended for good.
  Writer(Queue &queue, size_t queueBytes, Sink &sink, Bytes preamble, std::unique_ptr<Spill> spill, std::function<void(const std::string &)> failed);
  ~Writer();

  void start();
  // There may be frames in the queue; from the thread that puts them there.
  void publish();
  // Waits until the queue is written, or the sink has taken nothing for `stallMs`: what is left is then dropped and counted.
  void drain(int stallMs);
  // Writes what came since, unless the sink had stalled and still does, and ends.
  void finish();
  // Ends where it is: gives the order, without waiting.
  void cancel() { give(Order::kCancel); }
  void join();

  const Outgoing &outgoing() const { return outgoing_; }
  bool hasReader() const { return hasReader_; }
  std::string error() const;

 private:
  enum class Order { kRun, kDrain, kFinish, kCancel };

  void give(Order order);
  void run();
  bool writeHere();
  bool step();
  ssize_t writeNext(Queue::Span next);
  void relieve();
  void wait();
  void waitForReader();
  void waitForFrames();
  void writeFailed(int error);
  void leave();
  void settle();
  bool isDone();
  // Until the sink counts as stalled; -1: it may take its time.
  int patienceMs() const;
  // With a disk, the queue is looked at while the sink is waited for.
  int waitMs() const;

  const size_t keepBytes_;  // in the queue, before it goes to the disk
  Sink &sink_;
  Outgoing outgoing_;
  std::function<void(const std::string &)> failed_;
  Doorbell bell_;
  std::thread thread_;
  std::mutex turn_;  // who writes; the thread's own but while it waits for frames

  std::atomic<Order> order_{Order::kRun};
  std::atomic<int> stallMs_{0};
  std::atomic<int64_t> progressMs_{0};  // when the sink last took bytes, or was first asked to drain
  std::atomic<bool> hasReader_{false};
  mutable std::mutex mutex_;
  std::condition_variable settled_;
  bool isSettled_ = false;
  std::string error_;
  bool dead_ = false;     // of the writer's thread: writing has ended
  bool hasLeft_ = false;  // likewise: to the next run what the reader did not take
};
