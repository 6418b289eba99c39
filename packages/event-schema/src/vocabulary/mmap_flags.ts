import { defineFlags } from './define';

/** Logarithm of the size of a huge page, in the six highest bits of 32 (HUGETLB_FLAG_ENCODE_SHIFT). */
const pageSizes = {
  '64KB': 16,
  '512KB': 19,
  '1MB': 20,
  '2MB': 21,
  '8MB': 23,
  '16MB': 24,
  '32MB': 25,
  '256MB': 28,
  '512MB': 29,
  '1GB': 30,
  '2GB': 31,
  '16GB': 34,
} as const;

type HugePages<P extends string> = { readonly [K in keyof typeof pageSizes as `${P}_HUGE_${K}`]: number };

/** The field of the page size, whose names begin with MAP, MFD or SHM. */
export const hugePages = <P extends string>(prefix: P) => ({
  mask: 0xfc000000,
  values: Object.fromEntries(
    Object.entries(pageSizes).map(([size, log]) => [`${prefix}_HUGE_${size}`, log * 2 ** 26]),
  ) as HugePages<P>,
});

const mapPages = hugePages('MAP');

export default defineFlags({
  name: 'mmap_flags',
  doc: 'mmap, security_mmap_file',
  fields: {
    MAP_TYPE: {
      mask: 0xf,
      values: { MAP_SHARED: 0x1, MAP_PRIVATE: 0x2, MAP_SHARED_VALIDATE: 0x3, MAP_DROPPABLE: 0x8 },
    },
    MAP_HUGE: { ...mapPages, values: { MAP_HUGE_16KB: 14 * 2 ** 26, ...mapPages.values } },
  },
  values: {
    MAP_FIXED: 0x10,
    MAP_ANONYMOUS: 0x20,
    MAP_GROWSDOWN: 0x100,
    MAP_DENYWRITE: 0x800,
    MAP_EXECUTABLE: 0x1000,
    MAP_LOCKED: 0x2000,
    MAP_NORESERVE: 0x4000,
    MAP_POPULATE: 0x8000,
    MAP_NONBLOCK: 0x10000,
    MAP_STACK: 0x20000,
    MAP_HUGETLB: 0x40000,
    MAP_SYNC: 0x80000,
    MAP_FIXED_NOREPLACE: 0x100000,
  },
  x64: { MAP_32BIT: 0x40, MAP_ABOVE4G: 0x80 },
});
