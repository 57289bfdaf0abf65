# Every test says when it runs: labelled 'gate' or 'long'. One without is run by nobody's sanitizer.
# Run as: cmake -DBUILD=DIR -P labels.cmake

cmake_minimum_required(VERSION 3.25)

get_filename_component(bin ${CMAKE_COMMAND} DIRECTORY)
execute_process(COMMAND ${bin}/ctest --show-only=json-v1 WORKING_DIRECTORY ${BUILD}
                OUTPUT_VARIABLE json COMMAND_ERROR_IS_FATAL ANY)
string(JSON count LENGTH "${json}" tests)
math(EXPR last "${count} - 1")
set(bad "")
foreach(i RANGE ${last})
  string(JSON test GET "${json}" tests ${i})
  string(JSON properties GET "${test}" properties)
  if(NOT properties MATCHES "\"(gate|long)\"")
    string(JSON name GET "${test}" name)
    string(APPEND bad "\n  ${name}")
  endif()
endforeach()
if(bad)
  message(FATAL_ERROR "tests that are labelled neither 'gate' nor 'long':${bad}")
endif()
message("${count} tests, all labelled")
