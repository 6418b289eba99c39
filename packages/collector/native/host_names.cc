// SPDX-License-Identifier: Apache-2.0
#include "host_names.h"

#include "frame.h"

static constexpr uint8_t kHostDictionary = 1;

uint32_t HostNames::find(const Name &name, uint8_t *&at) {
  auto found = indexes_.find(name);
  last_ = name;
  lastIndex_ = name.words[0] == 0 ? 0 : found != indexes_.end() ? found->second : define(name, at);
  return lastIndex_;
}

uint32_t HostNames::define(const Name &name, uint8_t *&at) {
  uint32_t place = static_cast<uint32_t>(names_.size());
  if (place < kHosts) {
    names_.push_back(name);
  } else {
    place = oldest_;
    oldest_ = (oldest_ + 1) % kHosts;
    indexes_.erase(names_[place]);
    names_[place] = name;
  }
  const uint32_t index = place + 1;
  indexes_.emplace(name, index);

  uint8_t *head = at;
  at = frame::open(at, frame::kDictionary);
  at = msgpack::array16(at, 3);
  at = msgpack::u8(at, kHostDictionary);
  at = msgpack::u32(at, index);
  at = msgpack::str16(at, name.words, static_cast<uint16_t>(strnlen(reinterpret_cast<const char *>(name.words), kNameBytes)));
  frame::close(head, at);
  return index;
}
