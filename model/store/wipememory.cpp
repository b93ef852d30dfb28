// Freed memory is wiped in the whole process, as KeePassXC does: what was typed, shown or read from a project otherwise
// stays behind in the heap after the window is closed. Qt's strings come from malloc, not from operator new, so free()
// and realloc() themselves are replaced; the executable's symbols also serve the shared libraries. Off under
// sanitizers, which need these functions themselves, and on C libraries other than glibc, where only C++ objects are
// covered.
#include <cstdlib>
#include <cstring>

#if !defined(TB_SANITIZED)

#include <malloc.h>

#if defined(__GLIBC__)

extern "C" {
void *
__libc_malloc(size_t size) noexcept; // NOLINT(bugprone-reserved-identifier,readability-identifier-naming): glibc's
void __libc_free(void *memory) noexcept; // NOLINT(bugprone-reserved-identifier,readability-identifier-naming): glibc's

void free(void *memory) noexcept
{
    if (!memory)
        return;
    explicit_bzero(memory, malloc_usable_size(memory));
    __libc_free(memory);
}

void *realloc(void *memory, size_t size) noexcept
{
    if (!memory)
        return __libc_malloc(size);
    if (size == 0) {
        free(memory);
        return nullptr;
    }
    // Never glibc's own: when it moves a block it frees the old one by itself, unwiped.
    const size_t present = malloc_usable_size(memory);
    if (size <= present && size >= present / 2) {
        return memory;
    }
    void *moved = __libc_malloc(size);
    if (!moved)
        return nullptr;
    std::memcpy(moved, memory, size < present ? size : present);
    free(memory);
    return moved;
}
}

#else

#include <new>

void operator delete(void *memory) noexcept
{
    if (memory)
        std::memset(memory, 0, malloc_usable_size(memory));
    std::free(memory);
}

void operator delete(void *memory, size_t /*size*/) noexcept
{
    operator delete(memory);
}

#endif
#endif

namespace tb {
/// Referred to by secret.cpp, so that the linker takes this file out of the static library.
extern const bool freedMemoryIsWiped;
#if defined(TB_SANITIZED)
const bool freedMemoryIsWiped = false;
#else
const bool freedMemoryIsWiped = true;
#endif
} // namespace tb
