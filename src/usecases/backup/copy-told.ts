/** What came in by the sealed form in, those of its days that a backup lacks put into it out; what is gone here is taken out of it. */
import type { BackupFolder } from '../../adapters/backup-folder.ts'
import { type Part, toldPath } from '../../core/backup/bundle.ts'
import { TOLD_AT_ONCE } from '../../core/backup/told-size.ts'
import { dayNotOver } from '../../core/intake.ts'
import { sha256 } from '../../store/leaf.ts'
import { type ToldHead, toldBodies, toldHeads, toldState } from '../../store/told.ts'
import type { CopiedBodies } from './copy-bodies.ts'
import type { Closing } from './locks.ts'
import type { Moment } from './moment.ts'
import { packTold } from './told-part.ts'

type Asked = {
  readonly folder: BackupFolder
  readonly seal: Closing
  readonly nameOf: (text: string) => string
  /** Parts of the bundles before. */
  readonly known: ReadonlyMap<string, Part>
  readonly now: string
}
type Wanted = { readonly of: string; readonly bytes: () => Promise<Uint8Array> }

/**
 * A part is named by what is in it, so a day from which something went gets another part, and the old one is taken away with
 * the next bundle. Today is in none: two bundles of one day would tell at which hour somebody wrote.
 */
export async function copyTold(moment: Moment, asked: Asked): Promise<CopiedBodies> {
  const { folder, seal, nameOf, known } = asked
  const [kept, added]: [Part[], Part[]] = [[], []]
  for (const { of, bytes } of await wanted(moment, asked.now)) {
    const path = toldPath(nameOf(`told ${of}`), seal.ending)
    const there = known.get(path)
    if (there && folder.size(path) === there.bytes) kept.push(there)
    else added.push(folder.write(path, await seal.close(await bytes())))
  }
  const now = new Set([...kept, ...added].map((one) => one.path))
  const gone = [...known.keys()].filter((path) => path.startsWith('told/') && !now.has(path))
  return { kept, added, gone }
}

async function wanted({ trx }: Moment, now: string): Promise<readonly Wanted[]> {
  const before = dayNotOver(now)
  const heads = Map.groupBy(await toldHeads(trx, before), (one) => one.day)
  const state = await toldState(trx, before)
  const line = { kind: 'state', state } as const
  const noted = state.days.map((one) => one.day)
  if (noted.length === 0 && heads.size === 0) return []
  const days = [...new Set([...noted, ...heads.keys()])].sort()
  return [
    { of: `state ${sha256(JSON.stringify(state))}`, bytes: async () => packTold(line, []) },
    ...days.flatMap((day) =>
      slicesOf(heads.get(day) ?? []).map((letters, at): Wanted => {
        const ids = letters.map((one) => one.id)
        return {
          of: `${day} ${at} ${sha256(ids.join(' '))}`,
          bytes: async () => {
            const bodies = await toldBodies(trx, ids)
            return packTold({ kind: 'day', letters, lengths: bodies.map((one) => one.length) }, bodies)
          },
        }
      }),
    ),
  ]
}

/** One at least: a day on which nothing came has a part like one on which little came. */
function slicesOf(heads: readonly ToldHead[]): readonly (readonly ToldHead[])[] {
  const slices: ToldHead[][] = [[]]
  let size = 0
  for (const head of heads) {
    if (size > 0 && size + head.bytes > TOLD_AT_ONCE) {
      slices.push([])
      size = 0
    }
    slices.at(-1)?.push(head)
    size += head.bytes
  }
  return slices
}
