// SPDX-License-Identifier: Apache-2.0
// A record as the BPF programs leave it in the ring (packages/bpf-core/include/record.h).
#pragma once
#include <linux/types.h>

#include <cstddef>
#include <cstdint>
#include <cstring>

#include "events.gen.h"
#include "generated/encoder_table.gen.h"
#include "record.h"

static_assert(sizeof(struct event_context) == schema::kContextBytes);
static_assert(offsetof(struct event_context, uts) == schema::kContextHost);

// Reads a value wherever it lies.
template <typename Value>
inline Value load(const uint8_t *from) {
  Value value;
  memcpy(&value, from, sizeof value);
  return value;
}

struct Record {
  const uint8_t *data;
  uint32_t length;

  bool isPulse() const { return length == sizeof(struct pulse); }
  uint64_t pulseName() const { return load<uint64_t>(data + offsetof(struct pulse, name)); }

  // Without this nothing below may be asked.
  bool hasContext() const { return length >= sizeof(struct event_context); }

  uint16_t eventId() const { return load<uint16_t>(data + offsetof(struct event_context, event_id)); }
  // A note of what a process runs (RECORD_PROGRAM), with a context.
  bool isProgram() const { return eventId() == RECORD_PROGRAM; }
  uint16_t cpu() const { return load<uint16_t>(data + offsetof(struct event_context, cpu)); }
  uint64_t sequence() const { return load<uint64_t>(data + offsetof(struct event_context, sequence)); }
  uint64_t scopes() const { return load<uint64_t>(data + offsetof(struct event_context, scopes)); }
  uint16_t filterVersion() const { return load<uint16_t>(data + offsetof(struct event_context, filter_version)); }
  uint64_t cgroupId() const { return load<uint64_t>(data + offsetof(struct event_context, cgroup_id)); }
  uint32_t hostPid() const { return load<uint32_t>(data + offsetof(struct event_context, host_pid)); }
  uint64_t processStart() const { return load<uint64_t>(data + offsetof(struct event_context, process_start)); }
  uint64_t timestamp() const { return load<uint64_t>(data + offsetof(struct event_context, timestamp)); }
  uint64_t cgroup() const { return load<uint64_t>(data + offsetof(struct event_context, cgroup_id)); }
  // No scope wants it, the collector itself does.
  bool isInternal() const { return load<uint16_t>(data + offsetof(struct event_context, flags)) & RECORD_INTERNAL; }
  const uint8_t *host() const { return data + offsetof(struct event_context, uts); }
  const uint8_t *args() const { return data + sizeof(struct event_context); }
};
