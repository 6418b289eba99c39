import { existsSync, readFileSync } from 'node:fs';
import { readBtf } from '../../generate/btf';
import * as words from '../../src/vocabulary';

/** Vocabularies that are an enum of the kernel, which describes its own. */
const enums = {
  bpf_cmd: words.bpfCommand,
  bpf_prog_type: words.bpfProgType,
  bpf_attach_type: words.bpfAttachType,
  bpf_map_type: words.bpfMapType,
  bpf_link_type: words.bpfLinkType,
  io_uring_op: words.ioUringOpcode,
  io_uring_register_op: words.ioUringRegisterOpcode,
  fsconfig_command: words.fsconfigCommand,
  kcmp_type: words.kcmpType,
  kernel_read_file_id: words.kernelReadFileId,
  landlock_rule_type: words.landlockRuleType,
  membarrier_cmd: words.membarrierCommand,
  perf_type_id: words.perfType,
};

test('the running kernel numbers its enums as we do, where it describes itself', () => {
  const path = '/sys/kernel/btf/vmlinux';
  const kernel = existsSync(path) ? readBtf(readFileSync(path)).enums : new Map<string, ReadonlyMap<string, number>>();
  const wrong = Object.entries(enums).flatMap(([name, ours]) =>
    Object.entries(ours)
      .filter(([word, value]) => (kernel.get(name)?.get(word) ?? value | 0) !== (value | 0))
      .map(([word, value]) => `${name}.${word} is ${kernel.get(name)?.get(word)}, not ${value}`),
  );
  expect(wrong).toEqual([]);
});
