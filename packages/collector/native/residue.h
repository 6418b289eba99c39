// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <atomic>
#include <memory>

#include "bytes.h"
#include "container_filters.h"
#include "event_layout.h"
#include "value_set.h"

// What the kernel leaves to decide of an event (src/filter/residue.ts): conditions on its arguments, its return value, and names with
// wildcards. Never written once it is made; its meaning is that of src/filter/match.ts.
class Residue {
 public:
  // Throws Misuse when the bytes are not a residue of this schema.
  explicit Residue(const Bytes &encoded);

  // The scopes of the record that are left.
  uint64_t scopesLeft(const Record &record) const;
  // Of those, what is asked of the container.
  const ContainerFilters &containers() const { return *containers_; }

 private:
  enum class SubjectKind : uint8_t { kContext, kArgument, kRetval };
  enum Bounds : uint8_t { kMin = 1, kMax = 2, kUnsigned = 4 };

  struct Condition {
    SubjectKind kind;
    uint16_t which;  // context field or argument
    uint8_t bounds;
    uint64_t min;
    uint64_t max;
    ValueSet anyOf;
    ValueSet noneOf;
  };
  struct Clause {
    uint64_t scope;  // its bit
    uint32_t first;  // in conditionNumbers_
    uint32_t count;
  };
  struct Event {
    uint64_t always;
    std::vector<Clause> clauses;
  };

  bool holds(const Condition &condition, const Record &record) const;
  bool holdsArgument(const Condition &condition, const Record &record) const;
  bool holdsNumber(const Condition &condition, uint64_t value) const;
  template <typename Is>
  static bool chosen(const Condition &condition, Is is);

  std::vector<Condition> conditions_;
  std::vector<uint16_t> conditionNumbers_;
  std::vector<Event> events_;
  std::unique_ptr<ContainerFilters> containers_;
  std::array<uint16_t, schema::kEventIdMax + 1> eventNumbers_{};  // 0: none; else index into events_ + 1
};

// The residues of the filters in force and of those before, by bank (the lowest bit of a record's filter version).
class Residues {
 public:
  static constexpr size_t kBanks = 2;

  // Only for a bank of which no record is under way.
  void set(size_t bank, std::unique_ptr<Residue> residue) {
    current_[bank].store(residue.get(), std::memory_order_release);
    owned_[bank].swap(residue);
  }
  uint64_t scopesLeft(const Record &record) const {
    const Residue *residue = current_[record.filterVersion() % kBanks].load(std::memory_order_acquire);
    return residue == nullptr ? record.scopes() : residue->scopesLeft(record);
  }
  // Those that chose the record; none before there are filters.
  const ContainerFilters *containers(const Record &record) const {
    const Residue *residue = current_[record.filterVersion() % kBanks].load(std::memory_order_acquire);
    return residue == nullptr ? nullptr : &residue->containers();
  }

 private:
  std::unique_ptr<Residue> owned_[kBanks];
  std::atomic<const Residue *> current_[kBanks] = {};
};
