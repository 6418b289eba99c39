// SPDX-License-Identifier: Apache-2.0
#include "blob_argument.h"

#include "msgpack.h"

namespace {
constexpr size_t kBlobTag = 3;  // tag and 16-bit length
}

bool BlobWriter::put(schema::WireType type, struct blob blob, uint8_t *&at) {
  if (blob.len == BLOB_FAULT) {
    at = msgpack::nil(at);
    return true;
  }
  if (uint32_t{blob.off} + blob.len > record_.length) return bad();
  const uint8_t *from = record_.data + blob.off;
  switch (type) {
    case schema::WIRE_STRING:
      if (!hasRoom(at, kBlobTag + blob.len)) return false;
      at = msgpack::str16(at, from, blob.len);
      return true;
    case schema::WIRE_BYTES:
    case schema::WIRE_SOCKADDR:
    case schema::WIRE_CRED:
      if (!hasRoom(at, kBlobTag + blob.len)) return false;
      at = msgpack::bin16(at, from, blob.len);
      return true;
    case schema::WIRE_STRINGS:
      return putStrings(from, from + blob.len, at);
    case schema::WIRE_U64S:
      return putU64s(from, blob.len, at);
    case schema::WIRE_I32X2:
    case schema::WIRE_TIMESPEC:
      return putPair(type, from, blob.len, at);
    default:
      return bad();
  }
}

// NUL-terminated one after another; the last one may be cut.
bool BlobWriter::putStrings(const uint8_t *from, const uint8_t *end, uint8_t *&at) {
  if (!hasRoom(at, kBlobTag)) return false;
  uint8_t *const head = at;
  uint16_t count = 0;
  at += kBlobTag;
  while (from < end) {
    const size_t left = static_cast<size_t>(end - from);
    const auto *terminator = static_cast<const uint8_t *>(memchr(from, 0, left));
    const size_t length = terminator == nullptr ? left : static_cast<size_t>(terminator - from);
    if (!hasRoom(at, kBlobTag + length)) return false;
    at = msgpack::str16(at, from, static_cast<uint16_t>(length));
    from += length + 1;
    count++;
  }
  msgpack::array16(head, count);
  return true;
}

bool BlobWriter::putU64s(const uint8_t *from, uint16_t length, uint8_t *&at) {
  constexpr size_t kValue = sizeof(uint64_t);
  if (length % kValue != 0) return bad();
  const uint16_t count = length / kValue;
  if (!hasRoom(at, kBlobTag + size_t{count} * msgpack::kLargestFixed)) return false;
  at = msgpack::array16(at, count);
  for (uint16_t i = 0; i < count; i++) at = msgpack::u64(at, load<uint64_t>(from + i * kValue));
  return true;
}

bool BlobWriter::putPair(schema::WireType type, const uint8_t *from, uint16_t length, uint8_t *&at) {
  const bool wide = type == schema::WIRE_TIMESPEC;
  const size_t value = wide ? sizeof(int64_t) : sizeof(int32_t);
  if (length != 2 * value) return bad();
  if (!hasRoom(at, kBlobTag + 2 * msgpack::kLargestFixed)) return false;
  at = msgpack::array16(at, 2);
  for (int i = 0; i < 2; i++) {
    if (wide) at = msgpack::i64(at, load<uint64_t>(from + i * value));
    else at = msgpack::i32(at, load<uint32_t>(from + i * value));
  }
  return true;
}
