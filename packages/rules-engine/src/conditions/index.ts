/** What several signatures ask of an event, each a plain function. */
export { BoundedMap } from './bounded_map';
export { isElf } from './elf';
export { isByIoUring } from './io_uring';
export { isReadOpen, isTruncatingOpen, isWriteOpen } from './open_access';
export { inContainer, onHost } from './origin';
export { basename, isMemoryPath, isUnder } from './path';
export { commandName, environmentValue, isPackageManager, isShell } from './program';
export { isSensitiveFile } from './sensitive_file';
export { stoppedService } from './service_stop';
export { internetPeer, type Peer, unixPeer } from './socket_peer';
export { onWrittenPath } from './written_path';
