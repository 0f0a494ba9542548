// Headers of Linux that Glibc's module does not have: what the kernel tells of the network and of the clock, files in memory, and
// what the memory of a process takes, and who may see it.
#pragma once
#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <sys/prctl.h>
#include <sys/timerfd.h>
#include <linux/memfd.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <malloc.h>

/* A file in memory, which no program that is started gets; -1 where the system has none. Glibc declares its own function for GNU sources only. */
static inline int clinux_memory_file(const char *name) { return (int)syscall(SYS_memfd_create, name, MFD_CLOEXEC); }

/* No core dump of this process, and nobody else's eyes on its memory; a program that it starts is free of that again (prctl(2)). */
static inline int clinux_hide_memory(void) { return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0); }

/* Lets all threads share so many heaps (mallopt(3)); other C libraries have one. */
static inline void clinux_limit_heaps(int count) {
#ifdef M_ARENA_MAX
  mallopt(M_ARENA_MAX, count);
#endif
}

/* Gives the pages in which nothing is used back to the system (malloc_trim(3)); other C libraries do so by themselves. */
static inline void clinux_trim_heaps(void) {
#ifdef __GLIBC__
  malloc_trim(0);
#endif
}
