/** Who works with the records: a role, an organisation whose compartment they stand in, and a pseudonym that the log knows. */

/** In the order a page lists them; what each may do stands in codebook/access.yaml. */
export const ROLES = [
  'guest',
  'partner',
  'monitor',
  'editor',
  'lawyer',
  'campaigner',
  'educator',
  'administrator',
  'auditor',
] as const
export type Role = (typeof ROLES)[number]

/** The organisation that runs the installation: rows written from its command line belong to it. */
export const HOME = 'home'

/** Somebody who has signed in. `handle` is the pseudonym in the log and in decisions (`by`), never a name. */
export type Actor = {
  readonly account: string
  readonly handle: string
  readonly organisation: string
  readonly role: Role
}
