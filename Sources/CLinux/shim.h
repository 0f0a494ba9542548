// Headers of Linux that Glibc's module does not have: what the kernel tells of the network and of the clock.
#pragma once
#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <sys/timerfd.h>
