/* Tells ThreadSanitizer of Swift's Mutex. Its usual way is compiled into our own code, where the sanitizer sees it; where
   a thread has to wait, libswiftSynchronization takes the lock itself, which was built without. Loaded in front of it
   (LD_PRELOAD), this does what it does and says that it was done. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdint.h>

#define HANDLE __attribute__((swift_context)) void *handle
#define SWIFT __attribute__((swiftcall))
#define LOCK "$s15Synchronization12_MutexHandleV9_lockSlowyys6UInt32VF"
#define UNLOCK "$s15Synchronization12_MutexHandleV11_unlockSlowyyF"

/* In a program with ThreadSanitizer only. */
__attribute__((weak)) void __tsan_acquire(void *);
__attribute__((weak)) void __tsan_release(void *);

SWIFT void lock(uint32_t thread, HANDLE) __asm__(LOCK);
SWIFT void unlock(HANDLE) __asm__(UNLOCK);

SWIFT void lock(uint32_t thread, HANDLE) {
  SWIFT void (*real)(uint32_t, HANDLE) = dlsym(RTLD_NEXT, LOCK);
  real(thread, handle);
  if (__tsan_acquire) __tsan_acquire(handle);
}

SWIFT void unlock(HANDLE) {
  SWIFT void (*real)(HANDLE) = dlsym(RTLD_NEXT, UNLOCK);
  if (__tsan_release) __tsan_release(handle);
  real(handle);
}
