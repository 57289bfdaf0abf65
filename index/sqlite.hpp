#pragma once
/// \file A thin hold on SQLite: a connection, a statement, a transaction, with Results in place of
/// return codes. Internal to the catalogue; knows no table.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "pipeline/result.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace moot {

/// An open database. Move-only. For one thread at a time.
class Connection {
 public:
  enum class Mode {
    Write,      ///< makes the file where it is not there
    Read,       ///< follows a writer at work; needs a folder it may write to, or a writer's files
    Immutable,  ///< for media that nobody writes to: no locks, no helper files
  };
  static Result<Connection> open(const std::string& path, Mode mode);

  /// Runs SQL without values and without rows; `sql` may hold several statements.
  Result<Done> run(const char* sql) const;

  /// Whether the last Error of this connection came from something else than damage to the file:
  /// memory ran out, somebody has a lock, the disk cannot be read just now.
  bool was_hindered() const;

  sqlite3* get() const { return database_.get(); }
  /// Path of the database, for messages.
  const std::string& path() const { return path_; }

 private:
  struct Close {
    void operator()(sqlite3* database) const;
  };
  friend class Statement;
  Connection(sqlite3* database, std::string path) : database_(database), path_(std::move(path)) {}
  /// What SQLite says of a call that failed with this code.
  Error to_error(int code) const;
  std::unique_ptr<sqlite3, Close> database_;
  std::string path_;
  mutable int failed_ = 0;  // SQLite's own last code is gone when a Statement is
};

/// Whether `error`, the last of reading over this connection and of unpacking what was read, says
/// that what is stored is damaged; else it may well be sound, and can be read another time.
bool is_damage(const Connection& connection, const Error& error);

/// A prepared statement. Mistakes in making or binding are kept and come out of step().
class Statement {
 public:
  Statement(const Connection& connection, const char* sql);

  /// Binds the next value, from the left.
  Statement& bind(std::string_view text);
  Statement& bind(std::int64_t number);
  Statement& bind_number(double number);
  Statement& bind_null();
  Statement& bind_bytes(std::string_view bytes);

  /// Goes to the next row: false when there is none.
  Result<bool> step();
  /// step() for statements without rows; the statement can then be bound anew.
  Result<Done> run();
  void reset();
  /// Calls `take` for each row; the statement can then be bound anew.
  template <typename Take>
  Result<Done> each(Take&& take) {
    while (true) {
      const Result<bool> row = step();
      if (!row || !*row) reset();
      if (!row) return row.error();
      if (!*row) return Done{};
      take();
    }
  }

  /// Values of the row, by column from 0.
  std::string text(int column) const;
  std::int64_t number(int column) const;

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  const Connection* connection_;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
  int bound_ = 0;
  int code_ = 0;
};

/// While it lives, all that is read is of one moment, whatever a writer does meanwhile. What was
/// made in the temporary database goes with it.
class Snapshot {
 public:
  explicit Snapshot(const Connection& connection) : connection_(connection) {}
  ~Snapshot();
  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;
  Result<Done> begin();

 private:
  const Connection& connection_;
  bool open_ = false;
};

/// BEGIN IMMEDIATE ... COMMIT; rolls back unless commit() was reached.
class Transaction {
 public:
  explicit Transaction(const Connection& connection) : connection_(connection) {}
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  Result<Done> begin();
  Result<Done> commit();

 private:
  const Connection& connection_;
  bool open_ = false;
};

}  // namespace moot
