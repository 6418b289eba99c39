// SPDX-License-Identifier: Apache-2.0
#include "running.h"

#include <cstdlib>
#include <set>

#include "thread_start.h"

namespace {

// All that live in this process: process.exit() runs no hooks of the environment, only exit handlers. Never destroyed, for the same
// reason: threads may outlive static objects.
struct Registry {
  std::mutex mutex;
  std::set<Running *> all;
};
Registry &registry() {
  static Registry *const instance = new Registry;
  return *instance;
}

void abandonAll() {
  std::lock_guard<std::mutex> lock(registry().mutex);
  for (Running *running : registry().all) running->abandon();
}

}  // namespace

Running::Running() {
  static const int registered = atexit(abandonAll);
  (void)registered;
  std::lock_guard<std::mutex> lock(registry().mutex);
  registry().all.insert(this);
}

Running::~Running() {
  {
    std::lock_guard<std::mutex> lock(registry().mutex);
    registry().all.erase(this);
  }
  abandon();
}

void Running::stop(int stallMs, std::function<void()> askLast, std::function<void()> stopped) {
  stopper_ = startThread("stop", [this, stallMs, askLast = std::move(askLast), stopped = std::move(stopped)] {
    runStop(stallMs, askLast, stopped);
  });
}

void Running::runStop(int stallMs, const std::function<void()> &askLast, const std::function<void()> &stopped) {
  object->detach();
  pipeline->drain(stallMs);
  askLast();
  {
    std::unique_lock<std::mutex> lock(mutex_);
    changed_.wait(lock, [this] { return hasLast_ || abandoned_; });
    if (abandoned_) return;
  }
  pipeline->finish(last_);
  object.reset();
  stopped();
}

void Running::giveLast(Bytes frames) {
  {
    std::lock_guard<std::mutex> lock(mutex_);
    last_ = std::move(frames);
    hasLast_ = true;
  }
  changed_.notify_all();
}

void Running::joinStopper() {
  if (stopper_.joinable()) stopper_.join();
}

void Running::abandon() {
  {
    std::lock_guard<std::mutex> lock(mutex_);
    abandoned_ = true;
  }
  changed_.notify_all();
  if (pipeline) pipeline->cancel();
  joinStopper();
  if (pipeline) pipeline->join();
  object.reset();
}
