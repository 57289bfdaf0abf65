# Every stage of every paper can be printed, the sample papers and the real ones where they are here.
# Run as: cmake -DMOOT=PROGRAM -DROOT=DIR -P stages.cmake

cmake_minimum_required(VERSION 3.25)

set(shared "$ENV{MOOT_SHARED}")
if(NOT shared)
  get_filename_component(shared ${ROOT}/../shared ABSOLUTE)
endif()
file(GLOB_RECURSE files ${ROOT}/corpus/papers/* ${shared}/papers/*.pdf ${shared}/papers/*.md
     ${shared}/papers/*.html ${shared}/seeds/*.txt)
set(bad "")
foreach(file ${files})
  foreach(stage pages lines papers sections record entries)
    execute_process(COMMAND ${MOOT} inspect ${stage} ${file}
                    RESULT_VARIABLE code OUTPUT_VARIABLE out ERROR_VARIABLE err)
    # 2: the file is refused, in words; or it has no pages to show.
    if(NOT code EQUAL 0 AND NOT (code EQUAL 2 AND err MATCHES "^moot: "))
      string(APPEND bad "\n  ${stage} ${file}: ${code} ${err}")
    endif()
  endforeach()
endforeach()
list(LENGTH files count)
if(bad OR count EQUAL 0)
  message(FATAL_ERROR "of ${count} files:${bad}")
endif()
message("${count} files, all stages")
