// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "text_set.h"

// One side of a condition: the values it wants, or those it refuses.
class ValueSet {
 public:
  struct Number {
    uint64_t mask;
    uint64_t value;
  };
  struct Address {
    uint8_t bytes[16];
    uint8_t length;  // 4 or 16
    uint8_t bits;
  };

  void add(Number number);
  void add(const Address &address) { addresses_.push_back(address); }
  void addFamily(uint16_t family) { families_.push_back(family); }
  void add(TextMatch how, std::string_view text) { texts_.add(how, text); }
  void build();

  bool empty() const { return empty_; }
  bool has(uint64_t number) const;
  bool has(std::string_view text) const { return texts_.matches(text); }
  bool hasAddress(const uint8_t *address, size_t length) const;

 private:
  bool empty_ = true;
  FlatMap exact_;  // numbers that are compared whole
  bool hasExactNumber_ = false;
  std::vector<Number> masked_;
  std::vector<Address> addresses_;
  std::vector<uint16_t> families_;
  TextSet texts_;
};
