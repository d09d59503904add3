import { isIPv6 } from 'node:net';

const GROUPS = 8;
/** An IPv6 line is given at least so many groups of its own: a /64. */
const OF_A_LINE = 4;
const MAPPED = /^::ffff:([0-9a-f]+):([0-9a-f]+)$/;

/** As every writing of an address is written: `2001:DB8:0::1` is `2001:db8::1`. */
const plain = (address: string): string => new URL(`http://[${address.replace(/%.*$/, '')}]`).hostname.slice(1, -1);

const parts = (side = ''): readonly string[] => side.split(':').filter(Boolean);

/** All groups of an address; what `::` leaves out is 0. */
function groupsOf(address: string): readonly string[] {
  const [before, after] = address.split('::');
  const [left, right] = [parts(before), parts(after)];
  return [...left, ...Array.from({ length: GROUPS - left.length - right.length }, () => '0'), ...right];
}

const bytesOf = (group: string): readonly number[] => [Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 0xff];

/**
 * What is counted as one where callers are counted: the address itself, and with IPv6 the /64 it lies in. Whoever has an IPv6 line at home
 * has 18 million million million addresses on it, and would be somebody else with each request.
 * @param address as the server knows it: IPv4, IPv6, or IPv4 written as IPv6
 */
export function callerLine(address: string): string {
  if (!isIPv6(address)) return address;
  const written = plain(address);
  const [, high, low] = MAPPED.exec(written) ?? [];
  if (high !== undefined && low !== undefined) return [high, low].flatMap(bytesOf).join('.');
  return `${groupsOf(written).slice(0, OF_A_LINE).join(':')}::/64`;
}
