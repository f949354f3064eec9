/** What every row of an append-only table has. */

/** Rows written with an event and never changed. `nonce` keeps an erased row from being guessed by its hash. */
export type Appended = { readonly event: number; readonly nonce: string }
/** Rows that belong to one organisation's compartment; null: written before there were any, so the house's own. */
export type Compartmented = Appended & { readonly organisation: string | null }
/** A row before the log has given it its event and nonce. */
export type Fresh<Row extends Appended> = Omit<Row, 'event' | 'nonce' | 'organisation'>
