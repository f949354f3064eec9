import { describe, expect, test } from 'vitest'
import { networkAsked, networkOf } from './network.ts'

describe('the network of an address', () => {
  test.each<[string | undefined, string | null]>([
    ['203.0.113.77', '203.0.113.0/24'],
    ['::ffff:203.0.113.9', '203.0.113.0/24'],
    ['2001:db8:7:1::5', '2001:db8:7::/48'],
    ['2001:db8:7:ffff:1:2:3:4', '2001:db8:7::/48'],
    ['2001:db8::1', '2001:db8:0::/48'],
    ['fe80::1%eth0', 'fe80:0:0::/48'],
    ['64:ff9b::203.0.113.77', '64:ff9b:0::/48'],
    ['127.0.0.1', null],
    ['127.8.8.8', null],
    ['::1', null],
    ['::ffff:127.0.0.1', null],
    ['', null],
    [undefined, null],
    ['not an address', null],
    ['999.1.1.1', null],
  ])('%s: %s', (address, network) => {
    expect(networkOf(address)).toBe(network)
  })
})

describe('the network asked from', () => {
  test.each<[string, string | undefined, string | undefined, 'none' | 'loopback', string | null]>([
    ['no header is believed unless told', '127.0.0.1', '203.0.113.77', 'none', null],
    ['a proxy on this machine is', '127.0.0.1', '203.0.113.77', 'loopback', '203.0.113.0/24'],
    [
      'by its own hop, not by what a reader wrote',
      '::1',
      '198.51.100.1, 203.0.113.77',
      'loopback',
      '203.0.113.0/24',
    ],
    ['a proxy that says nothing counts with this machine', '127.0.0.1', undefined, 'loopback', null],
    ['words are no network', '127.0.0.1', '203.0.113.77, unknown', 'loopback', null],
    ['nobody else is believed', '198.51.100.1', '203.0.113.77', 'loopback', '198.51.100.0/24'],
  ])('%s', (_what, socket, forwarded, believed, network) => {
    expect(networkAsked(socket, forwarded, believed)).toBe(network)
  })
})
