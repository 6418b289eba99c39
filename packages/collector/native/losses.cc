// SPDX-License-Identifier: Apache-2.0
#include "losses.h"

#include <algorithm>

#include "frame.h"

namespace {

constexpr size_t kLossFrameBytes = frame::kHeadBytes + 3 + 9 + 3 + 2 + 3 + 9 + 9 + 9;

void putLoss(Output &out, LossReason reason, const Losses::Loss &loss) {
  uint8_t *at = frame::open(out.at, frame::kLoss);
  at = msgpack::array16(at, 7);
  at = msgpack::u64(at, loss.last);
  at = msgpack::u16(at, loss.cpu);
  at = msgpack::u8(at, static_cast<uint8_t>(reason));
  at = msgpack::u16(at, loss.eventId);
  at = msgpack::u64(at, loss.count);
  at = msgpack::u64(at, loss.first);
  at = msgpack::u64(at, loss.last);
  frame::close(out.at, at);
  out.at = at;
}

}  // namespace

void Losses::add(LossReason reason, const Loss &loss) {
  const auto known = std::find_if(pending_.begin(), pending_.end(), [&](const Pending &pending) {
    return pending.reason == reason && pending.loss.eventId == loss.eventId;
  });
  if (known == pending_.end()) {
    pending_.push_back({reason, loss});
    return;
  }
  Loss &sum = known->loss;
  sum.count += loss.count;
  sum.cpu = loss.cpu;
  sum.first = std::min(sum.first, loss.first);
  sum.last = std::max(sum.last, loss.last);
}

bool Losses::put(Queue &queue) {
  // Else the end of a full chunk would fill with loss frames for each event that does not fit there.
  if (!queue.makeRoom(pending_.size() * kLossFrameBytes + Encoder::kLeastRoom)) return false;
  for (const Pending &each : pending_) putLoss(queue.output(), each.reason, each.loss);
  pending_.clear();
  return true;
}
