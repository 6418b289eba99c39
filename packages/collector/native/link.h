// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <bpf/libbpf.h>

#include <cstdint>
#include <string>

// A program that is attached. Whoever may, can end that from outside: by the kernel's call for it where the kind of link has one, or by
// closing the descriptor inside of our process.
class Link {
 public:
  // `programFd`: of the program, which outlives this.
  Link(std::string program, bpf_link *link, int programFd);
  ~Link();
  Link(Link &&other) noexcept;
  Link &operator=(Link &&other) noexcept;

  const std::string &program() const { return program_; }
  int programFd() const { return programFd_; }
  // '' while the program is attached, else what was found instead. Costs a system call.
  std::string fault() const;
  // Leaves the descriptor alone, which may be another file by now.
  void forget();

 private:
  std::string program_;
  bpf_link *link_;
  int programFd_;
  // Of the kernel's link; 0 where the kernel has none for this kind: the descriptor is then a perf event (kprobes before 5.15).
  uint32_t id_;
};
