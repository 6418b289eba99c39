/** What several signatures ask of an event: isSomething of values that are decoded, and something of fields, for `where`. */
export { BoundedMap } from './bounded_map';
export { elf, isElf } from './elf';
export { byIoUring, isByIoUring } from './io_uring';
export { isReadOpen, isTruncatingOpen, isWriteOpen, readOpen, truncatingOpen, writeOpen } from './open_access';
export { inContainer, onHost } from './origin';
export { basename, isMemoryPath, isUnder, memoryPath, under } from './path';
export {
  calledAs,
  commandName,
  environmentValue,
  isByPackageManager,
  isPackageManager,
  isShell,
  shell,
  variableSet,
} from './program';
export { isSensitiveFile, maybeSensitiveFile } from './sensitive_file';
export { serviceTool, stoppedService } from './service_stop';
export { internetPeer, type Peer, unixPeer } from './socket_peer';
export { onWrittenPath } from './written_path';
