// SPDX-License-Identifier: Apache-2.0
#include "text_set.h"

#include <algorithm>
#include <cstring>

void FlatMap::put(uint64_t key, uint32_t value) {
  if (used_ * 2 >= slots_.size()) grow();
  size_t i = place(key);
  while (slots_[i].value != kNone && slots_[i].key != key) i = (i + 1) & (slots_.size() - 1);
  if (slots_[i].value == kNone) used_++;
  slots_[i] = {key, value};
}

void FlatMap::grow() {
  std::vector<Slot> old(std::max<size_t>(16, slots_.size() * 2), Slot{0, kNone});
  old.swap(slots_);
  used_ = 0;
  for (const Slot &slot : old) {
    if (slot.value != kNone) put(slot.key, slot.value);
  }
}

namespace {

uint64_t edge(uint32_t node, char byte) { return uint64_t{node} << 8 | static_cast<uint8_t>(byte); }

uint64_t hashOf(std::string_view text) {
  uint64_t hash = text.size();
  size_t i = 0;
  for (; i + 8 <= text.size(); i += 8) {
    uint64_t word;
    memcpy(&word, text.data() + i, 8);
    hash = (hash ^ word) * 0x9e3779b97f4a7c15u;
    hash ^= hash >> 29;
  }
  for (; i < text.size(); i++) hash = (hash ^ static_cast<uint8_t>(text[i])) * 0x100000001b3u;
  return hash ^ hash >> 32;
}

}  // namespace

void PrefixTree::build(std::vector<std::string_view> texts) {
  auto less = [this](std::string_view a, std::string_view b) {
    const size_t common = std::min(a.size(), b.size());
    for (size_t i = 0; i < common; i++) {
      if (at(a, i) != at(b, i)) return static_cast<uint8_t>(at(a, i)) < static_cast<uint8_t>(at(b, i));
    }
    return a.size() < b.size();
  };
  std::sort(texts.begin(), texts.end(), less);
  if (!texts.empty()) add(texts, 0, texts.size(), 0);
}

// The texts [first, last) agree in their first `depth` bytes. A text that ends here makes all that go on needless.
uint32_t PrefixTree::add(const std::vector<std::string_view> &texts, size_t first, size_t last, size_t depth) {
  const std::string_view low = texts[first], high = texts[last - 1];
  size_t end = depth;
  while (end < low.size() && end < high.size() && at(low, end) == at(high, end)) end++;
  const uint32_t node = static_cast<uint32_t>(nodes_.size());
  nodes_.push_back({static_cast<uint32_t>(labels_.size()), static_cast<uint16_t>(end - depth), low.size() == end});
  for (size_t i = depth; i < end; i++) labels_.push_back(at(low, i));
  if (nodes_[node].ends) return node;
  for (size_t from = first; from < last;) {
    const char byte = at(texts[from], end);
    size_t to = from + 1;
    while (to < last && at(texts[to], end) == byte) to++;
    children_.put(edge(node, byte), add(texts, from, to, end));
    from = to;
  }
  return node;
}

bool PrefixTree::matches(std::string_view text) const {
  if (nodes_.empty()) return false;
  size_t depth = 0;
  for (uint32_t number = 0; number != FlatMap::kNone;) {
    const Node &node = nodes_[number];
    if (text.size() - depth < node.length) return false;
    if (backwards_) {
      for (size_t i = 0; i < node.length; i++) {
        if (labels_[node.label + i] != at(text, depth + i)) return false;
      }
    } else if (memcmp(labels_.data() + node.label, text.data() + depth, node.length) != 0) {
      return false;
    }
    depth += node.length;
    if (node.ends) return true;
    if (depth == text.size()) return false;
    number = children_.find(edge(number, at(text, depth)));
  }
  return false;
}

void Finder::build(const std::vector<std::string_view> &texts) {
  nodes_.push_back({0, false});
  std::vector<std::vector<char>> bytes(1);
  std::vector<uint32_t> parents(1);
  for (std::string_view text : texts) {
    uint32_t node = 0;
    for (char byte : text) {
      uint32_t child = children_.find(edge(node, byte));
      if (child == FlatMap::kNone) {
        child = static_cast<uint32_t>(nodes_.size());
        nodes_.push_back({0, false});
        bytes.emplace_back();
        parents.push_back(node);
        bytes[node].push_back(byte);
        children_.put(edge(node, byte), child);
      }
      node = child;
    }
    nodes_[node].ends = true;
  }
  // By falling length of what was read: a node's fallback is nearer to the root.
  std::vector<uint32_t> order{0};
  for (size_t i = 0; i < order.size(); i++) {
    const uint32_t node = order[i];
    for (char byte : bytes[node]) {
      const uint32_t child = children_.find(edge(node, byte));
      nodes_[child].fallback = node == 0 ? 0 : next(nodes_[node].fallback, static_cast<uint8_t>(byte));
      nodes_[child].ends |= nodes_[nodes_[child].fallback].ends;
      order.push_back(child);
    }
  }
}

uint32_t Finder::next(uint32_t node, uint8_t byte) const {
  for (;;) {
    const uint32_t child = children_.find(edge(node, static_cast<char>(byte)));
    if (child != FlatMap::kNone) return child;
    if (node == 0) return 0;
    node = nodes_[node].fallback;
  }
}

bool Finder::matches(std::string_view text) const {
  uint32_t node = 0;
  if (nodes_[0].ends) return true;
  for (char byte : text) {
    node = next(node, static_cast<uint8_t>(byte));
    if (nodes_[node].ends) return true;
  }
  return false;
}

void TextSet::build() {
  for (size_t how = 0; how < 4; how++) {
    has_[how] = !texts_[how].empty();
    if (has_[how]) empty_ = false;
  }
  for (std::string_view text : texts_[static_cast<size_t>(TextMatch::kExact)]) {
    const uint32_t number = static_cast<uint32_t>(exact_.size());
    exact_.emplace_back(text.begin(), text.end());
    sameHash_.push_back(firstByHash_.find(hashOf(text)));
    firstByHash_.put(hashOf(text), number);
  }
  prefixes_.build(texts_[static_cast<size_t>(TextMatch::kPrefix)]);
  suffixes_.build(texts_[static_cast<size_t>(TextMatch::kSuffix)]);
  finder_.build(texts_[static_cast<size_t>(TextMatch::kContains)]);
  for (auto &texts : texts_) texts = {};
}

bool TextSet::hasExact(std::string_view text) const {
  for (uint32_t i = firstByHash_.find(hashOf(text)); i != FlatMap::kNone; i = sameHash_[i]) {
    if (exact_[i].size() == text.size() && memcmp(exact_[i].data(), text.data(), text.size()) == 0) return true;
  }
  return false;
}

bool TextSet::matches(std::string_view text) const {
  return (has_[0] && hasExact(text)) || (has_[1] && prefixes_.matches(text)) || (has_[2] && suffixes_.matches(text)) ||
         (has_[3] && finder_.matches(text));
}
