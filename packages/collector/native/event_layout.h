// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>

#include "kernel_record.h"

// What the encoder needs to know of an event, by id.
struct EventLayout {
  bool known;
  uint8_t argc;
  uint16_t first;     // index into schema::kArguments
  uint16_t minBytes;  // of a record: the context and all arguments' places
};

constexpr uint16_t bytesInRecord(schema::WireType type) {
  switch (type) {
    case schema::WIRE_BOOL:
    case schema::WIRE_U8:
    case schema::WIRE_I8:
      return 1;
    case schema::WIRE_U16:
    case schema::WIRE_I16:
      return 2;
    case schema::WIRE_U32:
    case schema::WIRE_I32:
      return 4;
    case schema::WIRE_U64:
    case schema::WIRE_I64:
    case schema::WIRE_PTR:
    case schema::WIRE_TIME:
      return 8;
    default:
      return sizeof(struct blob);
  }
}

using EventLayouts = std::array<EventLayout, schema::kEventIdMax + 1>;

constexpr EventLayouts makeEventLayouts() {
  EventLayouts layouts{};
  for (const schema::Event &event : schema::kEvents) {
    uint16_t minBytes = schema::kContextBytes;
    for (uint32_t i = event.first; i < uint32_t{event.first} + event.argc; i++) {
      const schema::Argument &argument = schema::kArguments[i];
      const uint16_t end = schema::kContextBytes + argument.offset + bytesInRecord(argument.type);
      if (end > minBytes) minBytes = end;
    }
    layouts[event.id] = {true, event.argc, event.first, minBytes};
  }
  return layouts;
}

inline constexpr EventLayouts kEventLayouts = makeEventLayouts();

constexpr bool isKnownEvent(uint16_t id) { return id < kEventLayouts.size() && kEventLayouts[id].known; }
