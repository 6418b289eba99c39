// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <memory>
#include <string>

#include "bpf_object.h"
#include "consumer.h"
#include "kernel_counters.h"
#include "rings.h"
#include "sink.h"
#include "writer.h"

struct EventTotals {
  uint16_t id;
  uint64_t produced;
  uint64_t delivered;
  uint64_t ringFull;
  uint64_t tooLarge;
  uint64_t queueFull;
  uint64_t filtered;
  uint64_t throttled;
};

struct Totals {
  uint64_t written = 0;
  uint64_t bytes = 0;
  uint64_t consumed = 0;
  uint64_t decodeErrors = 0;
  uint64_t queueFull = 0;
  uint64_t undescribed = 0;
  size_t queued = 0;
  uint64_t spilled = 0;
  uint64_t recovered = 0;
  uint64_t resent = 0;
  uint64_t damagedSegments = 0;
  bool memoryRefused = false;
  bool reader = false;
  std::string error;
  std::vector<EventTotals> events;
};

// ring -> consumer -> queue -> writer -> sink
class Pipeline {
 public:
  // Throws KernelError. Nothing runs before start().
  // `residues` may be changed while it runs.
  // `sorted`: every event in the order of time.
  Pipeline(const BpfObject &object, const Residues &residues, std::unique_ptr<Sink> sink, Bytes preamble, size_t queueBytes, bool sorted,
           std::unique_ptr<Spill> spill, std::function<void(const std::string &)> failed,
           std::function<void(std::vector<ContainerChange>)> containersChanged);

  void setDescriptionBound(uint64_t ns) { consumer_.setDescriptionBound(ns); }
  void learnProcesses(const Bytes &frames) { consumer_.learnProcesses(frames); }
  void walkCgroups(const CgroupFiles &files) { consumer_.walkCgroups(files); }
  void enrich(uint32_t index, const std::string &id, Bytes frame) { consumer_.enrich(index, id, std::move(frame)); }
  void describe(uint32_t index, const std::string &id, Description description) { consumer_.describe(index, id, std::move(description)); }
  void start();
  void inject(const uint8_t *frames, size_t bytes) { consumer_.inject(frames, bytes); }
  // Everything that was injected is in the queue.
  bool tookInjected() const { return !consumer_.injected().any(); }
  void sendPulse() { consumer_.pulse().send(); }
  // Whether the latest pulse came back through every ring.
  bool isPulseBack();
  // Up to where in the rings every record is in the queue, or lost.
  Rings::Positions passed() const { return consumer_.passed(); }
  Totals totals() const;
  const Rings &rings() const { return rings_; }

  // The end, in this order, once no program runs any more.
  void drain(int stallMs);
  void finish(const Bytes &lastFrames);

  // The end without waiting for anything to be written.
  void cancel();
  void join();

 private:
  KernelCounters counters_;
  Rings rings_;
  Queue queue_;
  std::unique_ptr<Sink> sink_;
  Writer writer_;
  Consumer consumer_;
};
