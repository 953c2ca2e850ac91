"""A process closed to the outside: no new files, no network, bounded memory.

On Linux a seccomp filter lets through only the system calls that thinking needs; the kernel
refuses the rest. Elsewhere only the memory is bounded. Source: seccomp(2), prctl(2).
"""

import ctypes
import errno
import platform
import resource
import struct
import sys
from typing import Final

_AUDIT_ARCH: Final = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
_SECCOMP: Final = {"x86_64": 317, "aarch64": 277}
# read write close poll/ppoll mmap mprotect munmap brk rt_sigaction rt_sigprocmask rt_sigreturn
# sched_yield mremap madvise nanosleep getpid sendto recvfrom exit sigaltstack gettid futex
# sched_getaffinity restart_syscall clock_gettime clock_nanosleep exit_group tgkill getrandom
# membarrier rseq
_ALLOWED: Final = {
    "x86_64": (
        *(0, 1, 3, 7, 9, 10, 11, 12, 13, 14, 15, 24, 25, 28, 35, 39, 44, 45, 60, 131, 186, 202),
        *(204, 219, 228, 230, 231, 234, 318, 324, 334),
    ),
    "aarch64": (
        *(63, 64, 57, 73, 222, 226, 215, 214, 134, 135, 139, 124, 216, 233, 101, 172, 206, 207, 93),
        *(132, 178, 98, 123, 128, 113, 115, 94, 131, 278, 283, 293),
    ),
}
_NO_NEW_PRIVILEGES, _DIE_WITH_PARENT, _SIGKILL = 38, 1, 9
_FILTER, _ALL_THREADS = 1, 1
_LOAD, _EQUALS, _RETURN = 0x20, 0x15, 0x06
_NUMBER, _ARCHITECTURE = 0, 4
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000 | errno.EPERM


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("code", ctypes.c_char_p))


def bound(memory: int) -> None:
    """Bound the address space to `memory` bytes, leave no core dump, and die with the parent."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, _SIGKILL, 0, 0, 0)


def seal() -> bool:
    """Close all threads of this process to files and network, for good; False where that cannot be."""
    machine = platform.machine()
    if sys.platform != "linux" or machine not in _ALLOWED:
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0):
        return False
    code = _filter(machine)
    program = _Program(len(code) // 8, code)
    return bool(libc.syscall(_SECCOMP[machine], _FILTER, _ALL_THREADS, ctypes.byref(program)) == 0)


def _filter(machine: str) -> bytes:
    allowed = _ALLOWED[machine]
    steps = [
        (_LOAD, 0, 0, _ARCHITECTURE),
        (_EQUALS, 0, len(allowed) + 1, _AUDIT_ARCH[machine]),
        (_LOAD, 0, 0, _NUMBER),
        *((_EQUALS, len(allowed) - at, 0, number) for at, number in enumerate(allowed)),
        (_RETURN, 0, 0, _REFUSE),
        (_RETURN, 0, 0, _ALLOW),
    ]
    return b"".join(struct.pack("HBBI", *step) for step in steps)
