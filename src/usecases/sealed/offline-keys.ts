/** Files of keys that are made and used away from any server: an identity that opens, a root that signs, a list and its signature. */
import { lockIdentity, newIdentity, openIdentity } from '../../adapters/sealed/age.ts'
import { newRootFile, readRootFile } from '../../adapters/sealed/root-key.ts'
import {
  listSignedBy,
  readSigned,
  signList,
  wordsOfRecipient,
  wordsOfRoot,
} from '../../adapters/sealed/signed-list.ts'
import { type Fault, Refusal, refuse } from '../../core/faults.ts'
import { faultsOfList, type RecipientList, readList } from '../../core/sealed/recipients.ts'

/** A key and the eight words by which it is compared over a telephone. */
export type KeyMade = { readonly file: Uint8Array; readonly key: string; readonly words: string }

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** `passphrase`: empty leaves the file open to whoever has it. Both kinds are read by `age` itself. */
export async function makeIdentity(today: string, passphrase: string): Promise<KeyMade> {
  const { secret, key } = await newIdentity()
  const text = `# made: ${today}\n# public key: ${key}\n${secret}\n`
  const file = passphrase === '' ? bytesOf(text) : await lockIdentity(text, passphrase)
  return { file, key, words: wordsOfRecipient(key) }
}

export function makeRoot(): KeyMade {
  const { pem, key } = newRootFile()
  return { file: bytesOf(pem), key, words: wordsOfRoot(key) }
}

const faultOf = (code: ReturnType<typeof faultsOfList>[number]): Fault => ({
  code: `recipients.${code}`,
  params: {},
})

/** Throws every fault of the list. `after`: the number of the newest one seen. */
export function checkList(list: RecipientList, today: string, after = 0): void {
  const faults = faultsOfList(list, today, after)
  if (faults.length > 0) throw new Refusal(faults.map(faultOf))
}

/** A list as somebody wrote it, the text of a signed file out. */
export function signRecipients(written: string, rootFile: string, today: string): string {
  const list = readList(written)
  if (!list) throw refuse('recipients.shape')
  checkList(list, today)
  const root = readRootFile(rootFile)
  if (!root) throw refuse('recipients.root-file')
  return `${JSON.stringify(signList(list, root.secret))}\n`
}

/** A signed file that this root signed and that holds today. */
export function readRecipients(file: string, root: string, today: string, after = 0): RecipientList {
  const signed = readSigned(file)
  const list = signed && listSignedBy(root, signed)
  if (!list) throw refuse('recipients.signature')
  checkList(list, today, after)
  return list
}

/** The secrets in a file of identities. */
export async function secretsIn(file: Uint8Array, passphrase: string): Promise<readonly string[]> {
  const opened = await openIdentity(file, passphrase)
  if (opened.kind === 'passphrase') throw refuse('sealed.passphrase')
  if (opened.kind === 'none') throw refuse('sealed.identity')
  return opened.secrets
}
