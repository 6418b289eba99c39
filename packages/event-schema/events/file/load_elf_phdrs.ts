import { defineEvent } from '../define';
import { onEntry } from '../probe';

export default defineEvent({
  id: 2123,
  name: 'load_elf_phdrs',
  sets: 'proc',
  doc: 'The kernel reads the program headers of an ELF file: a program, or its interpreter.',
  probe: onEntry('load_elf_phdrs'),
  args: 'pathname:string dev:u32 inode:u64',
});
