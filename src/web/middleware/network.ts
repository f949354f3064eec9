/** The address of a socket in, the network it lies in out: what is counted, since a single reader must not be told from the rest. */
import { isIPv4, isIPv6 } from 'node:net'

/** `/24` of IPv4, `/48` of IPv6: a household and more. Null: this machine, or no address that can be read. */
export function networkOf(address: string | undefined): string | null {
  const plain = (address ?? '').trim().replace(/^::ffff:(?=\d+\.)/i, '')
  if (isIPv4(plain)) return plain.startsWith('127.') ? null : `${plain.split('.').slice(0, 3).join('.')}.0/24`
  if (!isIPv6(plain)) return null
  const groups = groupsOf(plain)
  const isLoopback = groups.every((group, at) => group === (at === 7 ? 1 : 0))
  return isLoopback
    ? null
    : `${groups
        .slice(0, 3)
        .map((group) => group.toString(16))
        .join(':')}::/48`
}

/** Eight groups, `::` filled with zeros; a zone (`%eth0`) and a dotted tail stand in the last ones, which no network reaches. */
function groupsOf(address: string): readonly number[] {
  const [left = '', right] = (address.split('%')[0] ?? '').split('::')
  const parts = (text: string): readonly number[] =>
    text === ''
      ? []
      : text.split(':').flatMap((one) => (one.includes('.') ? [1, 1] : [Number.parseInt(one, 16)]))
  const [head, tail] = [parts(left), parts(right ?? '')]
  const zeros = Array.from({ length: Math.max(0, 8 - head.length - tail.length) }, () => 0)
  return [...head, ...zeros, ...tail]
}

/** Who is believed about where a request comes from: the socket alone, or a proxy on this machine as well. */
export type Believed = 'none' | 'loopback'

/** The last hop alone was written by our own proxy; whatever stands before it anybody can write. */
export function networkAsked(
  socket: string | undefined,
  forwarded: string | undefined,
  believed: Believed,
): string | null {
  const own = networkOf(socket)
  return own === null && believed === 'loopback' ? networkOf(forwarded?.split(',').at(-1)) : own
}
