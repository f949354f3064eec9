/** Something that needs no address in, such as a letter that somebody says they sent; one more row out, that points to nobody. */
import { newId } from '../../adapters/chance.ts'
import { today } from '../../adapters/clock.ts'
import type { OnlineKind } from '../../core/act/actions.ts'
import { areWordsOfPatch, CLOTHS } from '../../core/act/patch.ts'
import { REGIONS } from '../../core/act/regions.ts'
import { MOTIFS } from '../../core/codebook.ts'
import { refuse } from '../../core/faults.ts'
import type { Language } from '../../core/language.ts'
import { inOpenHouse } from '../../store/open-house.ts'
import type { ActionPatchRow, ActionRow } from '../../store/tables.ts'
import type { Actions } from './actions.ts'
import { writeRows } from './confirm.ts'
import { groupCommit } from './group-commit.ts'
import { openDoor } from './open-door.ts'
import { windowOf } from './windows.ts'

export type TakeAction = {
  readonly campaign: string
  readonly kind: Exclude<OnlineKind, 'signature'>
  readonly where: 'inside' | 'outside' | null
  readonly country: string | null
  readonly language: Language
  /** As typed; left out of everything but a patch. */
  readonly patch?: { readonly motif: string; readonly cloth: string; readonly words: string } | undefined
}
type Taken = { readonly row: Omit<ActionRow, 'n'>; readonly patch: ActionPatchRow | null }

/** Whoever says it may say it twice: such numbers are told as said, and not as counted. */
export function taking(actions: Actions): (asked: TakeAction) => Promise<void> {
  const write = groupCommit((items: readonly Taken[]) => writeTaken(actions, items))
  return async (asked) => {
    const door = await openDoor(actions, asked)
    const { kind, campaign, language } = asked
    const country = asked.where === 'inside' ? door.country : asked.country
    if (country !== null && !REGIONS.has(country)) throw refuse('action.country')
    const day = today(actions.clock)
    const patch = asked.kind === 'patch' ? { ...patchOf(asked.patch, language), campaign, day } : null
    await write({ row: { campaign, kind, country, day, cohort: '', held: false }, patch })
  }
}

const ofText = <T>(list: readonly T[], text: string): T | undefined =>
  list.find((one) => String(one) === text)

function patchOf(given: TakeAction['patch'], language: Language): Omit<ActionPatchRow, 'campaign' | 'day'> {
  const id = newId()
  const words = (given?.words ?? '').trim().replaceAll(/\s+/g, ' ')
  if (!areWordsOfPatch(words)) throw refuse('action.words')
  // Who picks none gets what chance picked.
  const chance = Number.parseInt(id.slice(0, 4), 16)
  const motif = ofText(MOTIFS, given?.motif ?? '') ?? MOTIFS[chance % MOTIFS.length] ?? 'good'
  const cloth = ofText(CLOTHS, given?.cloth ?? '') ?? CLOTHS[chance % CLOTHS.length] ?? 0
  // Nobody has to read a patch without words.
  return words === ''
    ? { id, motif, cloth, words: null, language: null, shown: true, by: null }
    : { id, motif, cloth, words, language, shown: null, by: null }
}

async function writeTaken({ store }: Actions, items: readonly Taken[]): Promise<readonly undefined[]> {
  await inOpenHouse(store, async (trx) => {
    const rows: ActionRow[] = []
    const inOrder = [...Map.groupBy(items, ({ row }) => row.campaign)].sort(([a], [b]) => (a < b ? -1 : 1))
    for (const [campaign, own] of inOrder) {
      const n = await windowOf(trx, campaign, own[0]?.row.day ?? '')
      rows.push(...own.map(({ row }) => ({ ...row, n })))
    }
    await writeRows(trx, rows)
    const patches = items.flatMap(({ patch }) => patch ?? [])
    if (patches.length > 0) await trx.insertInto('action_patches').values(patches).execute()
  })
  return items.map(() => undefined)
}
