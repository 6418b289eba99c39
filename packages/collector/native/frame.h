// SPDX-License-Identifier: Apache-2.0
// The frame around a payload (packages/event-schema/src/frame/format.ts): c9, length u32, kind i8.
#pragma once
#include <cstddef>
#include <cstdint>

#include "msgpack.h"

namespace frame {

enum Kind : uint8_t { kHeader = 1, kEvent = 2, kDictionary = 3, kLoss = 4, kStatistics = 5, kEnd = 6 };

constexpr uint8_t kTag = 0xc9;
constexpr size_t kHeadBytes = 6;
constexpr size_t kMaxPayloadBytes = 1 << 20;

// Writes the head; close() puts the length in when the payload is there.
inline uint8_t *open(uint8_t *at, Kind kind) {
  at[0] = kTag;
  at[5] = kind;
  return at + kHeadBytes;
}
inline void close(uint8_t *head, const uint8_t *end) {
  msgpack::raw(head + 1, static_cast<uint32_t>(end - head - kHeadBytes));
}

inline Kind kindOf(const uint8_t *head) { return static_cast<Kind>(head[5]); }

// Bytes of the frame at `at`, or 0 when it is not whole before `end`.
inline size_t sizeOf(const uint8_t *at, const uint8_t *end) {
  const size_t left = static_cast<size_t>(end - at);
  if (left < kHeadBytes) return 0;
  uint32_t length;
  memcpy(&length, at + 1, sizeof length);
  const size_t size = kHeadBytes + __builtin_bswap32(length);
  return size <= left ? size : 0;
}

// The first two elements of the payload of an event, each behind its tag: the event's id, and the context's flags.
constexpr size_t kIdOffset = kHeadBytes + 3 + 1;
constexpr size_t kFlagsOffset = kIdOffset + 2 + 1;

inline uint16_t word(const uint8_t *at) {
  uint16_t value;
  memcpy(&value, at, sizeof value);
  return __builtin_bswap16(value);
}

// Of a whole event frame.
inline uint16_t eventIdOf(const uint8_t *head) { return word(head + kIdOffset); }

// `resent` of the event schema's contextFlags: the event was sent before, to a reader that went.
constexpr uint16_t kResent = 32;

inline bool hasFlag(const uint8_t *head, uint16_t flag) { return (word(head + kFlagsOffset) & flag) != 0; }
inline void setFlag(uint8_t *head, uint16_t flag) {
  const uint16_t flags = __builtin_bswap16(static_cast<uint16_t>(word(head + kFlagsOffset) | flag));
  memcpy(head + kFlagsOffset, &flags, sizeof flags);
}

// Of a whole event frame: where its flags are, and when its probe ran, ns since boot. The elements behind the id.
inline uint8_t *flagsAt(uint8_t *head) {
  constexpr size_t kFlagsOffset = kHeadBytes + 3 + 3 + 1;
  return head + kFlagsOffset;
}
inline uint64_t timeOf(const uint8_t *head) {
  constexpr size_t kTimeOffset = kHeadBytes + 3 + 3 + 3 + 1;
  uint64_t time;
  memcpy(&time, head + kTimeOffset, sizeof time);
  return __builtin_bswap64(time);
}

// Calls each(head, size) for the whole frames in a row; returns where the first that is not whole begins.
template <typename Each>
const uint8_t *walk(const uint8_t *at, const uint8_t *end, Each each) {
  for (size_t size; (size = sizeOf(at, end)) > 0; at += size) each(at, size);
  return at;
}

}  // namespace frame
