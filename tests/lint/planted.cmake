# The lint tests themselves: each must pass a small clean tree, and fail when one bad line is planted.
# Run as: cmake -DLINT=DIR -DSCRATCH=DIR -P planted.cmake

cmake_minimum_required(VERSION 3.25)

# Makes a clean tree in SCRATCH with one file changed, and runs one lint on it.
function(check lint file text wanted)
  file(REMOVE_RECURSE ${SCRATCH})
  file(WRITE ${SCRATCH}/pipeline/page.hpp "#pragma once\n#include <string>\n")
  file(WRITE ${SCRATCH}/extractors/record.hpp "#include \"pipeline/page.hpp\"\n")
  file(WRITE ${SCRATCH}/index/search.cpp "#include <xapian.h>\n#include \"extractors/record.hpp\"\n")
  file(WRITE ${SCRATCH}/index/search.hpp "int search();\n")
  file(WRITE ${SCRATCH}/cli/main.cpp "#include <unistd.h>\n#include \"index/search.hpp\"\n")
  if(file)
    file(WRITE ${SCRATCH}/${file} "${text}")
  endif()
  execute_process(COMMAND ${CMAKE_COMMAND} -DROOT=${SCRATCH} -P ${LINT}/${lint}.cmake
                  RESULT_VARIABLE code OUTPUT_VARIABLE said ERROR_VARIABLE said)
  if(wanted STREQUAL "passes" AND NOT code EQUAL 0)
    message(FATAL_ERROR "${lint} fails on a clean tree:\n${said}")
  endif()
  if(wanted STREQUAL "fails" AND code EQUAL 0)
    message(FATAL_ERROR "${lint} lets this pass in ${file}: ${text}")
  endif()
endfunction()

foreach(lint layers sizes words)
  check(${lint} "" "" passes)
endforeach()

check(layers pipeline/a.cpp "#include \"index/search.hpp\"\n" fails)
check(layers pipeline/a.cpp "#include <xapian.h>\n" fails)
check(layers index/a.cpp "#include \"extractors/rules.hpp\"\n" fails)
check(layers index/a.cpp "  #  include \"pipeline/papers.hpp\"\n" fails)
check(layers index/a.hpp "#include <xapian.h>\n" fails)
check(layers extractors/a.hpp "#include <nlohmann/json.hpp>\n" fails)
check(layers extractors/a.cpp "#include \"cli/output.hpp\"\n" fails)
check(layers cli/a.cpp "#include <boost/any.hpp>\n" fails)
check(layers cli/a.cpp "#include \"tests/support/make_document.hpp\"\n" fails)

string(REPEAT "int a;\n" 201 long)
check(sizes cli/a.hpp "${long}" fails)
check(sizes cli/a.cpp "${long}" passes)
string(REPEAT "int a;\n" 401 long)
check(sizes cli/a.cpp "${long}" fails)

# ${empty} keeps this file itself clean.
set(empty "")
check(words cli/a.cpp "open(\"/wor${empty}k/x\");\n" fails)
check(words docs/a.md "see deb.deb${empty}ian.org\n" fails)
string(ASCII 238 128 129 glyph)
check(words docs/a.md "a bullet ${glyph}\n" fails)

file(REMOVE_RECURSE ${SCRATCH})
