// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <bpf/libbpf.h>

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "bytes.h"
#include "kernel_record.h"
#include "link.h"
#include "ring.h"
#include "variables.h"

struct LoadSettings {
  std::string path;
  std::vector<std::string> programs;
  uint32_t ringBytes;
  uint32_t controlRingBytes;  // where the object has one
  std::string btf;  // '' for the kernel's own
  uint32_t plainCast;  // number of bpf_rdonly_cast in the kernel's own, 0 for none
  std::vector<std::pair<std::string, Bytes>> constants;
};

struct AttachResult {
  std::string program;
  std::string error;  // '' when attached
};

// A link that somebody else has ended.
struct LostLink {
  std::string program;
  std::string found;
  std::string error;  // why it could not be attached again; '' when it is
};

// A BPF object in the kernel, with its links; all of it goes with this.
class BpfObject {
 public:
  // Throws KernelError, Misuse.
  explicit BpfObject(const LoadSettings &settings);
  ~BpfObject();
  BpfObject(const BpfObject &) = delete;
  BpfObject &operator=(const BpfObject &) = delete;

  // Loads more programs beside those that may run: an object of its own for the kernel, with the maps of the first. Of a program that is
  // loaded twice the newer is meant from then on. Throws KernelError, Misuse; then nothing has changed.
  void loadMore(const std::vector<std::string> &programs);

  void setGlobal(const std::string &name, size_t offset, const Bytes &value);
  void updateMap(const std::string &map, const Bytes &key, const Bytes &value);
  void deleteFromMap(const std::string &map, const Bytes &key);
  // Deletes the keys of a bank: those whose first word has it as its lowest bit.
  void clearBank(const std::string &map, uint32_t bank);
  // When it returns, no program sees any more what was in force before.
  static void waitForPrograms();
  void setProgram(const std::string &map, uint32_t index, const std::string &program);
  std::vector<AttachResult> attach(const std::vector<std::string> &programs);
  // Ends the links of programs, all but those of the newest of each when `older`; programs that go with their links leave the kernel.
  void detach(const std::vector<std::string> &programs, bool older);
  // Looks at every link, and attaches again what is no longer attached; what could not be, when it can.
  std::vector<LostLink> repairLinks();
  // When it returns, no program of a link runs any more.
  void detach();

  // Null where the object has no such ring.
  std::unique_ptr<Ring> ring(enum ring_id id) const;
  // Events whose records go into the control ring.
  std::vector<uint16_t> controlEvents() const;
  // -1 where nothing is throttled.
  int throttledFd() const;
  // By cgroup, as the collector counts: -1 and 0 when the object has no room for it.
  int cgroupCountsFd() const;
  size_t cgroupCounts() const;
  // -1 when the object counts nothing.
  int countersFd() const;
  // The word that the consumer sets before it sleeps, in memory shared with the programs.
  uint32_t *needWakeup() const;
  // The word that says which thread name is a pulse, likewise.
  uint64_t *pulse() const;

 private:
  bpf_object *open() const;
  void setSizes(const LoadSettings &settings);
  static void choosePrograms(bpf_object *object, const std::vector<std::string> &programs, const std::string &path);
  void setConstant(const std::string &name, const Bytes &value);
  void checkFingerprint() const;
  void load(bpf_object *object) const;
  std::vector<LostLink> endedLinks();
  std::string attachOne(const std::string &name);
  // A kprobe on every function of the name.
  bool attachEachFunction(bpf_program *wanted);
  bpf_program *program(const char *operation, const std::string &name) const;
  bpf_map *map(const char *operation, const std::string &name) const;
  // -1 where the object has none of this name.
  int mapFd(const char *name) const;
  uint8_t *memory(const Variable &variable);

  std::string path_;
  std::string btf_;
  uint32_t plainCast_;
  bpf_object *object_ = nullptr;
  std::vector<bpf_object *> more_;  // with its maps
  std::vector<Link> links_;
  // Programs that were detached from outside, and could not be attached again.
  std::vector<std::string> missing_;
  std::map<const bpf_map *, MappedSection> sections_;
  uint8_t *control_ = nullptr;  // struct control
};
