// SPDX-License-Identifier: Apache-2.0
#include "container_path.h"

namespace {

constexpr size_t kIdDigits = 64;

bool isHex(std::string_view text) {
  return text.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
}

bool startsWith(std::string_view text, std::string_view with) { return text.substr(0, with.size()) == with; }

bool isId(std::string_view text) { return text.size() == kIdDigits && isHex(text); }

// 8-4-4-4-4 digits.
bool isGardenId(std::string_view text) {
  if (text.size() != 28) return false;
  for (size_t i = 0; i < text.size(); i++) {
    const bool dash = i >= 8 && (i - 8) % 5 == 0;
    if (dash ? text[i] != '-' : !isHex(text.substr(i, 1))) return false;
  }
  return true;
}

// What stands before an id in the name of its cgroup. The monitor of a container is not in it.
struct Prefix {
  std::string_view text;
  const char *runtime;  // null: a process of the host that serves a container
};
constexpr Prefix kPrefixes[] = {
    {"docker-", "docker"},        {"cri-containerd-", "containerd"}, {"nerdctl-", "containerd"},      {"crio-conmon-", nullptr},
    {"crio-", "crio"},            {"libpod-conmon-", nullptr},       {"libpod-", "podman"},
};

// Whose containers have a bare id, by the cgroup above them.
struct Parent {
  std::string_view text;
  bool isWhole;  // the whole name, not its beginning
  const char *runtime;
};
constexpr Parent kParents[] = {
    {"docker", true, "docker"},
    {"actions_job", true, "docker"},    // a workflow's job of GitHub
    {"pod", false, "containerd"},       // kubepods/burstable/podUID: the cgroupfs driver
    {"k8s.io", true, "containerd"},     // a namespace of containerd
    {"moby", true, "docker"},
};

// systemd's driver where runc was not told of systemd: PARENT.slice:cri-containerd:ID.
constexpr std::string_view kColon = ":cri-containerd:";
constexpr std::string_view kScope = ".scope";

// The container that a component names.
ContainerName named(std::string_view name, std::string_view parent) {
  if (name.size() > kScope.size() && name.substr(name.size() - kScope.size()) == kScope) name.remove_suffix(kScope.size());
  const size_t colon = name.find(kColon);
  if (colon != std::string_view::npos && isId(name.substr(colon + kColon.size()))) {
    return {std::string(name.substr(colon + kColon.size())), "containerd"};
  }
  for (const Prefix &prefix : kPrefixes) {
    if (!startsWith(name, prefix.text)) continue;
    const std::string_view id = name.substr(prefix.text.size());
    if (prefix.runtime == nullptr || !isId(id)) return {};
    return {std::string(id), prefix.runtime};
  }
  if (isGardenId(name)) return {std::string(name), "garden"};
  if (!isId(name)) return {};
  for (const Parent &above : kParents) {
    if (above.isWhole ? parent == above.text : startsWith(parent, above.text)) return {std::string(name), above.runtime};
  }
  return {std::string(name), ""};
}

std::string_view lastComponent(std::string_view path) { return path.substr(path.rfind('/') + 1); }

}  // namespace

ContainerName containerOf(std::string_view path) {
  for (bool isRoot = true; !path.empty(); isRoot = false) {
    const std::string_view name = lastComponent(path);
    path.remove_suffix(name.size());
    if (!path.empty()) path.remove_suffix(1);
    ContainerName found = named(name, lastComponent(path));
    if (!found.id.empty()) {
      found.isRoot = isRoot;
      return found;
    }
  }
  return {};
}
