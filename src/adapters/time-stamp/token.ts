/** The bytes of a time-stamp token in, its parts out: what was signed, by which certificate, over which bytes. */
import { X509Certificate } from 'node:crypto'
import { ContentInfo, id_signedData, SignedData, type SignerInfo } from '@peculiar/asn1-cms'
import { AsnConvert } from '@peculiar/asn1-schema'
import { id_ct_tstInfo, TSTInfo } from '@peculiar/asn1-tsp'
import { type BaseBlock, type Constructed, fromBER } from 'asn1js'

export const SHA256 = '2.16.840.1.101.3.4.2.1'

export type Token = {
  readonly info: TSTInfo
  /** The bytes of `info` as they were signed. */
  readonly content: Uint8Array
  readonly signer: SignerInfo
  /** The bytes that the signature is over. */
  readonly signed: Uint8Array
  /** All that came with it, in no order. */
  readonly certificates: readonly X509Certificate[]
}

export const sameBytes = (a: ArrayBuffer | Uint8Array, b: ArrayBuffer | Uint8Array): boolean =>
  Buffer.from(a as ArrayBuffer).equals(Buffer.from(b as ArrayBuffer))

/** Null for whatever is no token with one signer, as RFC 3161 asks, or has bytes after its end. */
export function tokenOf(bytes: Uint8Array): Token | null {
  try {
    const outer = AsnConvert.parse(bytes, ContentInfo)
    if (outer.contentType !== id_signedData || !isWhole(bytes)) return null
    const signed = AsnConvert.parse(outer.content, SignedData)
    const { eContentType, eContent } = signed.encapContentInfo
    const content = eContent?.single?.buffer
    const [signer, another] = signed.signerInfos
    const attributes = attributesIn(bytes)
    if (eContentType !== id_ct_tstInfo || !content || !signer || another || !attributes) return null
    const certificates = [...(signed.certificates ?? [])].flatMap(({ certificate }) =>
      certificate ? [new X509Certificate(Buffer.from(AsnConvert.serialize(certificate)))] : [],
    )
    return {
      ...{ info: AsnConvert.parse(content, TSTInfo), content: new Uint8Array(content) },
      ...{ signer, certificates, signed: attributes },
    }
  } catch {
    // The reader of ASN.1 throws on everything that is none.
    return null
  }
}

const partsOf = (block: BaseBlock | undefined): readonly BaseBlock[] =>
  block && 'valueBlock' in block && Array.isArray((block as Constructed).valueBlock.value)
    ? (block as Constructed).valueBlock.value
    : []

/** The signed attributes as they stand in the token, under the tag of the set that was signed (RFC 5652, 5.4). */
function attributesIn(bytes: Uint8Array): Uint8Array | null {
  const [, explicit] = partsOf(fromBER(bytes).result)
  const signerInfos = partsOf(partsOf(explicit)[0]).at(-1)
  const signer = partsOf(signerInfos)[0]
  const tagged = partsOf(signer).find((one) => one.idBlock.tagClass === 3 && one.idBlock.tagNumber === 0)
  if (!tagged) return null
  const set = Uint8Array.from(tagged.valueBeforeDecodeView)
  set[0] = 0x31
  return set
}

/** The outermost length says how long the token is. */
function isWhole(bytes: Uint8Array): boolean {
  const [, first = 0] = bytes
  if (first < 0x80) return bytes.length === 2 + first
  const count = first & 0x7f
  const length = bytes.subarray(2, 2 + count).reduce((sum, byte) => sum * 256 + byte, 0)
  return bytes.length === 2 + count + length
}
