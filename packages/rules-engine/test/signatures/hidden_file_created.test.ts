import HiddenFileCreated from '../../signatures/hidden_file_created';
import { event, testSignature } from '../../src/index';

const elf = Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 2);
const write = (pathname: string | null, bytes: Uint8Array | null = elf) => event('magic_write', { pathname, bytes });

testSignature(HiddenFileCreated, {
  fires: [
    { name: 'a hidden file', events: [write('/tmp/.x')], data: { path: '/tmp/.x' } },
    { name: 'a file in a hidden directory', events: [write('/home/u/.cache/x')] },
  ],
  quiet: [
    { name: 'a name with a dot inside', events: [write('/tmp/x.bin'), write('/tmp/x.')] },
    {
      name: 'no ELF file',
      events: [
        write('/tmp/.x', Buffer.from('#!/bin/sh')),
        write('/tmp/.x', Buffer.from('\x7fEL')),
        write('/tmp/.x', null),
      ],
    },
  ],
});
