// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "value_set.h"

// What a runtime tells of a container, as filters name it; '' where it has none.
struct Description {
  static constexpr size_t kSubjects = 4;  // name, image, pod, namespace
  std::array<std::string, kSubjects> texts;
  std::vector<std::pair<std::string, std::string>> labels;

  const std::string &name() const { return texts[0]; }
  // The text of a subject; of the number behind the last, of a label.
  std::string_view text(size_t subject, const std::string &label) const;
};

// The scopes with a filter on containers that take a container.
struct ContainerAnswer {
  uint64_t takes = 0;
  // Not decided before its runtime has told what it is.
  uint64_t open = 0;
  // Of those, what takes it when nothing is told.
  uint64_t openTakes = 0;

  uint64_t atLast() const { return takes | openTakes; }
};

class ResidueReader;

// The filters on containers of the scopes of a bank. Never written once they are made; their meaning is that of
// src/filter/container_match.ts. Those of scopes that follow are the kernel's alone.
class ContainerFilters {
 public:
  explicit ContainerFilters(ResidueReader &reader);

  // Scopes with such a filter.
  uint64_t asking() const { return asking_; }
  // No other filters have it.
  uint64_t number() const { return number_; }
  // Of a container (id '': outside of all), with what its runtime told, if it did.
  ContainerAnswer answer(std::string_view id, bool isNew, const Description *description) const;

 private:
  enum class Asked : uint8_t { kAny, kNo, kYes };
  struct Condition {
    uint8_t subject;
    std::string label;
    ValueSet anyOf;
    ValueSet noneOf;
  };
  struct Filter {
    uint64_t scope;  // its bit
    Asked inside;
    Asked isNew;
    ValueSet wanted;
    ValueSet excluded;
    std::vector<Condition> described;
  };

  static Asked takeAsked(ResidueReader &reader);
  static bool takesId(const Filter &filter, std::string_view id, bool isNew);
  static bool isDescribed(const Filter &filter, const Description *description);

  std::vector<Filter> filters_;
  uint64_t asking_ = 0;
  uint64_t number_;
};
