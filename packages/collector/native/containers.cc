// SPDX-License-Identifier: Apache-2.0
#include "containers.h"

#include <algorithm>

#include "frame.h"

namespace {

constexpr uint8_t kContainerDictionary = 2;
// Of a dictionary entry: id, image, digest, name, pod name, pod namespace, pod uid, runtime (event-schema/src/frame/dictionary.ts).
constexpr uint16_t kTexts = 8;

uint8_t *text(uint8_t *at, const std::string &value) { return msgpack::str16(at, value.data(), static_cast<uint16_t>(value.size())); }

// What is known from the cgroup alone.
Bytes plainFrame(uint32_t index, const ContainerName &name) {
  Bytes frame(frame::kHeadBytes + 3 + 2 + 5 + kTexts * 3 + name.id.size() + name.runtime.size());
  uint8_t *at = frame::open(frame.data(), frame::kDictionary);
  at = msgpack::array16(at, 2 + kTexts);
  at = msgpack::u8(at, kContainerDictionary);
  at = msgpack::u32(at, index);
  at = text(at, name.id);
  for (int i = 0; i < kTexts - 2; i++) at = text(at, "");
  at = text(at, name.runtime);
  frame::close(frame.data(), at);
  return frame;
}

std::string_view textOf(const Record &record, const struct blob &blob) {
  if (blob.len == BLOB_FAULT || blob.off + blob.len > record.length) return {};
  return {reinterpret_cast<const char *>(record.data) + blob.off, blob.len};
}

template <typename Args>
bool argsOf(const Record &record, Args &args) {
  if (record.length < sizeof(struct event_context) + sizeof args) return false;
  args = load<Args>(record.args());
  return true;
}

}  // namespace

void Containers::walk(const CgroupFiles &files) {
  files_ = files;
  files_.walk([this](uint64_t cgroup, const std::string &path) { add(cgroup, path, ContainerChange::kExisting, true); });
}

void Containers::note(const Record &record) {
  switch (record.eventId()) {
    case EVENT_CGROUP_MKDIR: {
      struct cgroup_mkdir_args args;
      if (argsOf(record, args) && args.hierarchy_id == files_.hierarchy()) {
        noteMade(args.cgroup_id, textOf(record, args.cgroup_path));
      }
      return;
    }
    case EVENT_CGROUP_RMDIR: {
      struct cgroup_rmdir_args args;
      if (argsOf(record, args) && args.hierarchy_id == files_.hierarchy()) remove(args.cgroup_id);
      return;
    }
    case EVENT_MOUNT_NAMESPACE_EXEC: {
      const Ref ref = of(record.cgroup());
      if (ref.index == 0) return;
      containers_[ref.index - 1].started = true;
      last_.started = true;
      return;
    }
    default:
      return;
  }
}

void Containers::noteMade(uint64_t cgroup, std::string_view path) {
  const Cgroup *made = add(cgroup, path, ContainerChange::kCreated, false);
  if (made->index == 0) changes_.push_back({ContainerChange::kHost, 0, cgroup, "", "", std::string(path), false, {}});
}

void Containers::find(uint64_t cgroup) {
  auto found = cgroups_.find(cgroup);
  const Cgroup *known = found != cgroups_.end() ? &found->second : add(cgroup, files_.path(cgroup), ContainerChange::kCreated, true);
  lastCgroup_ = cgroup;
  last_ = known->index == 0 ? Ref{} : Ref{known->index, containers_[known->index - 1].started};
}

CgroupName Containers::nameOf(uint64_t cgroup) {
  const uint32_t index = of(cgroup).index;
  if (index == 0) return {"", files_.path(cgroup)};
  const Container &container = containers_[index - 1];
  return {container.name.id, container.description.name()};
}

const Containers::Cgroup *Containers::add(uint64_t cgroup, std::string_view path, ContainerChange::Kind kind, bool started) {
  const ContainerName name = containerOf(path);
  auto known = cgroups_.find(cgroup);
  const bool isKnown = known != cgroups_.end() && !known->second.removed &&
                       (known->second.index == 0 ? name.id.empty() : containers_[known->second.index - 1].name.id == name.id);
  if (isKnown) return &known->second;
  lastCgroup_ = 0;
  last_ = {};
  if (known != cgroups_.end()) {
    remove(cgroup);
    if (const uint32_t before = known->second.index; before != 0) release(before);
  }
  if (name.id.empty()) {
    // Those of the host are soon looked up again: forgetting them all is cheaper than a list of who was used when.
    if (strangers_ >= kStrangersKept) {
      for (auto at = cgroups_.begin(); at != cgroups_.end();) at = at->second.index == 0 ? cgroups_.erase(at) : std::next(at);
      strangers_ = 0;
    }
    strangers_++;
    return &(cgroups_[cgroup] = Cgroup{0, false});
  }
  const uint32_t index = indexOf(name, kind != ContainerChange::kExisting);
  Container &container = containers_[index - 1];
  container.cgroups++;
  // One that is made again, as by a restart, begins anew.
  if (container.live++ == 0) container.started = started;
  changes_.push_back({kind, index, cgroup, name.id, name.runtime, std::string(path), name.isRoot, {}});
  return &(cgroups_[cgroup] = Cgroup{index, name.isRoot});
}

