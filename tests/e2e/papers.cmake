# Every real paper is ingested, or refused with a reason. The papers are not in the project: they are
# looked for in $MOOT_SHARED, else in ../shared beside it.
# Run as: cmake -DMOOT=PROGRAM -DROOT=DIR -DSCRATCH=DIR -P papers.cmake

cmake_minimum_required(VERSION 3.25)

set(shared "$ENV{MOOT_SHARED}")
if(NOT shared)
  get_filename_component(shared ${ROOT}/../shared ABSOLUTE)
endif()
if(NOT IS_DIRECTORY ${shared}/papers)
  message("skipped: no real papers on this machine (tests/e2e/papers.cmake)")
  return()
endif()

file(GLOB_RECURSE files ${shared}/papers/* ${shared}/seeds/*)
list(LENGTH files count)
file(REMOVE_RECURSE ${SCRATCH})
execute_process(COMMAND ${MOOT} ingest ${shared}/papers ${shared}/seeds --ocr off --index ${SCRATCH}
                RESULT_VARIABLE code OUTPUT_VARIABLE out ERROR_VARIABLE err)
if(NOT code MATCHES "^[03]$")
  message(FATAL_ERROR "moot ingest ends with ${code}:\n${out}${err}")
endif()
if(NOT out MATCHES "^${count} files in [0-9.]+ s: ([0-9]+) read(, ([0-9]+) read in part)?(, ([0-9]+) skipped)?(, ([0-9]+) failed)?\n")
  message(FATAL_ERROR "the summary does not add up to ${count} files:\n${out}")
endif()
set(read ${CMAKE_MATCH_1})
set(part ${CMAKE_MATCH_3})
set(refused 0)
foreach(number "${CMAKE_MATCH_5}" "${CMAKE_MATCH_7}")
  if(number)
    math(EXPR refused "${refused} + ${number}")
  endif()
endforeach()
math(EXPR sum "${read} + 0${part} + ${refused}")
if(NOT sum EQUAL count)
  message(FATAL_ERROR "the summary does not add up to ${count} files:\n${out}")
endif()
# Each that was refused is named, alone ("moot: FILE: reason") or in a list of a shared reason.
string(REGEX MATCHALL "(^|\n)(moot: /|  - )" named "${err}")
list(LENGTH named names)
if(names LESS refused)
  message(FATAL_ERROR "${refused} files were refused, and ${names} are named:\n${err}")
endif()
message("${out}${err}")

execute_process(COMMAND ${MOOT} ingest ${shared}/papers ${shared}/seeds --ocr off --index ${SCRATCH}
                RESULT_VARIABLE code OUTPUT_VARIABLE out ERROR_VARIABLE err)
if(NOT out MATCHES "files in [0-9.]+ s: 0 read")
  message(FATAL_ERROR "a second ingestion reads files that have not changed:\n${out}${err}")
endif()
file(REMOVE_RECURSE ${SCRATCH})
