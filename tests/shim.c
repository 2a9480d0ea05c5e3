/* Fails one call that touches a folder: the n-th, with an errno. Loaded before the C library (LD_PRELOAD), armed by arm(). */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[4096];
static long left = -1, seen = 0;
static int code = 0;

void arm(const char *prefix, long number, int error) {
    snprintf(folder, sizeof folder, "%s", prefix);
    left = number;
    code = error;
    seen = 0;
}

long calls(void) { return seen; }

static int fails(const char *path) {
    if (!folder[0] || !path || strncmp(path, folder, strlen(folder))) return 0;
    seen++;
    if (left < 0 || left-- != 0) return 0;
    errno = code;
    return 1;
}

static int fails_at(int handle) {
    char link[64], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", handle);
    ssize_t size = readlink(link, path, sizeof path - 1);
    if (size < 0) return 0;
    path[size] = 0;
    return fails(path);
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
#define MODE va_list more; va_start(more, flags); mode_t mode = (flags & O_CREAT) ? va_arg(more, mode_t) : 0; va_end(more)

int open(const char *path, int flags, ...) { MODE; return fails(path) ? -1 : REAL(open)(path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE; return fails(path) ? -1 : REAL(open64)(path, flags, mode); }
int openat(int at, const char *path, int flags, ...) { MODE; return fails(path) ? -1 : REAL(openat)(at, path, flags, mode); }
int openat64(int at, const char *path, int flags, ...) { MODE; return fails(path) ? -1 : REAL(openat64)(at, path, flags, mode); }
ssize_t read(int handle, void *data, size_t size) { return fails_at(handle) ? -1 : REAL(read)(handle, data, size); }
ssize_t write(int handle, const void *data, size_t size) { return fails_at(handle) ? -1 : REAL(write)(handle, data, size); }
int fsync(int handle) { return fails_at(handle) ? -1 : REAL(fsync)(handle); }
int ftruncate(int handle, off_t size) { return fails_at(handle) ? -1 : REAL(ftruncate)(handle, size); }
int ftruncate64(int handle, off64_t size) { return fails_at(handle) ? -1 : REAL(ftruncate64)(handle, size); }
int rename(const char *from, const char *to) { return fails(from) ? -1 : REAL(rename)(from, to); }
int link(const char *from, const char *to) { return fails(from) ? -1 : REAL(link)(from, to); }
int linkat(int a, const char *from, int b, const char *to, int flags) { return fails(from) ? -1 : REAL(linkat)(a, from, b, to, flags); }
int unlink(const char *path) { return fails(path) ? -1 : REAL(unlink)(path); }
int mkdir(const char *path, mode_t mode) { return fails(path) ? -1 : REAL(mkdir)(path, mode); }
int chmod(const char *path, mode_t mode) { return fails(path) ? -1 : REAL(chmod)(path, mode); }
int fchmodat(int at, const char *path, mode_t mode, int flags) { return fails(path) ? -1 : REAL(fchmodat)(at, path, mode, flags); }
int stat(const char *path, struct stat *told) { return fails(path) ? -1 : REAL(stat)(path, told); }
int stat64(const char *path, struct stat64 *told) { return fails(path) ? -1 : REAL(stat64)(path, told); }
DIR *opendir(const char *path) { return fails(path) ? NULL : REAL(opendir)(path); }
