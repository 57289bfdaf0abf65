#pragma once
/// \file The words of the trade: what people at councils are called, and what their bodies, papers
/// and subjects are called. One table; private to the value parsers.

#include <string_view>

namespace moot {

enum class TradeWord {
  None,
  Role,     ///< "director", "clerk": names an office that a person holds
  Body,     ///< "committee", "team": names a group of people or a place of work
  Subject,  ///< "budget", "report": names a paper or what it is about
};

/// What `word` (any case, without punctuation) is.
TradeWord trade_word(std::string_view word);

/// Cllr, Councillor, Cyng.: always left out of a name.
bool is_member_title(std::string_view word);

/// Mr, Mrs, Ms, Miss, ...: left out of a name where asked.
bool is_courtesy(std::string_view word);

/// Dr, Sir, Professor, ...: part of a name.
bool is_honorific(std::string_view word);

/// OBE, BSc, MRTPI, (Hons), ...: may follow a name.
bool is_post_nominal(std::string_view word);

/// de, van, ap, ferch, ...: stand inside a name in lower case.
bool is_name_particle(std::string_view word);

}  // namespace moot
