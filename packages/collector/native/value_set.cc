// SPDX-License-Identifier: Apache-2.0
#include "value_set.h"

#include <cstring>

#include "kernel_record.h"

namespace {

constexpr uint16_t kInet = 2;
constexpr uint16_t kInet6 = 10;
constexpr uint8_t kMapped[12] = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};

bool sameBits(const uint8_t *a, const uint8_t *b, uint8_t bits) {
  if (memcmp(a, b, bits / 8) != 0) return false;
  return bits % 8 == 0 || ((a[bits / 8] ^ b[bits / 8]) >> (8 - bits % 8)) == 0;
}

}  // namespace

void ValueSet::add(Number number) {
  if (number.mask != UINT64_MAX) return masked_.push_back(number);
  exact_.put(number.value, 1);
  hasExactNumber_ = true;
}

void ValueSet::build() {
  texts_.build();
  empty_ = !hasExactNumber_ && masked_.empty() && addresses_.empty() && families_.empty() && texts_.empty();
}

bool ValueSet::has(uint64_t number) const {
  if (hasExactNumber_ && exact_.find(number) != FlatMap::kNone) return true;
  for (const Number &one : masked_) {
    if ((number & one.mask) == one.value) return true;
  }
  return false;
}

bool ValueSet::hasAddress(const uint8_t *address, size_t length) const {
  if (length < 2) return false;
  const uint16_t family = load<uint16_t>(address);
  for (uint16_t one : families_) {
    if (one == family) return true;
  }
  const uint8_t *ipv4 = family == kInet && length >= 8 ? address + 4 : nullptr;
  const uint8_t *ipv6 = family == kInet6 && length >= 24 ? address + 8 : nullptr;
  if (ipv6 != nullptr && memcmp(ipv6, kMapped, sizeof kMapped) == 0) ipv4 = ipv6 + sizeof kMapped;
  for (const Address &one : addresses_) {
    const uint8_t *own = one.length == 4 ? ipv4 : ipv6;
    if (own != nullptr && sameBits(own, one.bytes, one.bits)) return true;
  }
  return false;
}
