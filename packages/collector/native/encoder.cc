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

// Indexes into dictionaries that the collector adds; 0 is "none".
struct Added {
  uint32_t host;
  uint32_t container;
  uint32_t executable;

  template <ContextField field>
  constexpr uint32_t get() const {
    static_assert(field == kField_host || field == kField_container || field == kField_executable);
    return field == kField_host ? host : field == kField_container ? container : executable;
  }
};

constexpr uint16_t kStarted = 1;  // containerStarted of contextFlags

inline uint8_t *putFlags(uint8_t *at, const uint8_t *from, uint16_t added) {
  return msgpack::u16(at, static_cast<uint16_t>(load<uint16_t>(from) | added));
}

inline uint8_t *putContext(uint8_t *at, const uint8_t *context, uint64_t scopes, uint16_t flags, const Added &added) {
#define PUT(name, type, offset)                                                                     \
  if constexpr (kField_##name == kField_scopes) at = msgpack::u64(at, scopes); \
  else if constexpr (kField_##name == kField_flags) at = putFlags(at, context + (offset), flags); \
  else if constexpr ((offset) >= 0) at = put_##type(at, context + ((offset) >= 0 ? (offset) : 0)); \
  else at = msgpack::u32(at, added.get<kField_##name>());
  SCHEMA_CONTEXT(PUT)
#undef PUT
  return at;
}

constexpr size_t kMaxArguments = 48;
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

inline uint8_t *putText(uint8_t *at, const std::string &text) {
  return msgpack::str16(at, text.data(), static_cast<uint16_t>(text.size()));
}

// runtime and container_id; of container_create then ctime, and what only the runtime knows: six texts and a bool.
uint8_t *putContainer(uint8_t *at, const Record &record, const ContainerName &container) {
  at = putText(putText(at, container.runtime), container.id);
  if (record.eventId() != EVENT_CONTAINER_CREATE) return at;
  at = msgpack::u64(at, record.timestamp());
  for (int i = 0; i < 6; i++) at = putText(at, "");
  return msgpack::boolean(at, false);
}

}  // namespace

Encoded Encoder::encode(const Record &record, uint64_t scopes, uint16_t flags, Output &out, const ContainerName *named) {
  if (!record.hasContext() || !isKnownEvent(record.eventId())) return Encoded::kBad;
  const EventLayout &layout = kEventLayouts[record.eventId()];
  if (record.length < layout.minBytes) return Encoded::kBad;
  const Containers::Ref container = containers_.of(record.cgroup());
  const uint32_t executable = executables_.of(record);
  const size_t untoldContainer = containers_.untold(container.index), untoldExecutable = executables_.untold(executable);
  if (out.room() < kLeastRoom + untoldContainer + untoldExecutable) return Encoded::kNoRoom;

  uint8_t *at = out.at;
  if (untoldContainer > 0) at = containers_.tell(container.index, at);
  if (untoldExecutable > 0) at = executables_.tell(executable, at);
  const uint32_t host = hosts_.index(record.host(), at);
  // A new dictionary entry stays, whatever becomes of the event.
  uint8_t *const head = lastFrame_ = out.at = at;

  at = frame::open(at, frame::kEvent);
  at = msgpack::array16(at, kContextFields + 1);
  if (container.started) flags |= kStarted;
  at = putContext(at, record.data, scopes, flags, {host, container.index, executable});
  at = msgpack::array16(at, layout.argc);
  BlobWriter blobs(record, out.end - kLeastRoom);
  if (named != nullptr) {
    at = putContainer(at, record, *named);
  } else {
    const schema::Argument *argument = &schema::kArguments[layout.first];
    for (const schema::Argument *end = argument + layout.argc; argument < end; argument++) {
      if (!putArgument(argument->type, record.args() + argument->offset, blobs, at)) return blobs.failure();
    }
  }
  frame::close(head, at);
  out.at = at;
  return Encoded::kFrame;
}
