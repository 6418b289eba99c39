// SPDX-License-Identifier: Apache-2.0
#include "container_filters.h"

#include <algorithm>
#include <atomic>

#include "residue_reader.h"

std::string_view Description::text(size_t subject, const std::string &label) const {
  if (subject < kSubjects) return texts[subject];
  const auto found = std::find_if(labels.begin(), labels.end(), [&label](const auto &each) { return each.first == label; });
  return found == labels.end() ? std::string_view() : found->second;
}

ContainerFilters::ContainerFilters(ResidueReader &reader) {
  static std::atomic<uint64_t> numbers{0};
  number_ = ++numbers;
  for (auto left = reader.take<uint8_t>(); left > 0; left--) {
    Filter &filter = filters_.emplace_back();
    filter.scope = reader.takeScope();
    filter.inside = takeAsked(reader);
    filter.isNew = takeAsked(reader);
    reader.take(filter.wanted);
    reader.take(filter.excluded);
    for (auto conditions = reader.take<uint16_t>(); conditions > 0; conditions--) {
      Condition &condition = filter.described.emplace_back();
      condition.subject = reader.take<uint8_t>();
      ResidueReader::check(condition.subject <= Description::kSubjects, "asks of a container what is not known");
      condition.label = reader.takeText();
      reader.take(condition.anyOf);
      reader.take(condition.noneOf);
    }
    asking_ |= filter.scope;
  }
}

ContainerFilters::Asked ContainerFilters::takeAsked(ResidueReader &reader) {
  const auto asked = reader.take<uint8_t>();
  ResidueReader::check(asked <= static_cast<uint8_t>(Asked::kYes), "asks what is neither yes nor no");
  return static_cast<Asked>(asked);
}

bool ContainerFilters::takesId(const Filter &filter, std::string_view id, bool isNew) {
  const auto is = [](Asked asked, bool fact) { return asked == Asked::kAny || (asked == Asked::kYes) == fact; };
  const bool isInside = !id.empty();
  if (!is(filter.inside, isInside) || !is(filter.isNew, isNew)) return false;
  if (!filter.wanted.empty() && !(isInside && filter.wanted.has(id))) return false;
  return filter.excluded.empty() || !(isInside && filter.excluded.has(id));
}

// Without a description nothing is equal.
bool ContainerFilters::isDescribed(const Filter &filter, const Description *description) {
  return std::all_of(filter.described.begin(), filter.described.end(), [description](const Condition &condition) {
    const std::string_view text = description == nullptr ? std::string_view() : description->text(condition.subject, condition.label);
    const auto is = [text](const ValueSet &set) { return !text.empty() && set.has(text); };
    return (condition.anyOf.empty() || is(condition.anyOf)) && (condition.noneOf.empty() || !is(condition.noneOf));
  });
}

ContainerAnswer ContainerFilters::answer(std::string_view id, bool isNew, const Description *description) const {
  ContainerAnswer answer;
  for (const Filter &filter : filters_) {
    if (!takesId(filter, id, isNew)) continue;
    const bool isOpen = !filter.described.empty() && !id.empty() && description == nullptr;
    if (isOpen) answer.open |= filter.scope;
    if (isDescribed(filter, description)) (isOpen ? answer.openTakes : answer.takes) |= filter.scope;
  }
  return answer;
}