void Containers::remove(uint64_t cgroup) {
  auto found = cgroups_.find(cgroup);
  if (found == cgroups_.end() || found->second.removed) return;
  Cgroup &gone = found->second;
  gone.removed = true;
  if (gone.index == 0) return;
  Container &container = containers_[gone.index - 1];
  container.live--;
  changes_.push_back({ContainerChange::kRemoved, gone.index, cgroup, container.name.id, container.name.runtime, "", gone.isRoot, {}});
  removed_.push_back(cgroup);
  if (removed_.size() > kRemovedKept) forgetOldest();
}

void Containers::forgetOldest() {
  auto oldest = cgroups_.find(removed_.front());
  removed_.pop_front();
  if (oldest == cgroups_.end() || !oldest->second.removed) return;  // made again since
  const uint32_t index = oldest->second.index;
  if (oldest->first == lastCgroup_) lastCgroup_ = 0, last_ = {};
  cgroups_.erase(oldest);
  release(index);
}

void Containers::release(uint32_t index) {
  Container &container = containers_[index - 1];
  if (--container.cgroups > 0) return;
  byId_.erase(container.name.id);
  freeIndexes_.push_back(index);
}

uint32_t Containers::indexOf(const ContainerName &name, bool isNew) {
  auto known = byId_.find(name.id);
  if (known != byId_.end()) return known->second;
  const uint32_t index = freeIndex();
  Container container;
  container.name = name;
  container.isNew = isNew;
  container.frame = plainFrame(index, name);
  containers_[index - 1] = std::move(container);
  byId_.emplace(name.id, index);
  return index;
}

uint32_t Containers::freeIndex() {
  if (freeIndexes_.empty()) {
    containers_.emplace_back();
    return static_cast<uint32_t>(containers_.size());
  }
  const uint32_t index = freeIndexes_.front();
  freeIndexes_.pop_front();
  return index;
}

uint8_t *Containers::tell(uint32_t index, uint8_t *at) {
  Container &container = containers_[index - 1];
  container.untold = false;
  return msgpack::raw(at, container.frame.data(), container.frame.size());
}

bool Containers::isContainerEvent(const Record &record) const {
  return record.eventId() == EVENT_CONTAINER_CREATE || record.eventId() == EVENT_CONTAINER_REMOVE;
}

// The path of the cgroup stands where the container's id will.
bool Containers::completes(const Record &record, ContainerChange &change) {
  std::string_view path;
  if (record.eventId() == EVENT_CONTAINER_CREATE) {
    struct container_create_args args;
    if (argsOf(record, args)) path = textOf(record, args.container_id);
  } else {
    struct container_remove_args args;
    if (argsOf(record, args)) path = textOf(record, args.container_id);
  }
  ContainerName name = containerOf(path);
  auto known = byId_.find(name.id);
  if (!name.isRoot || known == byId_.end()) return false;
  change = {ContainerChange::kEvent, known->second, 0, std::move(name.id), std::move(name.runtime), std::string(path), true, {}};
  return true;
}

const ContainerAnswer &Containers::answer(uint32_t index, size_t bank, const ContainerFilters &filters) {
  Container *const container = index == 0 ? nullptr : &containers_[index - 1];
  Answered &answered = (container == nullptr ? outside_ : container->answered)[bank];
  if (answered.filters == filters.number()) return answered.answer;
  answered.filters = filters.number();
  answered.answer = container == nullptr ? filters.answer("", false, nullptr)
                                         : filters.answer(container->name.id, container->isNew,
                                                          container->isDescribed ? &container->description : nullptr);
  return answered.answer;
}

void Containers::enrich(uint32_t index, const std::string &id, Bytes frame) {
  std::lock_guard<std::mutex> lock(mutex_);
  enriched_.push_back({index, id, std::move(frame), std::nullopt});
}

void Containers::describe(uint32_t index, const std::string &id, Description description) {
  std::lock_guard<std::mutex> lock(mutex_);
  enriched_.push_back({index, id, {}, std::move(description)});
}

Containers::Container *Containers::current(const Enriched &enriched) {
  if (enriched.index == 0 || enriched.index > containers_.size()) return nullptr;
  Container &container = containers_[enriched.index - 1];
  return container.name.id == enriched.id ? &container : nullptr;
}

void Containers::takeEnriched(const std::function<void(const std::string &, const std::string &)> &described) {
  std::lock_guard<std::mutex> lock(mutex_);
  for (Enriched &each : enriched_) {
    Container *const container = current(each);
    if (container == nullptr) continue;
    if (each.description) {
      container->description = std::move(*each.description);
      container->isDescribed = true;
      if (!container->description.name().empty()) described(container->name.id, container->description.name());
      container->answered = {};
    } else {
      container->frame = std::move(each.frame);
      container->untold = true;
    }
  }
  enriched_.clear();
}
