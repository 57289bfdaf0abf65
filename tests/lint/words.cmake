# Words that must not stand in the project: paths of one machine, hosts that packages come from,
# letters of no font. Run as: cmake -DROOT=DIR -P words.cmake

cmake_minimum_required(VERSION 3.25)

# Brackets keep the words themselves out of this file.
set(forbidden
  "(^|[^a-zA-Z0-9_.$}])/wor[k]/"                       # a path of one machine
  "(^|[^a-zA-Z0-9_.$}])/tm[p]/"                        # a path of one machine
  "(deb|security|ftp|archive)[.](d[e]bian|u[b]untu)[.]"  # where packages come from
  "(registry[.]n[p]mjs|p[y]pi[.]org|proxy[.]g[o]lang|c[r]ates[.]io)"
)

# Text files that are ours. Left out: the licence, pictures and PDFs, the gazetteer's table.
file(GLOB_RECURSE files RELATIVE ${ROOT}
     ${ROOT}/pipeline/* ${ROOT}/extractors/*.?pp ${ROOT}/extractors/*.json ${ROOT}/index/*
     ${ROOT}/cli/* ${ROOT}/tests/* ${ROOT}/script/* ${ROOT}/docs/* ${ROOT}/corpus/*.md
     ${ROOT}/corpus/*.html ${ROOT}/corpus/*.txt ${ROOT}/corpus/*.json ${ROOT}/corpus/*.css)
file(GLOB top RELATIVE ${ROOT} ${ROOT}/*.md ${ROOT}/CMake* ${ROOT}/.ci/* ${ROOT}/.clang*)
list(APPEND files ${top})
list(FILTER files EXCLUDE REGEX "[.](pdf|png)$|__pycache__|^tests/lint/words[.]cmake$")

# U+E000 to U+F8FF in UTF-8: EE 80 80 to EF A3 BF.
string(ASCII 238 first)
string(ASCII 239 second)
string(ASCII 128 low)
string(ASCII 163 high)
set(private_use "${first}|${second}[${low}-${high}]")

set(bad "")
foreach(file ${files})
  if(IS_DIRECTORY ${ROOT}/${file})
    continue()
  endif()
  file(READ ${ROOT}/${file} text)
  foreach(pattern IN LISTS forbidden private_use)
    if(text MATCHES "${pattern}")
      string(APPEND bad "\n  ${file}: '${CMAKE_MATCH_0}'")
    endif()
  endforeach()
endforeach()
list(LENGTH files count)
if(count EQUAL 0)
  message(FATAL_ERROR "no file found under '${ROOT}'")
endif()
if(bad)
  message(FATAL_ERROR "words that do not belong in the project:${bad}")
endif()
message("${count} files, no forbidden word")
