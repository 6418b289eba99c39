// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "encoder.h"

// Arguments of variable length: checked against the record they lie in and the room there is.
class BlobWriter {
 public:
  // `end`: where content must stop, with room behind it for what is of fixed size.
  BlobWriter(const Record &record, const uint8_t *end) : record_(record), end_(end) {}

  bool put(schema::WireType type, struct blob blob, uint8_t *&at);
  // Why put() gave false.
  Encoded failure() const { return failure_; }

 private:
  bool hasRoom(const uint8_t *at, size_t bytes) {
    if (at < end_ && bytes <= static_cast<size_t>(end_ - at)) return true;
    failure_ = Encoded::kNoRoom;
    return false;
  }
  bool bad() {
    failure_ = Encoded::kBad;
    return false;
  }
  bool putStrings(const uint8_t *from, const uint8_t *end, uint8_t *&at);
  bool putU64s(const uint8_t *from, uint16_t length, uint8_t *&at);
  bool putPair(schema::WireType type, const uint8_t *from, uint16_t length, uint8_t *&at);

  const Record &record_;
  const uint8_t *end_;
  Encoded failure_ = Encoded::kBad;
};
