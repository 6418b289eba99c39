import { defineEnum } from './define';

export default defineEnum({
  name: 'kernel_read_file_id',
  doc: 'What the kernel reads a file for: security_kernel_read_file; these numbers are those from 5.10 on',
  values: {
    READING_UNKNOWN: 0,
    READING_FIRMWARE: 1,
    READING_MODULE: 2,
    READING_KEXEC_IMAGE: 3,
    READING_KEXEC_INITRAMFS: 4,
    READING_POLICY: 5,
    READING_X509_CERTIFICATE: 6,
  },
});
