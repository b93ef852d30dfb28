# cmake -P: the mend of SQLite3 Multiple Ciphers changes the fault, accepts the mended form and stops at anything else.
include(${CMAKE_CURRENT_LIST_DIR}/../../packaging/cmake/MendSqlite.cmake)

if(DEFINED SOURCE) # the child process: mend one text, fail like configuring would
    file(READ ${SOURCE} source)
    tb_mend_sqlite_source(source)
    file(WRITE ${SOURCE}.mended "${source}")
    return()
endif()

set(page "      rc = REALFILE(pFile)->pMethods->xRead(REALFILE(pFile), pageBuffer, pageSize, prevOffset);\n")
set(file "  int rc = REALFILE(pFile)->pMethods->xRead(REALFILE(pFile), buffer, count, offset);\n")
set(short "rc == SQLITE_IOERR_SHORT_READ")
set(any "rc != SQLITE_OK")
set(faulty "/* [a];b */\n${page}      if (${short})\n${file}  if (${short})\n")
set(sound "/* [a];b */\n${page}      if (${any})\n${file}  if (${any})\n")
set(half "/* [a];b */\n${page}      if (${any})\n${file}  if (${short})\n")
set(strange "${page}      if (rc > 7)\n${file}  if (${short})\n")

function(expect what text result)
    set(path ${OUT}/${what}.c)
    file(REMOVE ${path}.mended)
    file(WRITE ${path} "${text}")
    execute_process(COMMAND ${CMAKE_COMMAND} -DSOURCE=${path} -P ${CMAKE_CURRENT_FUNCTION_LIST_FILE}
        RESULT_VARIABLE failed OUTPUT_QUIET ERROR_QUIET)
    set(mended "stopped")
    if(NOT failed)
        file(READ ${path}.mended mended)
    endif()
    if(NOT mended STREQUAL result)
        message(SEND_ERROR "${what}: expected\n${result}\nbut got\n${mended}")
    endif()
endfunction()

expect(faulty "${faulty}" "${sound}")
expect(sound "${sound}" "${sound}")
expect(half "${half}" "${sound}")
expect(strange "${strange}" "stopped")
expect(nothing "int main(void) { return 0; }\n" "stopped")
