import { defineCoded } from './define';
import { splitDevice } from './device';

export default defineCoded({
  name: 'encoded_device',
  doc: 'Device number as programs give it to mknod: 8 bits of minor, 12 of major, 12 of minor',
  notation: 'major:minor',
  format: (value) => `${(value >> 8n) & 0xfffn}:${((value >> 12n) & 0xfff00n) | (value & 0xffn)}`,
  parse: (text) => {
    const [major, minor] = splitDevice(text, 12n) ?? [];
    if (major === undefined || minor === undefined) return undefined;
    return ((minor & 0xfff00n) << 12n) | (major << 8n) | (minor & 0xffn);
  },
});
