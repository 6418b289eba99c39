// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "bytes.h"
#include "kernel_record.h"

// What program a process runs, and ran when an event of it was seen. Of the ring thread, but for learn().
//
//   host process id, start -> Process: programs, each since a moment -> path, with the dictionary frame that tells it
//
// Forks and executions tell it as notes (RECORD_PROGRAM), whatever the scopes ask for; a process that ran before the first of them is as
// /proc had it at the start. One that is met without, since notes were lost or it was idle for long, is looked up in /proc, where its start
// says whether it is still the same process; where it is not, its program is not known. Nothing is taken out when a process ends: what has
// not been met for long goes, so that an event that comes late still finds it.
class Executables {
 public:
  static constexpr size_t kMaxPathBytes = PATH_MAX_BYTES;

  explicit Executables(std::string proc = "/proc") : proc_(std::move(proc)), slots_(kSlots) {}

  // Process entries of the dictionary: what runs already. Before the thread starts.
  void learn(const uint8_t *frames, size_t bytes);
  // A RECORD_PROGRAM.
  void note(const Record &record);

  // Of the process of a record, at its time: an index into the executable dictionary, 0 where it is not known.
  uint32_t of(const Record &record) {
    const Slot &slot = slotOf(record.hostPid());
    const bool isHit = slot.key.pid == record.hostPid() && slot.key.start == record.processStart() && record.timestamp() >= slot.since;
    return isHit ? slot.index : find({record.processStart(), record.hostPid()}, record.timestamp());
  }
  // Bytes of the dictionary frame that must go before the next event; 0 when the reader has it.
  size_t untold(uint32_t index) const { return index == 0 || !paths_[index - 1].untold ? 0 : frameBytes(paths_[index - 1].text); }
  // Writes that frame.
  uint8_t *tell(uint32_t index, uint8_t *at);

 private:
  // Paths, and half of the processes. Of a path that was given up, its processes are looked up anew.
  static constexpr size_t kPaths = 4096;
  static constexpr size_t kProcesses = 32768;
  // Executions of one process that are told apart, for events that are looked at later: sorted ones, those that wait for a runtime.
  static constexpr size_t kPrograms = 32;
  static constexpr size_t kSlots = 1024;

  struct Key {
    uint64_t start = 0;
    uint32_t pid = 0;
    bool operator==(const Key &other) const { return start == other.start && pid == other.pid; }
  };
  struct Hash {
    size_t operator()(const Key &key) const { return (key.start ^ key.pid) * 0x9e3779b97f4a7c15u; }
  };
  struct Path {
    std::string text;
    uint32_t version = 0;  // of what the index stands for
    bool untold = true;
  };
  struct Program {
    uint64_t since = 0;
    uint32_t index = 0;
    uint32_t version = 0;
  };
  // Its programs, the latest last; never empty.
  using Process = std::vector<Program>;
  struct Known {
    uint64_t start;
    std::string path;
  };
  // A process that was met lately, with its latest program.
  struct Slot {
    Key key;
    uint64_t since = 0;
    uint32_t index = 0;
  };

  static size_t frameBytes(const std::string &path);
  Slot &slotOf(uint32_t pid) { return slots_[pid % kSlots]; }
  uint32_t find(const Key &key, uint64_t time);
  Process *lookup(const Key &key);
  Process &add(const Key &key, const Program &program);
  static const Program *at(const Process &process, uint64_t time);
  bool isCurrent(const Program &program) const;
  Program programOf(std::string_view path, uint64_t since);
  std::string resolve(const Key &key);
  void noteFork(const Record &record, const struct program_args &args);
  void noteExec(const Record &record, const struct program_args &args);
  void noteNumber(const Record &record);
  void forget();

  std::string proc_;
  std::vector<Path> paths_;
  std::unordered_map<std::string, uint32_t> indexes_;
  size_t oldest_ = 0;
  // What is met is in the young half. When that is full it becomes the old one, and what was not met since is gone.
  std::unordered_map<Key, Process, Hash> young_;
  std::unordered_map<Key, Process, Hash> old_;
  std::unordered_map<uint32_t, Known> known_;  // before the start, by process id
  std::vector<Slot> slots_;
  std::vector<uint64_t> numbers_;  // by CPU: of its next note
};
