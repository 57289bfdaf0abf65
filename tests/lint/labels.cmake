# Every test says when it runs: labelled 'gate', 'plain' or 'long'. One without is run by nobody's gate.
# Run as: cmake -DBUILD=DIR -P labels.cmake

cmake_minimum_required(VERSION 3.25)

get_filename_component(bin ${CMAKE_COMMAND} DIRECTORY)
execute_process(COMMAND ${bin}/ctest --show-only --label-exclude "^(gate|plain|long)$"
                WORKING_DIRECTORY ${BUILD} OUTPUT_VARIABLE listed COMMAND_ERROR_IS_FATAL ANY)
if(NOT listed MATCHES "Total Tests: 0\n")
  message(FATAL_ERROR "tests that are labelled neither 'gate', 'plain' nor 'long':\n${listed}")
endif()
message("all tests are labelled")
