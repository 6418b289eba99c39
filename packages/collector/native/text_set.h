// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

// From a 64-bit key to a number, in one flat table; built once, then only read.
class FlatMap {
 public:
  static constexpr uint32_t kNone = UINT32_MAX;

  void put(uint64_t key, uint32_t value);
  uint32_t find(uint64_t key) const {
    if (slots_.empty()) return kNone;
    for (size_t i = place(key);; i = (i + 1) & (slots_.size() - 1)) {
      if (slots_[i].value == kNone || slots_[i].key == key) return slots_[i].value;
    }
  }

 private:
  struct Slot {
    uint64_t key;
    uint32_t value;
  };
  size_t place(uint64_t key) const { return (key * 0x9e3779b97f4a7c15u >> 20) & (slots_.size() - 1); }
  void grow();

  std::vector<Slot> slots_;
  size_t used_ = 0;
};

// Whether a text begins (or, read backwards, ends) with one of many: a walk down the text, from branch to branch. The cost does not
// depend on how many there are.
class PrefixTree {
 public:
  explicit PrefixTree(bool backwards) : backwards_(backwards) {}
  // Once, with all of them.
  void build(std::vector<std::string_view> texts);
  bool matches(std::string_view text) const;

 private:
  struct Node {
    uint32_t label;   // in labels_
    uint16_t length;  // of the label
    bool ends;        // one of the texts
  };
  uint32_t add(const std::vector<std::string_view> &texts, size_t first, size_t last, size_t depth);
  char at(std::string_view text, size_t i) const { return backwards_ ? text[text.size() - 1 - i] : text[i]; }

  bool backwards_;
  std::vector<Node> nodes_;
  std::vector<char> labels_;
  FlatMap children_;  // node << 8 | byte
};

// Whether a text holds one of many, in one walk (Aho and Corasick, 1975).
class Finder {
 public:
  void build(const std::vector<std::string_view> &texts);
  bool matches(std::string_view text) const;

 private:
  struct Node {
    uint32_t fallback;
    bool ends;
  };
  uint32_t next(uint32_t node, uint8_t byte) const;

  std::vector<Node> nodes_;
  FlatMap children_;  // node << 8 | byte
};

enum class TextMatch : uint8_t { kExact, kPrefix, kSuffix, kContains };

// Texts to compare with, of every kind at once.
class TextSet {
 public:
  void add(TextMatch how, std::string_view text) { texts_[static_cast<size_t>(how)].push_back(text); }
  // The texts given to add() are not needed any more.
  void build();
  bool empty() const { return empty_; }
  bool matches(std::string_view text) const;

 private:
  bool hasExact(std::string_view text) const;

  std::vector<std::string_view> texts_[4];
  bool empty_ = true;
  bool has_[4] = {};
  std::vector<std::vector<char>> exact_;
  FlatMap firstByHash_;  // index into exact_
  std::vector<uint32_t> sameHash_;
  PrefixTree prefixes_{false};
  PrefixTree suffixes_{true};
  Finder finder_;
};
