/** A browser's answer to a challenge in, the passkey it proves out. Nothing is believed that the key did not sign. */
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'

/** The name a passkey belongs to, and the address its page must have. Null where there is only a number for an address. */
export type Party = { readonly id: string; readonly origin: string }
export type Passkey = { readonly id: string; readonly publicKey: string; readonly counter: number }
/** As the browser sent it: looked into here and nowhere else. */
export type Answer = { readonly id: string } & Readonly<Record<string, unknown>>

/** Ed25519, ECDSA with P-256, RSA: what keys in use have. Newer ones wait until they are no experiment in Node. */
const ALGORITHMS = [-8, -7, -257]

const idBytes = (account: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(account, 'hex'))

export const offerPasskey = (
  party: Party,
  challenge: string,
  account: { readonly id: string; readonly handle: string; readonly known: readonly string[] },
): Promise<PublicKeyCredentialCreationOptionsJSON> =>
  generateRegistrationOptions({
    rpName: 'Aigaq',
    rpID: party.id,
    userName: account.handle,
    userID: idBytes(account.id),
    challenge: new Uint8Array(Buffer.from(challenge, 'base64url')),
    // Which make of key somebody has is nobody's business.
    attestationType: 'none',
    supportedAlgorithmIDs: ALGORITHMS,
    excludeCredentials: account.known.map((id) => ({ id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })

export const askPasskey = (
  party: Party,
  challenge: string,
  allowed: readonly string[] = [],
): Promise<PublicKeyCredentialRequestOptionsJSON> =>
  generateAuthenticationOptions({
    rpID: party.id,
    challenge: new Uint8Array(Buffer.from(challenge, 'base64url')),
    userVerification: 'required',
    allowCredentials: allowed.map((id) => ({ id })),
  })

/** The challenge that a browser says it answers; whether it was ours is for the caller to know. */
export function challengeIn(answer: Answer): string | null {
  try {
    const { clientDataJSON } = answer.response as { readonly clientDataJSON: string }
    return String(JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString('utf8')).challenge)
  } catch {
    return null
  }
}

export async function newPasskey(party: Party, challenge: string, answer: Answer): Promise<Passkey | null> {
  const checked = await quietly(() =>
    verifyRegistrationResponse({
      response: answer as unknown as RegistrationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    }),
  )
  if (!checked?.verified) return null
  const { id, publicKey, counter } = checked.registrationInfo.credential
  return { id, publicKey: Buffer.from(publicKey).toString('base64url'), counter }
}

/** The new counter of the key, or null when the answer does not prove it. */
export async function provenBy(
  party: Party,
  challenge: string,
  answer: Answer,
  { id, publicKey, counter }: Passkey,
): Promise<number | null> {
  const checked = await quietly(() =>
    verifyAuthenticationResponse({
      response: answer as unknown as AuthenticationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      credential: { id, publicKey: new Uint8Array(Buffer.from(publicKey, 'base64url')), counter },
    }),
  )
  return checked?.verified ? checked.authenticationInfo.newCounter : null
}

/** The package throws on every answer that is wrong; here that is an ordinary no. */
async function quietly<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work()
  } catch {
    return null
  }
}
