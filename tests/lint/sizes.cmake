# Files stay small enough to read at one sitting. Prints the five largest, so that growth is seen.
# Run as: cmake -DROOT=DIR -P sizes.cmake

cmake_minimum_required(VERSION 3.25)

set(most_cpp 400)
set(most_hpp 200)

# Exempt, each with its reason: tables have no logic to get lost in.
set(exempt
  tests/unit/index_search.cpp  # a table of queries with their answers
)

file(GLOB_RECURSE files RELATIVE ${ROOT}
     ${ROOT}/pipeline/*.?pp ${ROOT}/extractors/*.?pp ${ROOT}/index/*.?pp ${ROOT}/cli/*.?pp
     ${ROOT}/tests/*.?pp)
if(NOT files)
  message(FATAL_ERROR "no source found under '${ROOT}'")
endif()

set(sizes "")
set(bad "")
foreach(file ${files})
  file(READ ${ROOT}/${file} text)
  string(REGEX REPLACE "[^\n]" "" text "${text}")
  string(LENGTH "${text}" lines)
  string(LENGTH "${lines}" width)
  math(EXPR missing "6 - ${width}")
  string(REPEAT " " ${missing} pad)
  list(APPEND sizes "${pad}${lines} ${file}")
  string(REGEX REPLACE ".*[.]" "" ending ${file})
  if(lines GREATER most_${ending} AND NOT file IN_LIST exempt)
    string(APPEND bad "\n  ${file}: ${lines} lines, at most ${most_${ending}}")
  endif()
endforeach()

list(SORT sizes ORDER DESCENDING)
list(SUBLIST sizes 0 5 largest)
string(REPLACE ";" "\n" largest "${largest}")
message("The five largest files:\n${largest}")
if(bad)
  message(FATAL_ERROR "files that are too long; cut them by their jobs:${bad}")
endif()
