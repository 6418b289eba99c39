// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <memory>

#include "dictionary.h"
#include "event_counts.h"
#include "queue.h"
#include "recent.h"
#include "spill.h"

// The bytes that the sink gets next, and the account of what became of each frame. Of the writer's thread, but for the counts.
class Outgoing {
 public:
  // `readersChange`: one may go, and another come.
  Outgoing(Queue &queue, Bytes preamble, std::unique_ptr<Spill> spill, bool readersChange)
      : queue_(queue), spill_(std::move(spill)), preamble_(std::move(preamble)), readersChange_(readersChange), run_(preamble_) {}

  // A reader begins here: it gets the preamble, the dictionary, and the frames from the first that was not written whole.
  void begin();
  // What is to be written now; empty when there is nothing.
  Queue::Span next();
  void advance(size_t written, int64_t now);
  // A reader went, and the last `unread` bytes that were written were left in the pipe: the next one gets them, from the frame that was
  // cut, behind what this one may have taken out and not worked off, which is flagged as sent again.
  void takeBack(size_t unread);
  // At a frame boundary of a file: from time to time the dictionary comes again, so that it can be read from there.
  void repeatDictionary();
  // Bytes of a frame of which the rest is not written yet.
  size_t cut() const { return sent_; }
  // The bytes of cut() were taken back: the frame is whole again.
  void uncut();
  // Frames that no reader has had.
  bool hasFrames() { return source().size() > 0 || owes(); }
  bool spills() const { return spill_ != nullptr; }
  // Moves to the disk what the queue holds beyond `keep` bytes, as far as there is room.
  void spill(size_t keep);
  // Leaves what is queued to the next run where there is a disk for it, or drops and counts it. The rest of a cut frame stays, for the
  // stream to be whole.
  void drop();
  void dropAll();
  // Everything, for good: another run may take the disk.
  void end();

  const EventCounts &delivered() const { return delivered_; }
  const EventCounts &dropped() const { return dropped_; }
  uint64_t events() const { return events_.get(); }
  uint64_t bytes() const { return bytes_.get(); }
  // Event frames of earlier runs, which no count above holds.
  uint64_t recovered() const { return recovered_.get(); }
  // Events that were sent again, flagged; no other count holds them twice.
  uint64_t resent() const { return resent_.get(); }
  uint64_t spilledBytes() const { return spill_ ? spill_->bytes() : 0; }
  uint64_t damagedSegments() const { return spill_ ? spill_->damaged() : 0; }

 private:
  // Frames behind which a dictionary is worth its bytes.
  static constexpr size_t kRepeatBytes = 4 << 20;

  Queue::Span source();
  void use(const Bytes &prologue);
  void useOwn();
  bool owes() const;
  void count(const uint8_t *head);
  void takeBackCount(const uint8_t *head);

  Queue &queue_;
  const std::unique_ptr<Spill> spill_;
  const Bytes preamble_;
  const bool readersChange_;
  // The run whose frames are being sent, ours or an earlier one's: its preamble, and what it has defined.
  Bytes run_;
  Dictionary dictionary_;
  // With a disk: what our run has defined up to the frame that left the queue last.
  Dictionary defined_;
  bool fromSpill_ = false;
  bool ours_ = true;
  uint64_t segment_ = 0;
  // Of our run, on disk.
  std::array<uint64_t, schema::kEventIdMax + 1> waiting_{};
  // Goes before the queue.
  Bytes front_;
  size_t frontDone_ = 0;
  // What goes to the next reader once more: the end of `front_`. Frames without the flag are not delivered, whatever was counted before.
  Bytes again_;
  Recent recent_;
  // Bytes of the queue's first frames that are written and not accounted: those of a cut frame.
  size_t sent_ = 0;
  size_t sinceDictionary_ = 0;

  EventCounts delivered_;
  EventCounts dropped_;
  Count events_;
  Count bytes_;
  Count recovered_;
  Count resent_;
};
