// SPDX-License-Identifier: Apache-2.0
#include "residue.h"

#include <algorithm>

#include "residue_reader.h"

namespace {

using Reader = ResidueReader;

// contextSubjects of src/filter/condition.ts, in its order.
enum ContextField : uint16_t { kUid, kPid, kMntns, kPidns, kComm, kUts, kContextFields };

std::string_view nameAt(const uint8_t *from) {
  const auto *text = reinterpret_cast<const char *>(from);
  return {text, strnlen(text, 16)};
}

// The path of an AF_UNIX address, an abstract name behind '@' in `buffer`; false for other families.
bool unixPath(const uint8_t *address, size_t length, char (&buffer)[UINT16_MAX + 1], std::string_view &path) {
  if (length < 2 || load<uint16_t>(address) != 1) return false;
  const auto *text = reinterpret_cast<const char *>(address) + 2;
  length -= 2;
  if (length == 0 || text[0] != 0) {
    path = {text, strnlen(text, length)};
    return true;
  }
  while (length > 1 && text[length - 1] == 0) length--;
  if (length > 1) {
    buffer[0] = '@';
    memcpy(buffer + 1, text + 1, length - 1);
  }
  path = {buffer, length > 1 ? length : 0};
  return true;
}

// A scalar as 64 bits, with its sign.
uint64_t scalar(schema::WireType type, const uint8_t *from) {
  switch (type) {
    case schema::WIRE_BOOL:
      return *from != 0;
    case schema::WIRE_U8:
      return *from;
    case schema::WIRE_U16:
      return load<uint16_t>(from);
    case schema::WIRE_U32:
      return load<uint32_t>(from);
    case schema::WIRE_I8:
      return static_cast<uint64_t>(int64_t{load<int8_t>(from)});
    case schema::WIRE_I16:
      return static_cast<uint64_t>(int64_t{load<int16_t>(from)});
    case schema::WIRE_I32:
      return static_cast<uint64_t>(int64_t{load<int32_t>(from)});
    default:
      return load<uint64_t>(from);
  }
}

constexpr bool isBlob(schema::WireType type) { return type >= schema::WIRE_STRING; }

}  // namespace

Residue::Residue(const Bytes &encoded) {
  Reader reader(encoded);
  const uint16_t conditions = reader.take<uint16_t>();
  conditions_.reserve(conditions);
  for (uint16_t i = 0; i < conditions; i++) {
    Condition &condition = conditions_.emplace_back();
    const uint8_t kind = reader.take<uint8_t>();
    Reader::check(kind <= static_cast<uint8_t>(SubjectKind::kRetval), "asks about what is not known");
    condition.kind = static_cast<SubjectKind>(kind);
    condition.which = reader.take<uint16_t>();
    Reader::check(condition.kind != SubjectKind::kContext || condition.which < kContextFields, "asks about a context field that is not known");
    condition.bounds = reader.take<uint8_t>();
    condition.min = reader.take<uint64_t>();
    condition.max = reader.take<uint64_t>();
    reader.take(condition.anyOf);
    reader.take(condition.noneOf);
  }
  const uint16_t events = reader.take<uint16_t>();
  for (uint16_t i = 0; i < events; i++) {
    const uint16_t id = reader.take<uint16_t>();
    Reader::check(isKnownEvent(id), "has an event that is not of this schema");
    eventNumbers_[id] = static_cast<uint16_t>(i + 1);
    Event &event = events_.emplace_back();
    event.always = reader.take<uint64_t>();
    for (uint32_t left = reader.take<uint32_t>(); left > 0; left--) {
      const uint64_t scope = reader.takeScope();
      const uint16_t count = reader.take<uint16_t>();
      event.clauses.push_back({scope, static_cast<uint32_t>(conditionNumbers_.size()), count});
      for (uint16_t k = 0; k < count; k++) {
        const uint16_t number = reader.take<uint16_t>();
        Reader::check(number < conditions_.size(), "has a clause with a condition that is not there");
        const Condition &condition = conditions_[number];
        Reader::check(condition.kind != SubjectKind::kArgument || condition.which < kEventLayouts[id].argc,
                      "asks about an argument that the event lacks");
        conditionNumbers_.push_back(number);
      }
    }
  }
  containers_ = std::make_unique<ContainerFilters>(reader);
  Reader::check(reader.atEnd(), "goes on behind its end");
}

