# SQLite3 Multiple Ciphers as a library of ours: always optimised, without our warnings. In what is given to users it is
# static, its symbols hidden, since another SQLite may live in the process. One fault of version 2.4.0 is mended, in two
# places of a copy in the build folder; configuring stops when a place has neither its faulty nor its mended form,
# because then nobody knows what is compiled.
include_guard(GLOBAL)

include(${CMAKE_CURRENT_LIST_DIR}/MendSqlite.cmake)

set(TB_SQLITE_SOURCE ${CMAKE_BINARY_DIR}/sqlite3mc/sqlite3.c)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${TB_SQLITE3MC_DIR}/sqlite3.c)
if(NOT EXISTS ${TB_SQLITE3MC_DIR}/sqlite3.c OR NOT EXISTS ${TB_SQLITE3MC_DIR}/sqlite3.h)
    message(FATAL_ERROR "No sqlite3.c and sqlite3.h in ${TB_SQLITE3MC_DIR} (see TRUSTBENCH_SQLITE3MC_DIR)")
endif()
file(READ ${TB_SQLITE3MC_DIR}/sqlite3.c source)
if(NOT source MATCHES "SQLITE3MC_VERSION_STRING +\"SQLite3 Multiple Ciphers")
    message(FATAL_ERROR "${TB_SQLITE3MC_DIR} holds a plain SQLite; SQLite3 Multiple Ciphers 2.4 or newer is needed")
endif()
tb_mend_sqlite_source(source)

set(present "")
if(EXISTS ${TB_SQLITE_SOURCE})
    file(READ ${TB_SQLITE_SOURCE} present)
endif()
if(NOT present STREQUAL source)
    file(WRITE ${TB_SQLITE_SOURCE} "${source}")
endif()
unset(source)
unset(present)

add_library(tb_sqlite3mc ${TB_SQLITE_SOURCE})
target_include_directories(tb_sqlite3mc SYSTEM PUBLIC ${TB_SQLITE3MC_DIR})
target_compile_options(tb_sqlite3mc PRIVATE -w -O2 $<$<NOT:$<BOOL:${BUILD_SHARED_LIBS}>>:-fvisibility=hidden>)
if(TB_SANITIZE)
    target_compile_options(tb_sqlite3mc PRIVATE -fno-sanitize=all)
endif()
set_target_properties(tb_sqlite3mc PROPERTIES AUTOMOC OFF AUTOUIC OFF AUTORCC OFF)
set(TB_SQLITE_PAGE_SIZE 16384)
target_compile_definitions(tb_sqlite3mc
    # Both sides of sqlite3.h look at these.
    PUBLIC SQLITE_ENABLE_SESSION SQLITE_ENABLE_PREUPDATE_HOOK SQLITE_ENABLE_COLUMN_METADATA SQLITE_ENABLE_FTS5
    PRIVATE SQLITE_THREADSAFE=1 SQLITE_TEMP_STORE=3 SQLITE_DQS=0 SQLITE_DEFAULT_FOREIGN_KEYS=1 SQLITE_ENABLE_DBPAGE_VTAB
        SQLITE_DEFAULT_PAGE_SIZE=${TB_SQLITE_PAGE_SIZE} SQLITE_DEFAULT_MEMSTATUS=0 SQLITE_LIKE_DOESNT_MATCH_BLOBS
        SQLITE_USE_URI=0 SQLITE_TRUSTED_SCHEMA=0 SQLITE_MAX_EXPR_DEPTH=200 SQLITE_MAX_ATTACHED=4 SQLITE_UNTESTABLE
        SQLITE_OMIT_LOAD_EXTENSION SQLITE_OMIT_DEPRECATED SQLITE_OMIT_SHARED_CACHE SQLITE_OMIT_TCL_VARIABLE
        SQLITE_OMIT_AUTHORIZATION HAVE_USLEEP=1
        # AEGIS is ours. ChaCha20 stays in because an extension that cannot be left out does not link without it.
        CODEC_TYPE=CODEC_TYPE_AEGIS HAVE_CIPHER_AEGIS=1 HAVE_CIPHER_AES_128_CBC=0 HAVE_CIPHER_AES_256_CBC=0
        HAVE_CIPHER_CHACHA20=1 HAVE_CIPHER_SQLCIPHER=0 HAVE_CIPHER_RC4=0 HAVE_CIPHER_ASCON128=0)
find_package(Threads REQUIRED)
target_link_libraries(tb_sqlite3mc PUBLIC Threads::Threads PRIVATE m)
