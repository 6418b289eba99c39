// Generated from packages/event-schema/events; change those, then: npm run generate
import type { EventDefinition } from '../../events/define';
import { syscalls } from '../../events/syscalls/table';
import __kernel_write from '../../events/file/__kernel_write';
import chmod_common from '../../events/file/chmod_common';
import dirty_pipe_splice from '../../events/file/dirty_pipe_splice';
import do_truncate from '../../events/file/do_truncate';
import file_modification from '../../events/file/file_modification';
import inotify_watch from '../../events/file/inotify_watch';
import load_elf_phdrs from '../../events/file/load_elf_phdrs';
import magic_write from '../../events/file/magic_write';
import process_execute_failed from '../../events/file/process_execute_failed';
import security_bprm_check from '../../events/file/security_bprm_check';
import security_file_open from '../../events/file/security_file_open';
import security_inode_mknod from '../../events/file/security_inode_mknod';
import security_inode_rename from '../../events/file/security_inode_rename';
import security_inode_symlink from '../../events/file/security_inode_symlink';
import security_inode_unlink from '../../events/file/security_inode_unlink';
import security_kernel_post_read_file from '../../events/file/security_kernel_post_read_file';
import security_kernel_read_file from '../../events/file/security_kernel_read_file';
import security_path_notify from '../../events/file/security_path_notify';
import security_sb_mount from '../../events/file/security_sb_mount';
import security_sb_umount from '../../events/file/security_sb_umount';
import set_fs_pwd from '../../events/file/set_fs_pwd';
import shared_object_loaded from '../../events/file/shared_object_loaded';
import vfs_read from '../../events/file/vfs_read';
import vfs_readv from '../../events/file/vfs_readv';
import vfs_utimes from '../../events/file/vfs_utimes';
import vfs_write from '../../events/file/vfs_write';
import vfs_writev from '../../events/file/vfs_writev';
import zeroed_inodes from '../../events/file/zeroed_inodes';
import hooked_proc_fops from '../../events/kernel/hooked_proc_fops';
import hooked_seq_ops from '../../events/kernel/hooked_seq_ops';
import hooked_syscall from '../../events/kernel/hooked_syscall';
import do_mmap from '../../events/memory/do_mmap';
import mem_prot_alert from '../../events/memory/mem_prot_alert';
import security_file_mprotect from '../../events/memory/security_file_mprotect';
import security_mmap_file from '../../events/memory/security_mmap_file';
import sched_process_exec from '../../events/process/sched_process_exec';
import sched_process_exit from '../../events/process/sched_process_exit';
import sched_process_fork from '../../events/process/sched_process_fork';

/** Every event, by ascending id. */
export const events: readonly EventDefinition[] = [...syscalls, __kernel_write, chmod_common, dirty_pipe_splice, do_truncate, file_modification, inotify_watch, load_elf_phdrs, magic_write, process_execute_failed, security_bprm_check, security_file_open, security_inode_mknod, security_inode_rename, security_inode_symlink, security_inode_unlink, security_kernel_post_read_file, security_kernel_read_file, security_path_notify, security_sb_mount, security_sb_umount, set_fs_pwd, shared_object_loaded, vfs_read, vfs_readv, vfs_utimes, vfs_write, vfs_writev, zeroed_inodes, hooked_proc_fops, hooked_seq_ops, hooked_syscall, do_mmap, mem_prot_alert, security_file_mprotect, security_mmap_file, sched_process_exec, sched_process_exit, sched_process_fork].sort((a, b) => a.id - b.id);

export const fingerprint = '5e4ce420a10bddb8';
export const eventCount = 503;