uint64_t Residue::scopesLeft(const Record &record) const {
  const uint64_t scopes = record.scopes();
  const uint16_t number = record.eventId() <= schema::kEventIdMax ? eventNumbers_[record.eventId()] : 0;
  if (number == 0) return scopes;
  const Event &event = events_[number - 1];
  // too short for its arguments: not an event, which the encoder tells
  if (record.length < kEventLayouts[record.eventId()].minBytes) return scopes;
  uint64_t left = scopes & event.always;
  // a condition that several scopes share in a row is asked once
  uint32_t known = UINT32_MAX;
  bool answer = false;
  for (const Clause &clause : event.clauses) {
    if ((scopes & clause.scope) == 0 || (left & clause.scope) != 0) continue;
    bool all = true;
    for (uint32_t i = clause.first; all && i < clause.first + clause.count; i++) {
      if (conditionNumbers_[i] != known) {
        known = conditionNumbers_[i];
        answer = holds(conditions_[known], record);
      }
      all = answer;
    }
    if (all) left |= clause.scope;
  }
  return left;
}

// One of those wanted, when any is, and none of those refused.
template <typename Is>
bool Residue::chosen(const Condition &condition, Is is) {
  return (condition.anyOf.empty() || is(condition.anyOf)) && (condition.noneOf.empty() || !is(condition.noneOf));
}

bool Residue::holdsNumber(const Condition &condition, uint64_t value) const {
  if (!chosen(condition, [value](const ValueSet &set) { return set.has(value); })) return false;
  const bool isUnsigned = condition.bounds & kUnsigned;
  auto less = [isUnsigned](uint64_t a, uint64_t b) { return isUnsigned ? a < b : static_cast<int64_t>(a) < static_cast<int64_t>(b); };
  return !((condition.bounds & kMin) && less(value, condition.min)) && !((condition.bounds & kMax) && less(condition.max, value));
}

bool Residue::holds(const Condition &condition, const Record &record) const {
  const uint8_t *const data = record.data;
  auto number = [&](size_t offset) { return holdsNumber(condition, load<uint32_t>(data + offset)); };
  auto name = [&](size_t offset) {
    const std::string_view text = nameAt(data + offset);
    return chosen(condition, [text](const ValueSet &set) { return set.has(text); });
  };
  if (condition.kind == SubjectKind::kArgument) return holdsArgument(condition, record);
  if (condition.kind == SubjectKind::kRetval) return holdsNumber(condition, load<uint64_t>(data + offsetof(struct event_context, ret)));
  switch (condition.which) {
    case kUid:
      return number(offsetof(struct event_context, uid));
    case kPid:
      return number(offsetof(struct event_context, host_pid));
    case kMntns:
      return number(offsetof(struct event_context, mnt_ns));
    case kPidns:
      return number(offsetof(struct event_context, pid_ns));
    case kComm:
      return name(offsetof(struct event_context, comm));
    default:
      return name(offsetof(struct event_context, uts));
  }
}

bool Residue::holdsArgument(const Condition &condition, const Record &record) const {
  const schema::Argument &argument = schema::kArguments[kEventLayouts[record.eventId()].first + condition.which];
  const uint8_t *const from = record.args() + argument.offset;
  if (!isBlob(argument.type)) return holdsNumber(condition, scalar(argument.type, from));

  const auto blob = load<struct blob>(from);
  const bool absent = blob.len == BLOB_FAULT || uint32_t{blob.off} + blob.len > record.length;
  const uint8_t *const data = record.data + (absent ? 0 : blob.off);
  const size_t length = absent ? 0 : blob.len;
  const auto *text = reinterpret_cast<const char *>(data);
  auto anyNumber = [&](const ValueSet &set, size_t width) {
    for (size_t i = 0; i + width <= length; i += width) {
      if (set.has(width == 8 ? load<uint64_t>(data + i) : static_cast<uint64_t>(int64_t{load<int32_t>(data + i)}))) return true;
    }
    return false;
  };
  if (absent) return condition.anyOf.empty() && (condition.bounds & (kMin | kMax)) == 0;
  return chosen(condition, [&](const ValueSet &set) {
    switch (argument.type) {
      case schema::WIRE_STRING:
        return set.has(std::string_view(text, length));
      case schema::WIRE_STRINGS:
        for (size_t i = 0; i < length;) {
          const size_t size = strnlen(text + i, length - i);
          if (set.has(std::string_view(text + i, size))) return true;
          i += size + 1;
        }
        return false;
      case schema::WIRE_SOCKADDR: {
        char buffer[UINT16_MAX + 1];
        std::string_view path;
        return set.hasAddress(data, length) || (unixPath(data, length, buffer, path) && set.has(path));
      }
      case schema::WIRE_I32X2:
        return anyNumber(set, 4);
      case schema::WIRE_U64S:
      case schema::WIRE_TIMESPEC:
        return anyNumber(set, 8);
      default:
        return false;
    }
  });
}
