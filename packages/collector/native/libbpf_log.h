// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

// Captures what libbpf prints on this thread while it lives; outside of one, libbpf is silent.
class LibbpfLog {
 public:
  LibbpfLog();
  ~LibbpfLog();
  LibbpfLog(const LibbpfLog &) = delete;
  LibbpfLog &operator=(const LibbpfLog &) = delete;

  const std::string &text() const { return text_; }
  // The one line that says why: the verifier's last word, else libbpf's.
  std::string reason(int code) const;
  // The program whose load failed, or ''.
  std::string program() const;

  void append(const char *text) { text_ += text; }

 private:
  LibbpfLog *outer_;
  std::string text_;
};
