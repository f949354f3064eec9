/** A time-stamp token, the hash that it should be of and the certificates that are believed in, whether it holds out: without the network, as it can be checked in ten years. */
import { createHash, verify, type X509Certificate } from 'node:crypto'
import { AsnConvert, OctetString } from '@peculiar/asn1-schema'
import type { StampCheck, StampFault } from '../../core/time-stamp.ts'
import { SHA256, sameBytes, type Token, tokenOf } from './token.ts'

const CONTENT_TYPE = '1.2.840.113549.1.9.3'
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4'
/** Which certificate signed, inside what was signed (RFC 2634, RFC 5035): it cannot be exchanged for another of the same key. */
const SIGNING_CERTIFICATES: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.9.16.2.12': 'sha1',
  '1.2.840.113549.1.9.16.2.47': 'sha256',
}
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8'
/** `id-ct-TSTInfo`, 1.2.840.113549.1.9.16.1.4, in DER. */
const TST_INFO = Buffer.from('060b2a864886f70d0109100104', 'hex')
const HASHES: Readonly<Record<string, string>> = {
  [SHA256]: 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
}
const MOST_LINKS = 8
/** Clocks differ: a stamp may be so much ahead of ours. */
const AHEAD_MS = 300_000

export type Asked = {
  readonly token: Uint8Array
  /** In hex. */
  readonly sha256: string
  /** Certificates of authorities, roots or below, as they were got by a way that is trusted. */
  readonly believed: readonly X509Certificate[]
  readonly now: string
}

/** Whatever somebody sent, it is a verdict: a stamp that stopped the round would stop what comes after it. */
export function checkStamp(asked: Asked): StampCheck {
  try {
    return checked(asked)
  } catch {
    // Readers of ASN.1 and of certificates throw on what they cannot read.
    return { kind: 'shape' }
  }
}

function checked({ token: bytes, sha256, believed, now }: Asked): StampCheck {
  const token = tokenOf(bytes)
  if (!token) return { kind: 'shape' }
  const { info } = token
  const { hashAlgorithm, hashedMessage } = info.messageImprint
  if (hashAlgorithm.algorithm !== SHA256 || !sameBytes(hashedMessage.buffer, Buffer.from(sha256, 'hex')))
    return { kind: 'imprint' }
  const signer = signerOf(token)
  if (!signer) return { kind: 'signature' }
  if (!isForStamps(signer)) return { kind: 'purpose' }
  const chain = chainFault(signer, token.certificates, believed, info.genTime)
  if (chain) return { kind: chain }
  if (info.genTime.getTime() > Date.parse(now) + AHEAD_MS) return { kind: 'future' }
  return { kind: 'holds', at: info.genTime.toISOString(), by: nameOf(signer) }
}

/** The certificate whose key signed this content and nothing else; null where there is none with the token. */
function signerOf({ content, signer, signed, certificates }: Token): X509Certificate | null {
  const digest = HASHES[signer.digestAlgorithm.algorithm]
  const valuesOf = (type: string): readonly ArrayBuffer[] =>
    (signer.signedAttrs ?? []).filter((one) => one.attrType === type).flatMap((one) => one.attrValues)
  const [type, anotherType] = valuesOf(CONTENT_TYPE)
  const [hash, anotherHash] = valuesOf(MESSAGE_DIGEST)
  if (!digest || !type || !hash || anotherType || anotherHash) return null
  const isOfContent =
    sameBytes(type, TST_INFO) &&
    sameBytes(AsnConvert.parse(hash, OctetString).buffer, createHash(digest).update(content).digest())
  if (!isOfContent) return null
  const named = Object.entries(SIGNING_CERTIFICATES).flatMap(([oid, usual]) =>
    valuesOf(oid).map((value) => ({ value: Buffer.from(value), usual })),
  )
  const isNamed = (one: X509Certificate): boolean =>
    named.length > 0 &&
    named.every(({ value, usual }) =>
      [usual, ...Object.values(HASHES)].some((hash) =>
        value.includes(createHash(hash).update(one.raw).digest()),
      ),
    )
  const serial = signer.sid.issuerAndSerialNumber?.serialNumber
  const isSigner = (one: X509Certificate): boolean => {
    if (serial && BigInt(`0x${Buffer.from(serial).toString('hex')}`) !== BigInt(`0x${one.serialNumber}`))
      return false
    try {
      return verify(digest, signed, one.publicKey, Buffer.from(signer.signature.buffer))
    } catch {
      return false
    }
  }
  return certificates.find((one) => isNamed(one) && isSigner(one)) ?? null
}

/** For time stamps, and for nothing else. */
const isForStamps = (one: X509Certificate): boolean =>
  one.keyUsage?.length === 1 && one.keyUsage[0] === TIME_STAMPING && !one.ca

/** Null: it leads to a certificate that is believed, and each on the way held at that time. */
function chainFault(
  signer: X509Certificate,
  beside: readonly X509Certificate[],
  believed: readonly X509Certificate[],
  at: Date,
): StampFault | null {
  const isBelieved = (one: X509Certificate): boolean => believed.some((other) => other.raw.equals(one.raw))
  let [current, isExpired] = [signer, false]
  for (let link = 0; link < MOST_LINKS; link += 1) {
    isExpired ||= at < current.validFromDate || at > current.validToDate
    if (isBelieved(current)) return isExpired ? 'expired' : null
    const issuer = [...believed, ...beside].find(
      (one) => one.ca && !one.raw.equals(current.raw) && isIssuedBy(current, one),
    )
    if (!issuer) return 'unknown'
    current = issuer
  }
  return 'unknown'
}

/** A certificate that came beside, with a key that nobody can read, hides no other. */
function isIssuedBy(one: X509Certificate, issuer: X509Certificate): boolean {
  try {
    return one.checkIssued(issuer) && one.verify(issuer.publicKey)
  } catch {
    return false
  }
}

const nameOf = ({ subject }: X509Certificate): string =>
  /^CN=(.+)$/m.exec(subject)?.[1] ?? subject.replaceAll('\n', ', ')
