# One place for language level, warnings and Qt strictness; every target of ours links it PRIVATE.
add_library(tb_flags INTERFACE)
target_compile_features(tb_flags INTERFACE cxx_std_20)
target_include_directories(tb_flags INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_definitions(tb_flags INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_STRICT_ITERATORS QT_NO_FOREACH
    QT_DISABLE_DEPRECATED_BEFORE=0x060400 TB_VERSION="${PROJECT_VERSION}")
target_compile_options(tb_flags INTERFACE
    $<$<COMPILE_LANGUAGE:CXX>:-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast
    -Woverloaded-virtual -Wnon-virtual-dtor -Wcast-qual -Wextra-semi -Wsuggest-override>)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

set(TB_SANITIZE "" CACHE STRING "e.g. address,undefined or thread")
if(TB_SANITIZE)
    add_compile_options(-fsanitize=${TB_SANITIZE} -fno-omit-frame-pointer)
    add_link_options(-fsanitize=${TB_SANITIZE})
    add_compile_definitions(TB_SANITIZED)
endif()
option(TB_HARDEN "Stack protector, fortified library calls, read-only relocations" OFF)
if(TB_HARDEN)
    add_compile_options(-fstack-protector-strong -fstack-clash-protection -D_FORTIFY_SOURCE=2)
    add_link_options(-Wl,-z,relro,-z,now -pie)
endif()

# Shared libraries are for developing: a hundred test programs that each hold the whole house fill a disk.
option(BUILD_SHARED_LIBS "Make the folders' libraries shared" OFF)

# ccache works with precompiled headers only when told that a changed time stamp of the header does not matter.
find_program(TB_CCACHE ccache)
if(TB_CCACHE)
    set(launcher ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
        CCACHE_BASEDIR=${PROJECT_SOURCE_DIR} CCACHE_NOHASHDIR=1 ${TB_CCACHE})
    set(CMAKE_C_COMPILER_LAUNCHER ${launcher})
    set(CMAKE_CXX_COMPILER_LAUNCHER ${launcher})
    add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-fpch-preprocess>)
endif()

set(CMAKE_VERIFY_INTERFACE_HEADER_SETS ON) # every header must compile alone: target all_verify_interface_header_sets

# Four precompiled headers serve every target, for each takes 300 MB. MODULES give their folders only, not their macros
# (QT_GUI_LIB and its like), so that targets that link different modules can share a header; headers that look at such
# macros, as QtTest's do, need LINK.
function(tb_add_precompiled name)
    cmake_parse_arguments(arg "" "" "MODULES;LINK;HEADERS" ${ARGN})
    add_library(${name} OBJECT ${PROJECT_SOURCE_DIR}/packaging/cmake/precompiled.cpp)
    foreach(module IN LISTS arg_MODULES)
        target_include_directories(${name} SYSTEM PRIVATE $<TARGET_PROPERTY:${module},INTERFACE_INCLUDE_DIRECTORIES>)
    endforeach()
    target_link_libraries(${name} PRIVATE ${arg_LINK} tb_flags)
    target_precompile_headers(${name} PRIVATE ${arg_HEADERS})
    set_target_properties(${name} PROPERTIES AUTOMOC OFF)
endfunction()
tb_add_precompiled(tb_precompiled_core MODULES Qt6::Core Qt6::Concurrent HEADERS <QtCore/QtCore> <QtConcurrent/QtConcurrent>)
tb_add_precompiled(tb_precompiled_widgets MODULES Qt6::Core Qt6::Gui Qt6::Widgets HEADERS <QtCore/QtCore> <QtWidgets/QtWidgets>)

# A folder's library. LINK is the rule of the house: nothing outside it can be included and linked.
function(tb_add_module name)
    cmake_parse_arguments(arg "" "PRECOMPILED" "LINK" ${ARGN})
    qt_add_library(${name})
    target_link_libraries(${name} PUBLIC ${arg_LINK} PRIVATE tb_flags)
    target_compile_features(${name} PUBLIC cxx_std_20)
    target_precompile_headers(${name} REUSE_FROM ${arg_PRECOMPILED})
endfunction()

# Adds the files of one sub-folder (paths relative to it) to its folder's library.
function(tb_sources name)
    cmake_parse_arguments(arg "" "" "HEADERS;SOURCES" ${ARGN})
    list(TRANSFORM arg_HEADERS PREPEND ${CMAKE_CURRENT_SOURCE_DIR}/)
    list(TRANSFORM arg_SOURCES PREPEND ${CMAKE_CURRENT_SOURCE_DIR}/)
    target_sources(${name} PRIVATE ${arg_SOURCES})
    target_sources(${name} PUBLIC FILE_SET HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR} FILES ${arg_HEADERS})
endfunction()
