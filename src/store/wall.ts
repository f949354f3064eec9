/** Who asks, as the database is told it: row-level security lets through what these five say, and nothing when they say nothing. */
import { CompiledQuery, Kysely, PostgresDialect, type PostgresPool } from 'kysely'
import { poolOf, type Store } from './connect.ts'
import { type OwnLogin, ownAddress } from './own-login.ts'
import type { Tables } from './tables.ts'

export type Wall = {
  /** Compartment that may be read and written whole; empty: none. */
  readonly organisation: string
  /** Organisation whose shares may be read in the form for partners; empty: none. */
  readonly partner: string
  /** Reads what it coded under seal and what was handed to it. */
  readonly handle: string
  /** Organisation whose campaigns may be read and written; empty or left out: none. */
  readonly acts?: string | undefined
  /** Organisation whose plans may be read and written; empty or left out: none. */
  readonly plans?: string | undefined
}

/** The statement that tells it, before anything else is asked. */
export const TELL = `select set_config('aigaq.organisation', $1, $6), set_config('aigaq.partner', $2, $6), set_config('aigaq.handle', $3, $6), set_config('aigaq.acts', $4, $6), set_config('aigaq.plans', $5, $6)`
export const told = ({ organisation, partner, handle, acts = '', plans = '' }: Wall): readonly string[] => [
  organisation,
  partner,
  handle,
  acts,
  plans,
]

const DESK: OwnLogin = { login: 'aigaq_desk', group: 'aigaq_staff', readOnly: false, connections: 16 }

export type Staff = {
  /** The store as somebody behind this wall sees it. */
  readonly behind: (wall: Wall) => Store
  /** False: the database has no login for staff, and the first wall stands alone. */
  readonly isWalled: boolean
  readonly close: () => Promise<void>
}

/**
 * One pool for everybody who is signed in. The wall is told anew each time a connection is taken, so that none can be left
 * over from whoever had it before. Without a login of its own the workspace asks with full rights, and `doctor` says so.
 */
export async function openStaff(store: Store, url: string, given: string): Promise<Staff> {
  const address = given === '' ? await ownAddress(store, url, DESK) : given
  if (address === null) return { behind: () => store, isWalled: false, close: async () => {} }
  const pool = poolOf(address)
  return {
    behind: (wall) => behindOn(pool, wall),
    isWalled: await isHeld(behindOn(pool, { organisation: '', partner: '', handle: '' })),
    close: () => pool.end(),
  }
}

/** The store behind one wall, on a pool that many share. */
export const behindOn = (pool: PostgresPool, wall: Wall): Store =>
  new Kysely<Tables>({
    dialect: new PostgresDialect({
      pool,
      onReserveConnection: async (connection) => {
        await connection.executeQuery(CompiledQuery.raw(TELL, [...told(wall), false]))
      },
    }),
  })

/** Asks of the wall itself: a login that is told nothing must be held by row security. */
async function isHeld(store: Store): Promise<boolean> {
  const { rows } = await store.executeQuery<{ held: boolean }>(
    CompiledQuery.raw(
      `select not (rolsuper or rolbypassrls) and row_security_active('incidents') as held from pg_roles where rolname = current_user`,
    ),
  )
  return rows[0]?.held === true
}
