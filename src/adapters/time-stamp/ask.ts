/** A hash in, the token of a time-stamp authority out: the request and the answer of RFC 3161, over HTTP. */
import { randomBytes } from 'node:crypto'
import { AsnConvert, OctetString } from '@peculiar/asn1-schema'
import { MessageImprint, TimeStampReq, TimeStampReqVersion, TimeStampResp } from '@peculiar/asn1-tsp'
import { AlgorithmIdentifier } from '@peculiar/asn1-x509'
import { SHA256, sameBytes, tokenOf } from './token.ts'

const MOST_MS = 20_000
const MOST_BYTES = 200_000
/** Granted, and granted with changes: anything else is a refusal. */
const GRANTED = [0, 1]

/** What went wrong on the way; nothing is lost by it, the hash is asked for again. */
export class NotStamped extends Error {}

/** What is sent: the hash, a number of chance against old answers, and the wish for the certificates. */
export function requestFor(sha256: string, nonce: Uint8Array): Uint8Array<ArrayBuffer> {
  const request = new TimeStampReq({
    version: TimeStampReqVersion.v1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithm: SHA256, parameters: null }),
      hashedMessage: new OctetString(Uint8Array.from(Buffer.from(sha256, 'hex'))),
    }),
    nonce: Uint8Array.from(nonce).buffer,
    certReq: true,
  })
  return new Uint8Array(AsnConvert.serialize(request))
}

/** The token in an answer to this request. Whether it holds is checked apart from this, as it will be in ten years. */
export function tokenIn(answer: Uint8Array, nonce: Uint8Array): Uint8Array {
  let response: TimeStampResp
  try {
    response = AsnConvert.parse(answer, TimeStampResp)
  } catch {
    throw new NotStamped('the answer is no time-stamp response')
  }
  if (!GRANTED.includes(response.status.status) || !response.timeStampToken)
    throw new NotStamped(`the authority refused (status ${response.status.status})`)
  const token = new Uint8Array(AsnConvert.serialize(response.timeStampToken))
  const info = tokenOf(token)?.info
  if (!info?.nonce || !sameBytes(info.nonce, nonce)) throw new NotStamped('the answer is to another request')
  return token
}

/** Redirects are refused: the hash goes to the address that was set, and to no other. */
export async function askAuthority(url: string, sha256: string): Promise<Uint8Array> {
  // The first bit is clear: the number is a positive one, and comes back byte for byte.
  const nonce = randomBytes(16)
  nonce[0] = ((nonce[0] ?? 0) & 0x7f) | 0x40
  try {
    const answer = await fetch(url, {
      ...{ method: 'POST', redirect: 'error', signal: AbortSignal.timeout(MOST_MS) },
      headers: { 'Content-Type': 'application/timestamp-query', Accept: 'application/timestamp-reply' },
      body: requestFor(sha256, nonce),
    })
    if (!answer.ok) {
      await answer.body?.cancel()
      throw new NotStamped(`HTTP ${answer.status}`)
    }
    return tokenIn(await bytesOf(answer), nonce)
  } catch (error) {
    if (error instanceof NotStamped) throw error
    const isLate = error instanceof Error && error.name === 'TimeoutError'
    throw new NotStamped(isLate ? `no answer in ${MOST_MS / 1000} s` : 'not reached')
  }
}

async function bytesOf(answer: Response): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of answer.body ?? []) {
    size += chunk.length
    if (size > MOST_BYTES) throw new NotStamped('the answer is too long')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
