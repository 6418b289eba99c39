/** A struct sockaddr in hexadecimal as the JSON output shows it; written apart from the product's own, to check it. */
export function expectedSockaddr(hex: string): Record<string, string> {
  const bytes = Buffer.from(hex, 'hex');
  const family = bytes.readUInt16LE(0);
  if (family === 1) {
    const path = bytes.subarray(2);
    const end = path.indexOf(0);
    return { sa_family: 'AF_UNIX', sun_path: path.toString('utf8', 0, end < 0 ? path.length : end) };
  }
  const port = String(bytes.readUInt16BE(2));
  if (family === 2) return { sa_family: 'AF_INET', sin_port: port, sin_addr: [...bytes.subarray(4, 8)].join('.') };
  const groups = Array.from({ length: 8 }, (_, i) => bytes.readUInt16BE(8 + i * 2).toString(16));
  return {
    sa_family: 'AF_INET6',
    sin6_port: port,
    sin6_flowinfo: String(bytes.readUInt32BE(4)),
    sin6_addr: groups.join(':').replace(/^(0:){7}1$/, '::1'),
    sin6_scopeid: String(bytes.readUInt32LE(24)),
  };
}
