// Headers of Linux that Glibc's module does not have: what the kernel tells of the network and of the clock, and files in memory.
#pragma once
#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <sys/timerfd.h>
#include <linux/memfd.h>
#include <sys/syscall.h>
#include <unistd.h>

/* A file in memory, which no program that is started gets; -1 where the system has none. Glibc declares its own function for GNU sources only. */
static inline int clinux_memory_file(const char *name) { return (int)syscall(SYS_memfd_create, name, MFD_CLOEXEC); }
