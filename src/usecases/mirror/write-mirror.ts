/** Pages of the public site in, a signed copy in a folder out. */
import { fileBelow, newFolder, sha256 } from '../../adapters/mirror-folder.ts'
import { fingerprintOf, isSignedBy, type Signer } from '../../adapters/signing.ts'
import {
  inGroups,
  type ListedFile,
  MANIFEST,
  type Manifest,
  type MirrorFile,
  manifestText,
  SIGNATURE,
} from '../../core/mirror.ts'
import { listPath, listsOf } from '../../core/mirror-lists.ts'

const utf8 = new TextEncoder()
/** Of a text, in hex. */
export const hashOf = (text: string): string => sha256(utf8.encode(text))

export type MirrorAsked = {
  readonly files: AsyncIterable<MirrorFile>
  readonly folder: string
  /** The day it is made on. */
  readonly made: string
  /** Greater than that of every copy before. */
  readonly number: number
  readonly origin: string
  readonly signer: Signer
}

export type Mirror = {
  readonly manifest: Manifest
  /** Of the key, in groups of four: what is printed on a card. */
  readonly fingerprint: string
}

/** The folder is changed only once every page was written. */
export async function writeMirror(asked: MirrorAsked): Promise<Mirror> {
  const { files, folder, made, number, origin, signer } = asked
  const out = newFolder(folder)
  try {
    const listed: ListedFile[] = []
    for await (const file of files) listed.push(await out.write(file))
    const manifest: Manifest = {
      ...{ format: 'aigaq-mirror@3', made, number, origin, key: signer.key },
      files: listed,
    }
    const { top, below } = listsOf(listed, hashOf)
    for (const { begins, text } of below)
      await out.write({ path: listPath(begins), bytes: utf8.encode(text) })
    const text = utf8.encode(manifestText(manifest, top))
    await out.write({ path: MANIFEST, bytes: text })
    await out.write({ path: SIGNATURE, bytes: utf8.encode(`${signer.sign(text)}\n`) })
    await out.finish()
    return { manifest, fingerprint: inGroups(fingerprintOf(signer.key)) }
  } finally {
    await out.abandon()
  }
}

export type SignedText = { readonly text: Uint8Array; readonly signature: string }

/** The manifest and its signature as they stand in a folder; null where one of them is missing. */
export function signedManifest(folder: string): SignedText | null {
  const [text, signature] = [fileBelow(folder, MANIFEST), fileBelow(folder, SIGNATURE)]
  return text && signature ? { text, signature: new TextDecoder().decode(signature) } : null
}

/** As it is written, to the last sign: 64 bytes have one form in base64. */
const SIGNED = /^[A-Za-z0-9+/]{85}[AQgw]==\n$/

export const isSigned = ({ text, signature }: SignedText, key: string): boolean =>
  SIGNED.test(signature) && isSignedBy(key, text, signature)
