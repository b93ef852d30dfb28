# The known fault of SQLite3 Multiple Ciphers 2.4.0, and what stands in its place. Tested by tests/packaging/mendsqlite.cmake.
include_guard(GLOBAL)

# Replaces FAULTY by MENDED in the variable TEXT; neither being there is an error.
function(tb_mend text what faulty mended)
    string(FIND "${${text}}" "${mended}" sound)
    if(NOT sound EQUAL -1)
        return()
    endif()
    string(FIND "${${text}}" "${faulty}" place)
    if(place EQUAL -1)
        message(FATAL_ERROR "sqlite3.c in ${TB_SQLITE3MC_DIR}: ${what} is neither the known fault nor its mend. "
                            "Look at packaging/cmake/MendSqlite.cmake before using this version.")
    endif()
    string(REPLACE "${faulty}" "${mended}" result "${${text}}")
    set(${text} "${result}" PARENT_SCOPE)
endfunction()

# Mends the text of sqlite3.c in the variable TEXT.
function(tb_mend_sqlite_source text)
    # A read error other than a short read was overwritten by the result of decrypting what had not been read: rolling back a
    # journal then took garbage for pages. Merged upstream as pull request 272.
    set(read_page "      rc = REALFILE(pFile)->pMethods->xRead(REALFILE(pFile), pageBuffer, pageSize, prevOffset);\n")
    tb_mend(${text} "the partial-page read" "${read_page}      if (rc == SQLITE_IOERR_SHORT_READ)\n"
        "${read_page}      if (rc != SQLITE_OK)\n")
    set(read_file "  int rc = REALFILE(pFile)->pMethods->xRead(REALFILE(pFile), buffer, count, offset);\n")
    tb_mend(${text} "the read of the encrypting VFS" "${read_file}  if (rc == SQLITE_IOERR_SHORT_READ)\n"
        "${read_file}  if (rc != SQLITE_OK)\n")
    set(${text} "${${text}}" PARENT_SCOPE)
endfunction()
