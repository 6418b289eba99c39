// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "containers.h"
#include "executables.h"
#include "host_names.h"
#include "kernel_record.h"

// Where frames are written.
struct Output {
  uint8_t *at;
  uint8_t *end;

  size_t room() const { return static_cast<size_t>(end - at); }
};

enum class Encoded {
  kFrame,
  kNoRoom,  // try again with more
  kBad,     // not a record of this schema
};

// From a record to an event frame, behind dictionary frames when its host is new, or its container or executable has not been told. Every byte it reads is inside of the record, and
// every byte it writes inside of the output.
class Encoder {
 public:
  // With less room than this it does not try.
  static constexpr size_t kLeastRoom = 1024;

  // `scopes`: those of the record that are left. `flags`: bits of the context's flags that are added.
  // `named`: of container_create and container_remove, in whose record the path of the cgroup stands for the container.
  Encoded encode(const Record &record, uint64_t scopes, uint16_t flags, Output &out, const ContainerName *named = nullptr);

  Containers &containers() { return containers_; }
  Executables &executables() { return executables_; }
  // Where the event frame that was encoded last begins.
  uint8_t *lastFrame() const { return lastFrame_; }

 private:
  HostNames hosts_;
  Containers containers_;
  Executables executables_;
  uint8_t *lastFrame_ = nullptr;
};
