// SPDX-License-Identifier: Apache-2.0
#include "pipeline.h"

#include <bpf/libbpf.h>

#include <algorithm>

Pipeline::Pipeline(const BpfObject &object, const Residues &residues, std::unique_ptr<Sink> sink, Bytes preamble, size_t queueBytes, bool sorted,
                   std::unique_ptr<Spill> spill, std::function<void(const std::string &)> failed,
                   std::function<void(std::vector<ContainerChange>)> containersChanged)
    : counters_(object.countersFd()),
      rings_(object.ring(RING_BULK), object.ring(RING_CONTROL)),
      queue_(queueBytes),
      sink_(std::move(sink)),
      writer_(queue_, queueBytes, *sink_, std::move(preamble), std::move(spill), std::move(failed)),
      consumer_(rings_,
                {object.needWakeup(), object.pulse(), residues, counters_, object.controlEvents(), object.throttledFd(),
                 object.cgroupCountsFd(), object.cgroupCounts(), static_cast<size_t>(libbpf_num_possible_cpus())},
                sorted, queue_, [this] { writer_.publish(); }, std::move(containersChanged)) {}

void Pipeline::start() {
  writer_.start();
  consumer_.start();
}

bool Pipeline::isPulseBack() {
  bool back = true;
  for (const enum ring_id id : {RING_BULK, RING_CONTROL}) back = back && (rings_.ring(id) == nullptr || consumer_.pulse().isBack(id));
  return back;
}

void Pipeline::drain(int stallMs) {
  consumer_.drainAndStop();
  consumer_.tellTailLosses();
  writer_.drain(stallMs);
}

void Pipeline::finish(const Bytes &lastFrames) {
  consumer_.finish(lastFrames.data(), lastFrames.size());
  writer_.finish();
  sink_->disconnect();
}

void Pipeline::cancel() {
  consumer_.cancel();
  writer_.cancel();
}

void Pipeline::join() {
  consumer_.join();
  writer_.join();
  sink_->disconnect();
}

Totals Pipeline::totals() const {
  const Outgoing &out = writer_.outgoing();
  const Injected &injected = consumer_.injected();
  Totals totals;
  totals.written = out.events();
  totals.bytes = out.bytes();
  totals.consumed = consumer_.consumed();
  totals.decodeErrors = consumer_.decodeErrors();
  totals.undescribed = consumer_.undescribed();
  totals.queued = queue_.queued();
  totals.spilled = out.spilledBytes();
  totals.recovered = out.recovered();
  totals.resent = out.resent();
  totals.damagedSegments = out.damagedSegments();
  totals.memoryRefused = queue_.wasRefused();
  totals.reader = writer_.hasReader();
  totals.error = writer_.error();

  // The kernel's counts last: so nothing is delivered that is not produced yet.
  for (const schema::Event &event : schema::kEvents) {
    const uint16_t id = event.id;
    const uint64_t dropped = consumer_.queueFull()[id].get() + injected.dropped()[id].get() + out.dropped()[id].get();
    totals.queueFull += dropped;
    totals.events.push_back({id, injected.produced()[id].get(), out.delivered()[id].get(), 0, 0, dropped, consumer_.filtered()[id].get(), 0});
  }
  std::vector<KernelCount> kernel(schema::kEventIdMax + 1);
  for (const KernelCount &count : counters_.byEvent()) kernel[count.eventId] = count;
  for (EventTotals &each : totals.events) {
    each.produced += kernel[each.id].produced;
    each.ringFull = kernel[each.id].ringFull;
    each.tooLarge = kernel[each.id].tooLarge;
    each.throttled = kernel[each.id].throttled;
  }
  auto silent = [](const EventTotals &each) { return each.produced == 0 && each.delivered == 0; };
  totals.events.erase(std::remove_if(totals.events.begin(), totals.events.end(), silent), totals.events.end());
  return totals;
}
