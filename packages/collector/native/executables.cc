// SPDX-License-Identifier: Apache-2.0
#include "executables.h"

#include <algorithm>

#include "frame.h"
#include "process_files.h"

namespace {

constexpr uint8_t kExecutableDictionary = 3;
constexpr uint8_t kProcessDictionary = 5;

std::string_view pathOf(const Record &record, const struct blob &blob) {
  if (blob.len == BLOB_FAULT || blob.off + blob.len > record.length) return {};
  return {reinterpret_cast<const char *>(record.data) + blob.off, blob.len};
}

// Payload: array16, u8 dictionary, u32 process id, u32 parent, u64 start, str16 name, str16 path (event-schema/src/frame/dictionary.ts).
constexpr size_t kDictionaryAt = frame::kHeadBytes + 3 + 1;
constexpr size_t kPidAt = kDictionaryAt + 1 + 1;
constexpr size_t kStartAt = kPidAt + 4 + 5 + 1;
constexpr size_t kNameAt = kStartAt + 8;

std::string_view textAt(const uint8_t *at, const uint8_t *end) {
  if (end - at < 3) return {};
  const size_t length = frame::word(at + 1);
  return static_cast<size_t>(end - at) < 3 + length ? std::string_view{} : std::string_view{reinterpret_cast<const char *>(at) + 3, length};
}

}  // namespace

void Executables::learn(const uint8_t *frames, size_t bytes) {
  frame::walk(frames, frames + bytes, [this](const uint8_t *head, size_t size) {
    if (frame::kindOf(head) != frame::kDictionary || size <= kNameAt || head[kDictionaryAt] != kProcessDictionary) return;
    const std::string_view name = textAt(head + kNameAt, head + size);
    const std::string_view path = textAt(head + kNameAt + 3 + name.size(), head + size);
    known_[__builtin_bswap32(load<uint32_t>(head + kPidAt))] = {__builtin_bswap64(load<uint64_t>(head + kStartAt)), std::string(path)};
  });
}

void Executables::note(const Record &record) {
  if (record.length < sizeof(struct event_context) + sizeof(struct program_args)) return;
  noteNumber(record);
  const auto args = load<struct program_args>(record.args());
  if (args.child_pid != 0) noteFork(record, args);
  else noteExec(record, args);
}

// What was known may be wrong where a note was lost.
void Executables::noteNumber(const Record &record) {
  const uint16_t cpu = record.cpu();
  if (cpu >= numbers_.size()) numbers_.resize(cpu + size_t{1});
  uint64_t &next = numbers_[cpu];
  if (record.sequence() > next) forget();
  next = std::max(next, record.sequence() + 1);
}

void Executables::forget() {
  young_.clear();
  old_.clear();
  known_.clear();
  std::fill(slots_.begin(), slots_.end(), Slot{});
}

void Executables::noteFork(const Record &record, const struct program_args &args) {
  const uint32_t index = of(record);
  Program program;
  if (index != 0) program = {0, index, paths_[index - 1].version};
  slotOf(args.child_pid) = {};
  add({args.child_start, args.child_pid}, program);
}

void Executables::noteExec(const Record &record, const struct program_args &args) {
  const Key key{record.processStart(), record.hostPid()};
  const Program program = programOf(pathOf(record, args.pathname), record.timestamp());
  Process *process = lookup(key);
  if (process == nullptr) {
    // /proc would tell the new one already
    const auto before = known_.find(key.pid);
    const bool isSame = before != known_.end() && process_files::isSameStart(before->second.start, key.start);
    process = &add(key, isSame ? programOf(before->second.path, 0) : Program{});
  }
  if (process->size() == kPrograms) process->erase(process->begin());
  process->push_back(program);
  slotOf(key.pid) = {};
}

uint32_t Executables::find(const Key &key, uint64_t time) {
  Process *process = lookup(key);
  if (process == nullptr) process = &add(key, programOf(resolve(key), 0));
  const Program *program = at(*process, time);
  if (program == nullptr) return 0;
  Program &latest = process->back();
  if (program != &latest) return isCurrent(*program) ? program->index : 0;
  if (!isCurrent(latest)) latest = programOf(resolve(key), latest.since);
  slotOf(key.pid) = {key, latest.since, latest.index};
  return latest.index;
}

// Null: before all that are still known.
const Executables::Program *Executables::at(const Process &process, uint64_t time) {
  const auto found = std::find_if(process.rbegin(), process.rend(), [time](const Program &each) { return time >= each.since; });
  return found == process.rend() ? nullptr : &*found;
}

bool Executables::isCurrent(const Program &program) const {
  return program.index == 0 || paths_[program.index - 1].version == program.version;
}

Executables::Process *Executables::lookup(const Key &key) {
  if (const auto young = young_.find(key); young != young_.end()) return &young->second;
  const auto old = old_.find(key);
  if (old == old_.end()) return nullptr;
  Process process = std::move(old->second);
  old_.erase(old);
  return &(add(key, {}) = std::move(process));
}

Executables::Process &Executables::add(const Key &key, const Program &program) {
  if (young_.size() >= kProcesses) {
    old_ = std::move(young_);
    young_.clear();
  }
  return young_[key] = {program};
}

std::string Executables::resolve(const Key &key) {
  const auto known = known_.find(key.pid);
  if (known != known_.end()) {
    const bool isSame = process_files::isSameStart(known->second.start, key.start);
    std::string path = std::move(known->second.path);
    known_.erase(known);
    if (isSame) return path;
  }
  return process_files::executable(proc_, key.pid, key.start);
}

Executables::Program Executables::programOf(std::string_view path, uint64_t since) {
  if (path.empty() || path.size() > kMaxPathBytes) return {since, 0, 0};
  std::string text(path);
  if (const auto known = indexes_.find(text); known != indexes_.end()) {
    return {since, known->second, paths_[known->second - 1].version};
  }
  size_t place = paths_.size();
  if (place < kPaths) {
    paths_.emplace_back();
  } else {
    place = oldest_;
    oldest_ = (oldest_ + 1) % kPaths;
    indexes_.erase(paths_[place].text);
    std::fill(slots_.begin(), slots_.end(), Slot{});
  }
  Path &entry = paths_[place];
  entry.version++;
  entry.untold = true;
  const uint32_t index = static_cast<uint32_t>(place + 1);
  indexes_.emplace(text, index);
  entry.text = std::move(text);
  return {since, index, entry.version};
}

size_t Executables::frameBytes(const std::string &path) { return frame::kHeadBytes + 3 + 2 + 5 + 3 + path.size(); }

uint8_t *Executables::tell(uint32_t index, uint8_t *at) {
  Path &entry = paths_[index - 1];
  entry.untold = false;
  uint8_t *const head = at;
  at = frame::open(at, frame::kDictionary);
  at = msgpack::array16(at, 3);
  at = msgpack::u8(at, kExecutableDictionary);
  at = msgpack::u32(at, index);
  at = msgpack::str16(at, entry.text.data(), static_cast<uint16_t>(entry.text.size()));
  frame::close(head, at);
  return at;
}
