// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <sys/types.h>

#include <cstddef>
#include <cstdint>
#include <string>

// Where the stream goes: a FIFO by its path, a file by its path, or a descriptor. Errors are positive errnos.
class Sink {
 public:
  // Throws KernelError. A FIFO is not opened yet.
  explicit Sink(const std::string &path);
  // The descriptor stays open, and its flags as they are.
  explicit Sink(int fd);
  ~Sink();
  Sink(const Sink &) = delete;
  Sink &operator=(const Sink &) = delete;

  // A FIFO by path has readers that come and go.
  bool reconnects() const { return reconnects_; }
  bool connected() const { return fd_ >= 0; }
  // Opens the FIFO; ENXIO while it has no reader.
  int connect();
  void disconnect();
  // Bytes that a FIFO's readers left in it when they went; they are taken out.
  size_t unread();

  // Takes the last bytes back out of a pipe whose reader has not come to them; false when it has, or it is no pipe.
  bool takeBack(size_t bytes);

  // A regular file, which can be read from any block.
  bool isFile() const { return isFile_; }
  // All but a pipe that could be opened for that.
  bool mayBlock() const { return mayBlock_; }
  // Takes back the end of a file: a frame that was cut by an error.
  void cut(size_t bytes);

  // Never blocks on a pipe: bytes written, or a negative errno (-EAGAIN: wait until it is writable).
  ssize_t write(const uint8_t *from, size_t bytes);
  int fd() const { return fd_; }

  // `write: what: found (what to do)`
  std::string describe(int error) const;

 private:
  void prepare();
  void keepSpare();
  void dropSpare();

  std::string path_;
  std::string what_;
  int fd_ = -1;
  int spare_ = -1;
  uid_t owner_ = 0;  // of the FIFO that was there at the start; one that is made anew has the same, or is ours
  bool reconnects_ = false;
  bool isFile_ = false;
  bool mayBlock_ = true;
  // A pipe that could not be opened again without blocking is written in pieces that fit when it is writable.
  size_t largestWrite_ = SIZE_MAX;
};
