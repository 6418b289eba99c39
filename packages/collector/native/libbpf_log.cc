// SPDX-License-Identifier: Apache-2.0
#include "libbpf_log.h"

#include <bpf/libbpf.h>

#include <cstdarg>
#include <cstdio>
#include <sstream>
#include <vector>

#include "kernel_error.h"

// libbpf's `stderr` (see binding.gyp). It is read only by the print function that the one below replaces.
extern "C" {
FILE *__wrap_stderr = nullptr;
}

namespace {

thread_local LibbpfLog *current = nullptr;

// A verifier log is up to 16 MiB; libbpf prints it in one call.
int print(enum libbpf_print_level level, const char *format, va_list arguments) {
  if (current == nullptr || level == LIBBPF_DEBUG) return 0;
  va_list again;
  va_copy(again, arguments);
  int length = vsnprintf(nullptr, 0, format, again);
  va_end(again);
  if (length < 0) return 0;
  std::string line(static_cast<size_t>(length) + 1, '\0');
  vsnprintf(line.data(), line.size(), format, arguments);
  current->append(line.c_str());
  return length;
}

const bool installed = (libbpf_set_print(print), true);

std::vector<std::string> linesOf(const std::string &text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

bool startsWith(const std::string &line, const char *start) { return line.rfind(start, 0) == 0; }

std::string withoutPrefix(const std::string &line) {
  const std::string prefix = "libbpf: ";
  return startsWith(line, prefix.c_str()) ? line.substr(prefix.size()) : line;
}

// Statistics that the verifier puts behind its verdict.
bool isStatistics(const std::string &line) {
  return startsWith(line, "processed ") || startsWith(line, "verification time ") || startsWith(line, "stack depth ");
}

// What libbpf says of the whole once a part has failed.
bool isSummary(const std::string &line) {
  return line.find("failed to load object") != std::string::npos || line.find("-- BEGIN ") != std::string::npos ||
         line.find("-- END ") != std::string::npos;
}

}  // namespace

LibbpfLog::LibbpfLog() : outer_(current) {
  (void)installed;
  current = this;
}

LibbpfLog::~LibbpfLog() { current = outer_; }

std::string LibbpfLog::reason(int code) const {
  std::string verdict;
  std::string said;
  bool verifier = false;
  for (const std::string &line : linesOf(text_)) {
    if (line.find("-- BEGIN PROG LOAD LOG --") != std::string::npos) verifier = true;
    if (line.find("-- END PROG LOAD LOG --") != std::string::npos) verifier = false;
    if (line.empty() || isSummary(line)) continue;
    if (!verifier) said = withoutPrefix(line);
    else if (!isStatistics(line)) verdict = line;
  }
  if (!verdict.empty()) return verdict + " (" + errnoText(code) + ")";
  return said.empty() ? errnoText(code) : said;
}

std::string LibbpfLog::program() const {
  const std::string failed = "': BPF program load failed";
  size_t end = text_.find(failed);
  if (end == std::string::npos) return {};
  size_t start = text_.rfind("prog '", end);
  if (start == std::string::npos) return {};
  start += 6;
  return text_.substr(start, end - start);
}
