// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "host_names.h"
#include "kernel_record.h"

// Where frames are written.
struct Output {
  uint8_t *at;
  uint8_t *end;

  size_t room() const { return static_cast<size_t>(end - at); }
};

enum class Encoded {
  kFrame,
  kNoRoom,  // try again with more
  kBad,     // not a record of this schema
};

// From a record to an event frame, behind a dictionary frame when its host is new. Every byte it reads is inside of the record, and
// every byte it writes inside of the output.
class Encoder {
 public:
  // With less room than this it does not try.
  static constexpr size_t kLeastRoom = 1024;

  // `scopes`: those of the record that are left.
  Encoded encode(const Record &record, uint64_t scopes, Output &out);

 private:
  HostNames hosts_;
};
