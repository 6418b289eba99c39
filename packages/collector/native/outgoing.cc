// SPDX-License-Identifier: Apache-2.0
#include "outgoing.h"

#include <algorithm>

#include "frame.h"

namespace {

bool isNewEvent(const uint8_t *head) { return frame::kindOf(head) == frame::kEvent && !frame::hasFlag(head, frame::kResent); }

}  // namespace

void Outgoing::begin() {
  front_.clear();
  frontDone_ = 0;
  sent_ = 0;
  source();
  front_ = run_;
  dictionary_.appendTo(front_);
  front_.insert(front_.end(), again_.begin(), again_.end());
}

Queue::Span Outgoing::next() {
  if (frontDone_ == front_.size()) {
    const Queue::Span frames = source();
    if (frontDone_ == front_.size()) return {frames.begin + sent_, frames.end};
  }
  return {front_.data() + frontDone_, front_.data() + front_.size()};
}

// What was not delivered, from its first frame: the disk's, then the queue's. Where another run begins, its preamble is put in front.
Queue::Span Outgoing::source() {
  fromSpill_ = false;
  if (!spill_) return queue_.peek();
  const Spill::Block block = spill_->peek();
  if (block.begin == nullptr) {
    if (!ours_) useOwn();
    return queue_.peek();
  }
  fromSpill_ = true;
  if (block.segment != segment_) {
    segment_ = block.segment;
    ours_ = block.ours;
    use(spill_->prologue());
  }
  return {block.begin, block.end};
}

void Outgoing::use(const Bytes &prologue) {
  Bytes preamble;
  Dictionary defined;
  frame::walk(prologue.data(), prologue.data() + prologue.size(), [&](const uint8_t *head, size_t size) {
    if (frame::kindOf(head) == frame::kDictionary) defined.define(head, size);
    else preamble.insert(preamble.end(), head, head + size);
  });
  if (preamble == run_) return;
  run_ = std::move(preamble);
  dictionary_ = std::move(defined);
  front_ = prologue;
  frontDone_ = 0;
}

void Outgoing::useOwn() {
  ours_ = true;
  run_ = front_ = preamble_;
  dictionary_ = defined_;
  dictionary_.appendTo(front_);
  frontDone_ = 0;
}

void Outgoing::advance(size_t written, int64_t now) {
  bytes_.add(written);
  if (frontDone_ < front_.size()) {
    frontDone_ += written;
    if (frontDone_ < front_.size()) return;
    frame::walk(again_.data(), again_.data() + again_.size(), [this](const uint8_t *head, size_t) { count(head); });
    recent_.clear();  // of another run, or in `again_`
    recent_.add(again_.data(), again_.size(), now);
    again_.clear();
    return;
  }
  sinceDictionary_ += written;
  const Queue::Span frames = source();
  const uint8_t *end = frames.begin + sent_ + written;
  const uint8_t *whole = frame::walk(frames.begin, end, [&](const uint8_t *head, size_t size) {
    if (frame::kindOf(head) == frame::kDictionary) {
      dictionary_.define(head, size);
      if (spill_ && !fromSpill_) defined_.define(head, size);
    }
    if (frame::kindOf(head) != frame::kEvent) return;
    if (ours_ && fromSpill_) {
      uint64_t &waiting = waiting_[frame::eventIdOf(head)];
      if (waiting == 0) return;  // counted when it was left to the next run
      waiting--;
    }
    count(head);
  });
  sent_ = static_cast<size_t>(end - whole);
  const size_t done = static_cast<size_t>(whole - frames.begin);
  if (readersChange_) recent_.add(frames.begin, done, now);
  if (fromSpill_) spill_->take(done);
  else queue_.take(done);
}

void Outgoing::uncut() {
  bytes_.takeBack(sent_);
  sent_ = 0;
}

