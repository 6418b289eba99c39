// SPDX-License-Identifier: Apache-2.0
#include "residue_reader.h"

void ResidueReader::take(ValueSet &set) {
  for (auto left = take<uint32_t>(); left > 0; left--) {
    const auto mask = take<uint64_t>();
    set.add(ValueSet::Number{mask, take<uint64_t>()});
  }
  for (auto left = take<uint32_t>(); left > 0; left--) {
    const auto how = take<uint8_t>();
    check(how <= static_cast<uint8_t>(TextMatch::kContains), "compares texts in a way that is not known");
    set.add(static_cast<TextMatch>(how), takeText());
  }
  for (auto left = take<uint32_t>(); left > 0; left--) {
    ValueSet::Address address{};
    address.length = take<uint8_t>();
    address.bits = take<uint8_t>();
    check((address.length == 4 || address.length == 16) && address.bits <= address.length * 8, "has an address that is none");
    memcpy(address.bytes, skip(address.length), address.length);
    set.add(address);
  }
  for (auto left = take<uint32_t>(); left > 0; left--) set.addFamily(take<uint16_t>());
  set.build();
}
