// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>

#include "bytes.h"
#include "kernel_error.h"
#include "kernel_record.h"
#include "value_set.h"

// Reads the encoding of src/filter/residue.ts front to back; every length is checked against what is there.
class ResidueReader {
 public:
  explicit ResidueReader(const Bytes &bytes) : at_(bytes.data()), end_(bytes.data() + bytes.size()) {}

  template <typename Value>
  Value take() {
    const uint8_t *from = skip(sizeof(Value));
    return load<Value>(from);
  }
  // Bytes behind their number.
  std::string_view takeText() {
    const auto length = take<uint16_t>();
    return {reinterpret_cast<const char *>(skip(length)), length};
  }
  uint64_t takeScope() {
    const auto scope = take<uint8_t>();
    check(scope < 64, "has a scope that is not one of 64");
    return uint64_t{1} << scope;
  }
  void take(ValueSet &set);
  bool atEnd() const { return at_ == end_; }

  static void check(bool condition, const char *what) {
    if (!condition) throw Misuse(std::string("setResidue: the residue ") + what);
  }

 private:
  const uint8_t *skip(size_t bytes) {
    check(static_cast<size_t>(end_ - at_) >= bytes, "is cut");
    at_ += bytes;
    return at_ - bytes;
  }

  const uint8_t *at_;
  const uint8_t *end_;
};
