// SPDX-License-Identifier: Apache-2.0
#include "encoder.h"

#include "blob_argument.h"
#include "event_layout.h"
#include "frame.h"

namespace {

// The context: one constant offset after the other, unrolled by the compiler.
enum ContextField {
#define NAME(name, type, offset) kField_##name,
  SCHEMA_CONTEXT(NAME)
#undef NAME
  kContextFields
};

inline uint8_t *put_u16(uint8_t *at, const uint8_t *from) { return msgpack::u16(at, load<uint16_t>(from)); }
inline uint8_t *put_u32(uint8_t *at, const uint8_t *from) { return msgpack::u32(at, load<uint32_t>(from)); }
inline uint8_t *put_u64(uint8_t *at, const uint8_t *from) { return msgpack::u64(at, load<uint64_t>(from)); }
inline uint8_t *put_i32(uint8_t *at, const uint8_t *from) { return msgpack::i32(at, load<uint32_t>(from)); }
inline uint8_t *put_i64(uint8_t *at, const uint8_t *from) { return msgpack::i64(at, load<uint64_t>(from)); }
inline uint8_t *put_time(uint8_t *at, const uint8_t *from) { return put_u64(at, from); }
inline uint8_t *put_comm(uint8_t *at, const uint8_t *from) { return msgpack::bin8(at, from, 16); }

// Fields that the collector adds: only the host so far; 0 is "none".
template <ContextField field>
constexpr uint32_t added(uint32_t host) {
  return field == kField_host ? host : 0;
}

inline uint8_t *putContext(uint8_t *at, const uint8_t *context, uint64_t scopes, uint32_t host) {
#define PUT(name, type, offset)                                                                     \
  if constexpr (kField_##name == kField_scopes) at = msgpack::u64(at, scopes); \
  else if constexpr ((offset) >= 0) at = put_##type(at, context + ((offset) >= 0 ? (offset) : 0)); \
  else at = msgpack::u32(at, added<kField_##name>(host));
  SCHEMA_CONTEXT(PUT)
#undef PUT
  return at;
}

constexpr size_t kMaxArguments = 32;
constexpr bool argumentsAreFew() {
  for (const EventLayout &layout : kEventLayouts) {
    if (layout.argc > kMaxArguments) return false;
  }
  return true;
}
static_assert(argumentsAreFew());

// What a frame takes at most without the contents of its blobs, with a dictionary frame before it.
constexpr size_t kFixedBytes =
    HostNames::kFrameBytes + frame::kHeadBytes + 3 + kContextFields * 18 + 3 + kMaxArguments * msgpack::kLargestFixed;
static_assert(kFixedBytes <= Encoder::kLeastRoom);

// Writes one argument; false leaves the reason in `blobs`.
inline bool putArgument(schema::WireType type, const uint8_t *from, BlobWriter &blobs, uint8_t *&at) {
  switch (type) {
    case schema::WIRE_BOOL:
      at = msgpack::boolean(at, *from != 0);
      return true;
    case schema::WIRE_U8:
      at = msgpack::u8(at, *from);
      return true;
    case schema::WIRE_U16:
      at = put_u16(at, from);
      return true;
    case schema::WIRE_U32:
      at = put_u32(at, from);
      return true;
    case schema::WIRE_I8:
      at = msgpack::i8(at, *from);
      return true;
    case schema::WIRE_I16:
      at = msgpack::i16(at, load<uint16_t>(from));
      return true;
    case schema::WIRE_I32:
      at = put_i32(at, from);
      return true;
    case schema::WIRE_I64:
      at = put_i64(at, from);
      return true;
    case schema::WIRE_U64:
    case schema::WIRE_PTR:
    case schema::WIRE_TIME:
      at = put_u64(at, from);
      return true;
    default:
      return blobs.put(type, load<struct blob>(from), at);
  }
}

}  // namespace

Encoded Encoder::encode(const Record &record, uint64_t scopes, Output &out) {
  if (!record.hasContext() || !isKnownEvent(record.eventId())) return Encoded::kBad;
  const EventLayout &layout = kEventLayouts[record.eventId()];
  if (record.length < layout.minBytes) return Encoded::kBad;
  if (out.room() < kLeastRoom) return Encoded::kNoRoom;

  uint8_t *at = out.at;
  const uint32_t host = hosts_.index(record.host(), at);
  // A new dictionary entry stays, whatever becomes of the event.
  uint8_t *const head = out.at = at;

  at = frame::open(at, frame::kEvent);
  at = msgpack::array16(at, kContextFields + 1);
  at = putContext(at, record.data, scopes, host);
  at = msgpack::array16(at, layout.argc);
  BlobWriter blobs(record, out.end - kLeastRoom);
  const schema::Argument *argument = &schema::kArguments[layout.first];
  for (const schema::Argument *end = argument + layout.argc; argument < end; argument++) {
    if (!putArgument(argument->type, record.args() + argument->offset, blobs, at)) return blobs.failure();
  }
  frame::close(head, at);
  out.at = at;
  return Encoded::kFrame;
}
