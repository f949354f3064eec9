/** An address as somebody typed it in; the one mailbox that it reaches out, as the services of the list read addresses. */
import type { Rule } from '../codebook.ts'

export type MailboxProvider = Rule & {
  /** Names of one service; the first stands for all. */
  readonly domains: readonly string[]
  /** Signs that the service overlooks before the @. */
  readonly ignored: readonly string[]
  readonly tag: string
  readonly isLarge: boolean
}
/** codebook/mailboxes.yaml */
export type MailboxRules = {
  readonly anyTag: string
  readonly burst: Rule & { readonly most: number }
  readonly providers: ReadonlyMap<string, MailboxProvider>
}

export type Mailbox = {
  readonly mailbox: string
  readonly domain: string
  readonly isLarge: boolean
}

/** `A.Reader+x@googlemail.com` → `areader@gmail.com`. Two mailboxes are never made one: an unlisted service loses its label alone. */
export function mailboxOf(address: string, rules: MailboxRules): Mailbox {
  const plain = address.trim().normalize('NFKC').toLowerCase()
  const at = plain.lastIndexOf('@')
  const asked = plain.slice(at + 1).replace(/\.$/, '')
  const provider = rules.providers.get(asked)
  const domain = provider?.domains[0] ?? asked
  const [own = ''] = cut(plain.slice(0, at), provider?.tag ?? rules.anyTag)
  const bare = (provider?.ignored ?? []).reduce((text, sign) => text.replaceAll(sign, ''), own)
  // A label alone is no mailbox: what is left must be something.
  const local = bare === '' ? plain.slice(0, at) : bare
  return { mailbox: `${local}@${domain}`, domain, isLarge: provider?.isLarge ?? false }
}

const cut = (text: string, sign: string): readonly string[] => (sign === '' ? [text] : text.split(sign, 1))
