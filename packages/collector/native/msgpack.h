// SPDX-License-Identifier: Apache-2.0
// Width-preserving msgpack: each function writes a tag and a value at `at` and returns what is behind it.
#pragma once
#include <cstdint>
#include <cstring>

namespace msgpack {

constexpr uint32_t kLargestFixed = 9;

inline uint8_t *raw(uint8_t *at, uint16_t value) {
  value = __builtin_bswap16(value);
  memcpy(at, &value, sizeof value);
  return at + sizeof value;
}
inline uint8_t *raw(uint8_t *at, uint32_t value) {
  value = __builtin_bswap32(value);
  memcpy(at, &value, sizeof value);
  return at + sizeof value;
}
inline uint8_t *raw(uint8_t *at, uint64_t value) {
  value = __builtin_bswap64(value);
  memcpy(at, &value, sizeof value);
  return at + sizeof value;
}
inline uint8_t *raw(uint8_t *at, const void *from, size_t length) {
  memcpy(at, from, length);
  return at + length;
}
inline uint8_t *tag(uint8_t *at, uint8_t value) {
  *at = value;
  return at + 1;
}

inline uint8_t *nil(uint8_t *at) { return tag(at, 0xc0); }
inline uint8_t *boolean(uint8_t *at, bool value) { return tag(at, value ? 0xc3 : 0xc2); }
inline uint8_t *u8(uint8_t *at, uint8_t value) { return tag(tag(at, 0xcc), value); }
inline uint8_t *u16(uint8_t *at, uint16_t value) { return raw(tag(at, 0xcd), value); }
inline uint8_t *u32(uint8_t *at, uint32_t value) { return raw(tag(at, 0xce), value); }
inline uint8_t *u64(uint8_t *at, uint64_t value) { return raw(tag(at, 0xcf), value); }
inline uint8_t *i8(uint8_t *at, uint8_t value) { return tag(tag(at, 0xd0), value); }
inline uint8_t *i16(uint8_t *at, uint16_t value) { return raw(tag(at, 0xd1), value); }
inline uint8_t *i32(uint8_t *at, uint32_t value) { return raw(tag(at, 0xd2), value); }
inline uint8_t *i64(uint8_t *at, uint64_t value) { return raw(tag(at, 0xd3), value); }
inline uint8_t *bin8(uint8_t *at, const void *from, uint8_t length) {
  return raw(tag(tag(at, 0xc4), length), from, length);
}
inline uint8_t *bin16(uint8_t *at, const void *from, uint16_t length) {
  return raw(raw(tag(at, 0xc5), length), from, length);
}
inline uint8_t *str16(uint8_t *at, const void *from, uint16_t length) {
  return raw(raw(tag(at, 0xda), length), from, length);
}
inline uint8_t *array16(uint8_t *at, uint16_t elements) { return raw(tag(at, 0xdc), elements); }

}  // namespace msgpack
