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
  /** `shared`: second names under which many houses have theirs, as `edu` of `edu.kz`. */
  readonly burst: Rule & { readonly most: number; readonly shared: readonly string[] }
  readonly providers: ReadonlyMap<string, MailboxProvider>
}

export type Mailbox = {
  readonly mailbox: string
  /** Of whoever holds it: with whatever stands before it a troll would have a new one for each signature. */
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
  const isLarge = provider?.isLarge ?? false
  return { mailbox: `${local}@${domain}`, domain: provider ? domain : heldDomain(domain, rules), isLarge }
}

/**
 * `a1.b2.trolls.example` → `trolls.example`, `dept.uni.edu.kz` → `uni.edu.kz`. There is no list of every suffix here: where one is
 * missing, houses under it are counted together, and wait for a person sooner.
 */
function heldDomain(domain: string, { burst }: MailboxRules): string {
  const names = domain.split('.')
  const isShared = names.at(-1)?.length === 2 && burst.shared.includes(names.at(-2) ?? '')
  return names.slice(isShared ? -3 : -2).join('.')
}

const cut = (text: string, sign: string): readonly string[] => (sign === '' ? [text] : text.split(sign, 1))
