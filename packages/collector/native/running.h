// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

#include "bpf_object.h"
#include "pipeline.h"

// What a session holds outside of JavaScript: the object in the kernel, the pipeline, and the thread that stops them.
class Running {
 public:
  Running();
  ~Running();
  Running(const Running &) = delete;
  Running &operator=(const Running &) = delete;

  Residues residues;  // outlives the pipeline
  std::unique_ptr<BpfObject> object;
  std::unique_ptr<Pipeline> pipeline;

  // The end in good order, on a thread of its own: detach, drain, ask for the last frames, write them, leave the kernel.
  // `askLast` and `stopped` run on that thread; askLast's answer comes by giveLast().
  void stop(int stallMs, std::function<void()> askLast, std::function<void()> stopped);
  void giveLast(Bytes frames);
  // Once `stopped` was called.
  void joinStopper();

  // The end at any stage, and at once: when it returns no thread of ours runs and nothing is left in the kernel. Called twice is well.
  void abandon();

 private:
  void runStop(int stallMs, const std::function<void()> &askLast, const std::function<void()> &stopped);

  std::thread stopper_;
  std::mutex mutex_;
  std::condition_variable changed_;
  bool abandoned_ = false;
  bool hasLast_ = false;
  Bytes last_;
};
