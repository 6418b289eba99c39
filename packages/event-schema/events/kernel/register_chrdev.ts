import { defineEvent } from '../define';
import { onReturn } from '../probe';

export default defineEvent({
  id: 2420,
  name: 'register_chrdev',
  doc: 'A driver of character devices was registered. requested_major_number is 0 where the kernel is to choose; granted_major_number is what it got, 0 for none.',
  probe: onReturn('__register_chrdev'),
  args: 'requested_major_number:u32 granted_major_number:u32 char_device_name:string char_device_fops:ptr',
});
