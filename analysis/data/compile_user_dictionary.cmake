# cmake -DINDEXER=… -DDICTIONARY=… -DSOURCE=… -DTARGET=… -P compile_user_dictionary.cmake
# mecab-dict-index draws a progress bar whatever its output is: show what it says only if it fails.
# It also exits with 0 after some errors, so the file is what counts.
file(REMOVE "${TARGET}")
execute_process(
  COMMAND "${INDEXER}" -d "${DICTIONARY}" -u "${TARGET}" -f utf-8 -t utf-8 "${SOURCE}"
  RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
if(NOT result EQUAL 0 OR NOT EXISTS "${TARGET}")
  message(FATAL_ERROR "${SOURCE} cannot be compiled for ${DICTIONARY}:\n${output}")
endif()
