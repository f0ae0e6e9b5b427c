import { BlockList, isIP } from 'node:net';

/** Networks that are not the internet (RFC 6890 and what came after it). */
const private4: [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];
/** All of IPv6 but what is given out (2000::/3), and of that the networks that lead into IPv4 or nowhere. */
const private6: [string, number][] = [
  ['::', 3],
  ['4000::', 2],
  ['8000::', 1],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
];
/** A list each: in one, every address of IPv4 would count as its place in ::/3. */
const closed = { ipv4: new BlockList(), ipv6: new BlockList() };
for (const [net, bits] of private4) closed.ipv4.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of private6) closed.ipv6.addSubnet(net, bits, 'ipv6');

/** `10.1.0.0/16`, `127.0.0.1`: networks of one’s own that may be told things all the same. */
export function networksOf(list: readonly string[]): BlockList {
  const own = new BlockList();
  for (const each of list) {
    const [net = '', bits] = each.split('/');
    const family = isIP(net) === 6 ? 'ipv6' : 'ipv4';
    own.addSubnet(net, bits === undefined ? (family === 'ipv6' ? 128 : 32) : Number(bits), family);
  }
  return own;
}

/** Whether an address may be spoken to: on the internet, or in a network that the installation names. */
export function isOutside(address: string, own: BlockList): boolean {
  const version = isIP(address);
  if (version === 0) return false;
  const family = version === 6 ? 'ipv6' : 'ipv4';
  return own.check(address, family) || !closed[family].check(address, family);
}
