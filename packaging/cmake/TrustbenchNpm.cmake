# Source packages that Debian does not have come from npm, pinned by packaging/package-lock.json with integrity hashes,
# fetched once per build folder and never committed. Packagers bring their own folders through the two variables below.
set(TRUSTBENCH_SQLITE3MC_DIR "" CACHE PATH "Folder with SQLite3 Multiple Ciphers' sqlite3.c and sqlite3.h (empty: from npm)")
set(TRUSTBENCH_LUCIDE_DIR "" CACHE PATH "Folder with Lucide's *.svg icons (empty: from npm)")

function(tb_fetch_npm_packages)
    set(folder ${CMAKE_BINARY_DIR}/npm)
    file(SHA256 ${PROJECT_SOURCE_DIR}/packaging/package-lock.json wanted)
    set(stamp ${folder}/fetched)
    if(EXISTS ${stamp})
        file(READ ${stamp} have)
    endif()
    if(NOT "${have}" STREQUAL "${wanted}")
        find_program(TB_NPM npm REQUIRED)
        message(STATUS "Fetching pinned npm packages")
        file(COPY ${PROJECT_SOURCE_DIR}/packaging/package.json ${PROJECT_SOURCE_DIR}/packaging/package-lock.json
             ${PROJECT_SOURCE_DIR}/packaging/.npmrc DESTINATION ${folder})
        execute_process(COMMAND ${TB_NPM} ci --ignore-scripts --no-audit --no-fund --loglevel=error
            WORKING_DIRECTORY ${folder} RESULT_VARIABLE failed OUTPUT_QUIET)
        if(failed)
            message(FATAL_ERROR "npm could not fetch the pinned packages. Set TRUSTBENCH_SQLITE3MC_DIR and "
                                "TRUSTBENCH_LUCIDE_DIR to folders that hold them, or check the npm client.")
        endif()
        file(WRITE ${stamp} "${wanted}")
    endif()
    set(TB_NPM_MODULES ${folder}/node_modules PARENT_SCOPE)
endfunction()

if(NOT TRUSTBENCH_SQLITE3MC_DIR OR NOT TRUSTBENCH_LUCIDE_DIR)
    tb_fetch_npm_packages()
endif()
set(TB_SQLITE3MC_DIR ${TRUSTBENCH_SQLITE3MC_DIR})
if(NOT TB_SQLITE3MC_DIR)
    set(TB_SQLITE3MC_DIR ${TB_NPM_MODULES}/better-sqlite3-multiple-ciphers/deps/sqlite3)
endif()
set(TB_LUCIDE_DIR ${TRUSTBENCH_LUCIDE_DIR})
if(NOT TB_LUCIDE_DIR)
    set(TB_LUCIDE_DIR ${TB_NPM_MODULES}/lucide-static/icons)
endif()
