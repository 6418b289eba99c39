// SPDX-License-Identifier: Apache-2.0
#include "losses.h"

#include <algorithm>

#include "frame.h"

namespace {

constexpr size_t kLossFrameBytes = frame::kHeadBytes + 3 + 9 + 3 + 2 + 3 + 9 + 9 + 9 + 9;

void putLoss(Output &out, LossReason reason, const Losses::Loss &loss) {
  uint8_t *at = frame::open(out.at, frame::kLoss);
  at = msgpack::array16(at, loss.cgroupId == 0 ? 7 : 8);
  at = msgpack::u64(at, loss.last);
  at = msgpack::u16(at, loss.cpu);
  at = msgpack::u8(at, static_cast<uint8_t>(reason));
  at = msgpack::u16(at, loss.eventId);
  at = msgpack::u64(at, loss.count);
  at = msgpack::u64(at, loss.first);
  at = msgpack::u64(at, loss.last);
  if (loss.cgroupId != 0) at = msgpack::u64(at, loss.cgroupId);
  frame::close(out.at, at);
  out.at = at;
}

}  // namespace

void Losses::add(LossReason reason, const Loss &loss) {
  const auto [known, fresh] = pending_.try_emplace({reason, loss.eventId, loss.cpu, loss.cgroupId}, loss);
  if (fresh) return;
  Loss &sum = known->second;
  sum.count += loss.count;
  sum.first = std::min(sum.first, loss.first);
  sum.last = std::max(sum.last, loss.last);
}

bool Losses::put(Queue &queue, Priority priority) {
  // Else the end of a full chunk would fill with loss frames for each event that does not fit there.
  if (!queue.makeRoom(pending_.size() * kLossFrameBytes + Encoder::kLeastRoom, priority)) return false;
  for (const auto &[key, loss] : pending_) putLoss(queue.output(), std::get<LossReason>(key), loss);
  pending_.clear();
  return true;
}
