// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "bytes.h"
#include "cgroup_files.h"
#include "container_filters.h"
#include "kernel_record.h"

// What the JavaScript side is told.
struct ContainerChange {
  // kHost: a new cgroup that is of no container.
  enum Kind { kExisting, kCreated, kRemoved, kEvent, kHost };
  Kind kind;
  uint32_t index;
  uint64_t cgroup;
  std::string id;
  std::string runtime;
  std::string path;  // of the cgroup; '' where it is not known any more
  // The cgroup is the container's own, not one below it.
  bool isRoot;
  // kEvent: container_create or container_remove as a frame, with its arguments still to be filled in.
  Bytes frame;
};

// What a cgroup is called.
struct CgroupName {
  std::string container;  // its id; '' outside of containers
  std::string name;       // as the runtime told; outside of containers, the path of the cgroup. '' where it is not known
};

// Which container a task is in, by its cgroup. Of the ring thread, but for what is said to be of any.
//
//   cgroup id -> Cgroup -> Container, with the dictionary frame that tells it
//
// A cgroup comes with its cgroup_mkdir record, which the ring has before any record of a task in it. One that is met without (its record
// was lost) is looked up by its id. A removed cgroup is kept for records that come late; ids of cgroups are not given twice, and one that
// is made again replaces what it was.
class Containers {
 public:
  // Of an entry: it must leave room in a chunk of the queue.
  static constexpr size_t kMaxFrameBytes = 8192;

  struct Ref {
    uint32_t index = 0;  // into the container dictionary; 0 for none
    bool started = false;
  };

  // Cgroups that are there already; before the thread starts.
  void walk(const CgroupFiles &files);

  // A record of a cgroup that came or went, or of the first program of a container; others are none of its business.
  void note(const Record &record);
  Ref of(uint64_t cgroup) {
    if (cgroup != lastCgroup_) find(cgroup);
    return last_;
  }
  // Bytes of the dictionary frame that must go before the next event of the container; 0 when the reader has it.
  size_t untold(uint32_t index) const { return index == 0 || !containers_[index - 1].untold ? 0 : containers_[index - 1].frame.size(); }
  // Writes that frame.
  uint8_t *tell(uint32_t index, uint8_t *at);

  CgroupName nameOf(uint64_t cgroup);

  // What filters make of a container (0: of what is outside of all), by the bank they are in.
  const ContainerAnswer &answer(uint32_t index, size_t bank, const ContainerFilters &filters);
  bool isDescribed(uint32_t index) const { return containers_[index - 1].isDescribed; }

  // For container_create and container_remove: whether the record is of a container, and its change without the frame.
  bool isContainerEvent(const Record &record) const;
  bool completes(const Record &record, ContainerChange &change);

  // Any thread: another dictionary frame for a container, when the index still stands for it.
  void enrich(uint32_t index, const std::string &id, Bytes frame);
  // Any thread: what its runtime told of a container, if it is nothing; for filters.
  void describe(uint32_t index, const std::string &id, Description description);
  // Takes what came by enrich() and describe(); calls `described` for each container that has a name by now.
  void takeEnriched(const std::function<void(const std::string &id, const std::string &name)> &described);
  // Changes since the last call.
  std::vector<ContainerChange> takeChanges() { return std::move(changes_); }
  bool hasChanges() const { return !changes_.empty(); }
  void change(ContainerChange change) { changes_.push_back(std::move(change)); }

 private:
  // An index is given anew only when so many containers have been removed since.
  static constexpr size_t kRemovedKept = 16384;
  static constexpr size_t kStrangersKept = 65536;

  static constexpr size_t kBanks = 2;

  // An answer, while the same filters are in its bank.
  struct Answered {
    uint64_t filters = 0;
    ContainerAnswer answer;
  };
  struct Container {
    ContainerName name;
    bool isNew = false;  // it came after the collector
    bool isDescribed = false;
    Description description;
    std::array<Answered, kBanks> answered;
    Bytes frame;
    bool untold = true;
    bool started = false;
    uint32_t cgroups = 0;  // that are not forgotten
    uint32_t live = 0;     // that are not removed
  };
  struct Cgroup {
    uint32_t index;
    bool isRoot;
    bool removed = false;
  };
  struct Enriched {
    uint32_t index;
    std::string id;
    Bytes frame;
    std::optional<Description> description;
  };

  Container *current(const Enriched &enriched);
  void find(uint64_t cgroup);
  const Cgroup *add(uint64_t cgroup, std::string_view path, ContainerChange::Kind kind, bool started);
  void noteMade(uint64_t cgroup, std::string_view path);
  void remove(uint64_t cgroup);
  void release(uint32_t index);
  uint32_t indexOf(const ContainerName &name, bool isNew);
  uint32_t freeIndex();
  void forgetOldest();

  CgroupFiles files_;
  std::unordered_map<uint64_t, Cgroup> cgroups_;
  std::unordered_map<std::string, uint32_t> byId_;
  std::vector<Container> containers_;
  std::deque<uint64_t> removed_;       // cgroups of containers, the oldest first
  std::deque<uint32_t> freeIndexes_;   // of containers all of whose cgroups were forgotten
  size_t strangers_ = 0;               // cgroups of no container
  std::vector<ContainerChange> changes_;
  // No cgroup has the id 0.
  uint64_t lastCgroup_ = 0;
  Ref last_;
  std::array<Answered, kBanks> outside_;

  std::mutex mutex_;
  std::vector<Enriched> enriched_;
};
