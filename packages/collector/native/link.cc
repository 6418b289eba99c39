// SPDX-License-Identifier: Apache-2.0
#include "link.h"

#include <bpf/bpf.h>
#include <linux/bpf.h>
#include <linux/perf_event.h>
#include <sys/ioctl.h>

#include <cerrno>
#include <utility>

#include "kernel_error.h"

namespace {

// False when the descriptor is no link.
bool ask(int fd, bpf_link_info &info) {
  info = {};
  __u32 size = sizeof info;
  return bpf_obj_get_info_by_fd(fd, &info, &size) == 0;
}

std::string perfFault(int fd) {
  alignas(perf_event_query_bpf) uint8_t memory[sizeof(perf_event_query_bpf) + sizeof(uint32_t)] = {};
  auto *query = reinterpret_cast<perf_event_query_bpf *>(memory);
  query->ids_len = 1;
  if (ioctl(fd, PERF_EVENT_IOC_QUERY_BPF, query) == 0 || errno == ENOSPC) return query->prog_cnt > 0 ? "" : "its perf event has no program";
  // a perf event that is no tracepoint, but a kprobe, does not tell; another file has no such call
  if (errno == EINVAL) return "";
  return errno == EBADF ? "its descriptor was closed" : "its descriptor is another file";
}

}  // namespace

Link::Link(std::string program, bpf_link *link, int programFd) : program_(std::move(program)), link_(link), programFd_(programFd) {
  bpf_link_info info;
  id_ = ask(bpf_link__fd(link_), info) ? info.id : 0;
}

Link::~Link() { bpf_link__destroy(link_); }

Link::Link(Link &&other) noexcept
    : program_(std::move(other.program_)), link_(std::exchange(other.link_, nullptr)), programFd_(other.programFd_), id_(other.id_) {}

Link &Link::operator=(Link &&other) noexcept {
  std::swap(program_, other.program_);
  std::swap(link_, other.link_);
  std::swap(programFd_, other.programFd_);
  std::swap(id_, other.id_);
  return *this;
}

std::string Link::fault() const {
  const int fd = bpf_link__fd(link_);
  if (id_ == 0) return perfFault(fd);
  bpf_link_info info;
  // EBADFD: the kernel says so of a descriptor that is none
  if (!ask(fd, info)) return errno == EBADFD || errno == EBADF ? "its descriptor was closed" : "its descriptor is another file";
  if (info.id != id_) return "its descriptor is another link";
  // a link that was detached stays, and is attached to nothing
  const bool detached = (info.type == BPF_LINK_TYPE_CGROUP && info.cgroup.cgroup_id == 0) ||
                        (info.type == BPF_LINK_TYPE_XDP && info.xdp.ifindex == 0) ||
                        (info.type == BPF_LINK_TYPE_NETNS && info.netns.netns_ino == 0);
  return detached ? "it was detached" : "";
}

void Link::forget() { bpf_link__disconnect(link_); }