void Outgoing::takeBack(size_t unread) {
  if (frontDone_ < front_.size()) {
    // It went before it had all that goes first; what it had of that is flagged for the next one.
    const size_t read = frontDone_ - std::min(frontDone_, unread);
    const size_t before = front_.size() - again_.size();
    uint8_t *begin = again_.data();
    frame::walk(begin, begin + (read - std::min(read, before)), [&](const uint8_t *head, size_t) {
      count(head);
      if (isNewEvent(head)) frame::setFlag(begin + (head - begin), frame::kResent);
    });
  } else {
    // The end is the beginning of a frame that goes again whole.
    const size_t whole = unread - std::min(unread, sent_);
    again_ = recent_.take(whole);
    frame::walk(again_.data(), again_.data() + again_.size(), [this](const uint8_t *head, size_t) { takeBackCount(head); });
  }
  front_.clear();
  frontDone_ = 0;
}

bool Outgoing::owes() const {
  bool any = false;
  frame::walk(again_.data(), again_.data() + again_.size(), [&](const uint8_t *head, size_t) { any = any || isNewEvent(head); });
  return any;
}

// An event that goes once more is with the next reader.
void Outgoing::count(const uint8_t *head) {
  if (frame::kindOf(head) != frame::kEvent) return;
  if (frame::hasFlag(head, frame::kResent)) return resent_.add(1);
  if (!ours_) return recovered_.add(1);
  delivered_[frame::eventIdOf(head)].add(1);
  events_.add(1);
}

// It was left in the pipe.
void Outgoing::takeBackCount(const uint8_t *head) {
  if (!isNewEvent(head)) return;
  if (!ours_) return recovered_.takeBack(1);
  delivered_[frame::eventIdOf(head)].takeBack(1);
  events_.takeBack(1);
}

void Outgoing::repeatDictionary() {
  if (sinceDictionary_ < kRepeatBytes || sent_ > 0 || frontDone_ < front_.size()) return;
  sinceDictionary_ = 0;
  front_.clear();
  dictionary_.appendTo(front_);
  frontDone_ = 0;
}

// A frame of which a part is written goes whole: it becomes the first on disk, and `sent_` still says how much of it is out.
void Outgoing::spill(size_t keep) {
  while (queue_.queued() > keep) {
    const Queue::Span queued = queue_.peek();
    if (queued.size() == 0) return;
    Bytes prologue = preamble_;
    defined_.appendTo(prologue);
    const bool fits = spill_->append(queued.begin, queued.size(), prologue);
    queue_.setSpillFull(!fits);
    if (!fits) return;
    frame::walk(queued.begin, queued.end, [this](const uint8_t *head, size_t size) {
      if (frame::kindOf(head) == frame::kEvent) waiting_[frame::eventIdOf(head)]++;
      else if (frame::kindOf(head) == frame::kDictionary) defined_.define(head, size);
    });
    queue_.take(queued.size());
  }
}

void Outgoing::drop() {
  if (spill_) {
    spill(0);
    // A reader meets them before the end frame, as part of this stream.
    for (size_t id = 0; id < waiting_.size(); id++) {
      delivered_[id].add(waiting_[id]);
      events_.add(waiting_[id]);
      waiting_[id] = 0;
    }
  }
  frame::walk(again_.data(), again_.data() + again_.size(), [this](const uint8_t *head, size_t) {
    if (ours_ && isNewEvent(head)) dropped_[frame::eventIdOf(head)].add(1);
  });
  again_.clear();
  Queue::Span queued = queue_.peek();
  if (sent_ > 0 && queued.size() > 0 && !(spill_ && spill_->any())) {
    front_.assign(queued.begin + sent_, queued.begin + frame::sizeOf(queued.begin, queued.end));
    frontDone_ = 0;
    sent_ = 0;
  }
  for (; queued.size() > 0; queued = queue_.peek()) {
    frame::walk(queued.begin, queued.end, [this](const uint8_t *head, size_t size) {
      if (frame::kindOf(head) == frame::kEvent) dropped_[frame::eventIdOf(head)].add(1);
      else if (frame::kindOf(head) == frame::kDictionary) dictionary_.define(head, size);
    });
    queue_.take(queued.size());
  }
}

void Outgoing::dropAll() {
  drop();
  front_.clear();
  frontDone_ = 0;
}

void Outgoing::end() {
  dropAll();
  if (spill_) spill_->close();
}
