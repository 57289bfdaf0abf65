#pragma once
/// \file Errors as values. A failure that stops one file or one command is an Error inside a
/// Result; anything less is a Note inside the value. No module of Moot throws.

#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace moot {

enum class ErrorKind {
  Io,           ///< the file cannot be read or written
  NotRead,      ///< a kind of file that Moot does not read
  BadDocument,  ///< damaged, encrypted, or not what it says it is
  NoText,       ///< nothing in it that could be read as text
  BadRule,      ///< a rule pack or a thesaurus with a mistake in it
  Index,        ///< catalogue or search index: missing, locked, of another format
  BadQuery,     ///< a query that cannot be understood
  Usage,        ///< the command line
};

/// A failure that stops one file or one command. Its parts are kept apart so that a person can
/// read them and a program can branch on them.
struct Error {
  ErrorKind kind = ErrorKind::Io;
  std::string message;  ///< one sentence about the user's file, no full stop at its end
  std::string where;    ///< file, page or rule; may be empty
  std::string hint;     ///< what the user can do next; may be empty
};

/// Makes an Error; the way every failure starts.
inline Error fail(ErrorKind kind, std::string message, std::string where = {},
                  std::string hint = {}) {
  return {kind, std::move(message), std::move(where), std::move(hint)};
}

/// For functions that have nothing to give back: `Result<Done>`.
struct Done {};

/// A value or an Error, with the part of C++23's std::expected that Moot needs.
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}
  Result(Error error) : state_(std::move(error)) {}

  bool has_value() const { return state_.index() == 0; }
  explicit operator bool() const { return has_value(); }

  /// \pre has_value()
  T& operator*() { return *value(); }
  const T& operator*() const { return *value(); }
  T* operator->() { return value(); }
  const T* operator->() const { return value(); }

  /// \pre !has_value()
  const Error& error() const {
    assert(!has_value());
    return *std::get_if<1>(&state_);
  }

 private:
  T* value() {
    assert(has_value());
    return std::get_if<0>(&state_);
  }
  const T* value() const {
    assert(has_value());
    return std::get_if<0>(&state_);
  }
  std::variant<T, Error> state_;
};

}  // namespace moot
