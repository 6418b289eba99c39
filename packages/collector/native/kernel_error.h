// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstring>
#include <stdexcept>
#include <string>

// A refusal by the kernel or libbpf. `code` is a positive errno, `log` the lines that libbpf and the verifier gave.
struct KernelError : std::runtime_error {
  KernelError(const std::string &message, int code, std::string log = {})
      : std::runtime_error(message), code(code), log(std::move(log)) {}

  int code;
  std::string log;
};

// A call that the TypeScript side must not make: its order or its arguments are wrong.
struct Misuse : std::logic_error {
  using std::logic_error::logic_error;
};

inline std::string errnoText(int code) {
  char text[128];
  return strerror_r(code, text, sizeof text);
}
