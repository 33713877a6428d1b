#ifndef SEARCHD_HTTP_FILE_DESCRIPTOR_H_
#define SEARCHD_HTTP_FILE_DESCRIPTOR_H_

// A file descriptor with an owner.

#include <unistd.h>

#include <utility>

namespace torikumi::searchd {

/// Owns a descriptor and closes it. Move-only; empty when the number is negative.
class FileDescriptor {
 public:
  FileDescriptor() = default;
  explicit FileDescriptor(int number) : number_(number) {}
  ~FileDescriptor() { reset(); }
  FileDescriptor(FileDescriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  FileDescriptor& operator=(FileDescriptor&& other) noexcept {
    if (this != &other) {
      reset();
      number_ = std::exchange(other.number_, -1);
    }
    return *this;
  }

  [[nodiscard]] int number() const { return number_; }
  explicit operator bool() const { return number_ >= 0; }

  void reset() {
    if (number_ >= 0) {
      ::close(number_);
      number_ = -1;
    }
  }

 private:
  int number_ = -1;
};

}  // namespace torikumi::searchd

#endif  // SEARCHD_HTTP_FILE_DESCRIPTOR_H_
