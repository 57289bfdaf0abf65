#pragma once
/// \file The tables of the catalogue and their format's number. Internal to the catalogue.

#include <cstdint>
#include <string>

#include "index/sqlite.hpp"
#include "pipeline/result.hpp"

namespace moot {

/// DIR/catalogue.sqlite
std::string catalogue_path(const std::string& directory);

/// The format of an open database; 0 for one without tables.
Result<std::int64_t> catalogue_format(const Connection& connection);

/// The catalogue in `directory` has a format that is not ours: what to do.
Error other_catalogue_format(std::int64_t format, const std::string& directory);

/// Sets the connection up for writing, and makes the tables in a database without any.
Result<Done> prepare_catalogue(const Connection& connection, const std::string& directory);

/// Makes the tables of the present format in a database that has none of them. Inside the caller's
/// transaction.
Result<Done> make_tables(const Connection& connection);

/// The number in the first column of the first row; 0 where there is no row.
Result<std::int64_t> number_of(const Connection& connection, const char* sql);

}  // namespace moot
