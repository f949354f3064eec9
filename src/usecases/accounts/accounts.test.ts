/** Accounts as a whole, on the real database: joining, signing in, sessions, suspension, travel mode, and what the log must not know. */
import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { emptyWorld, importText, recordAll, signedInAs } from '../../../test/world.ts'
import type { Actor } from '../../core/access.ts'
import type { Visitor } from '../../core/account.ts'
import { sha256 } from '../../store/leaf.ts'
import { testStore } from '../../store/test-stores.ts'
import type { Context } from '../context.ts'
import { isStale, refresh } from '../refresh.ts'
import { replay } from '../replay.ts'
import { verify } from '../verify.ts'
import { OPERATOR } from './change.ts'
import { type Gate, newGate } from './gate.ts'
import { invite, inviteAdministrator } from './invite.ts'
import { type Joined, joinByPassphrase, openInvitation } from './join.ts'
import { addOrganisation, changeRole, reinstate, suspend } from './manage.ts'
import { changePassphrase, changeRecoveryCodes, changeTotp, offerTotp, removePasskey } from './own-ways.ts'
import { revokeOthers, revokeSession, signOut, visit } from './sessions.ts'
import { signInByPassphrase } from './sign-in.ts'
import { stepUpByPassphrase } from './step-up.ts'
import { goAway, liftAway } from './travel.ts'

const PASSPHRASE = 'seven otters mend a kettle'
const DEVICE = 'Firefox, Linux'
let now = 0
let world: Context
let gate: Gate
const pass = (minutes: number): void => {
  now += minutes * 60_000
}
const open = async (): Promise<void> => {
  now = Date.parse('2026-11-23T12:00:00Z')
  world = { ...(await emptyWorld()), clock: { now: () => new Date(now).toISOString() } }
}
beforeAll(open)
afterAll(() => world.store.destroy())
/** One database for all: what the log holds of earlier tests is nothing to the later ones, but for those about the log. */
beforeEach(async () => {
  now = Date.parse('2026-11-23T12:00:00Z')
  gate = newGate(world)
  for (const table of ['accounts', 'invitations'] as const) await world.store.deleteFrom(table).execute()
  await world.store.deleteFrom('organisations').where('id', '!=', 'home').execute()
})

const codeOf = (secret: string): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now })
/** The code of a wrong answer, whatever the code of a wrong answer is called. */
const refusal = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'nothing was refused',
    (error) => error.code ?? String(error),
  )

type Member = Joined & { readonly handle: string; readonly secret: string; readonly visitor: Visitor }
async function member(handle: string, role = 'monitor', organisation = 'home'): Promise<Member> {
  const code = await invite(world, OPERATOR, { role, organisation })
  const { secret } = await openInvitation(world, code)
  const joined = await joinByPassphrase(
    world,
    { code, handle, passphrase: PASSPHRASE, totp: codeOf(secret) },
    DEVICE,
  )
  pass(1)
  return { ...joined, handle, secret, visitor: await known(joined.token) }
}
async function known(token: string): Promise<Visitor> {
  const visitor = await visit(world, token)
  if (!visitor) throw new Error('no such session')
  return visitor
}
const signIn = (handle: string, code: string, passphrase = PASSPHRASE): Promise<string> =>
  signInByPassphrase(world, gate, { handle, passphrase, code }, DEVICE)
async function again(one: Member): Promise<string> {
  pass(1)
  return signIn(one.handle, codeOf(one.secret))
}
const administrator = async (handle = 'marat'): Promise<Actor> =>
  (await signedInAs(world, { handle, role: 'administrator' })).visitor.actor

describe('an invitation', () => {
  it('makes one account, in its role and organisation, and is used up', async () => {
    const code = await invite(world, OPERATOR, { role: 'lawyer', organisation: 'home' })
    const { secret } = await openInvitation(world, code)
    const given = { code, passphrase: PASSPHRASE, totp: codeOf(secret) }
    const { token, recoveryCodes } = await joinByPassphrase(world, { ...given, handle: 'aigerim' }, DEVICE)
    expect((await known(token)).actor).toMatchObject({
      handle: 'aigerim',
      role: 'lawyer',
      organisation: 'home',
    })
    expect(new Set(recoveryCodes).size).toBe(10)
    expect(await refusal(joinByPassphrase(world, { ...given, handle: 'zarina' }, DEVICE))).toBe(
      'invitation.unknown',
    )
    expect(await refusal(openInvitation(world, code))).toBe('invitation.unknown')
  })

  it.each([
    [
      'of a member, after 48 hours',
      () => invite(world, OPERATOR, { role: 'monitor', organisation: 'home' }),
      48 * 60,
    ],
    ['of the first administrator, after fifteen minutes', () => inviteAdministrator(world), 15],
  ])('%s, is too old', async (_what, make, minutes) => {
    const code = await make()
    pass(minutes - 1)
    expect((await openInvitation(world, code)).organisation).toBe('home')
    pass(1)
    expect(await refusal(openInvitation(world, code))).toBe('invitation.unknown')
  })

  it('can be read out and typed: large letters, blanks, O for zero and L for one', async () => {
    const code = await invite(world, OPERATOR, { role: 'monitor', organisation: 'home' })
    const typed = code
      .toUpperCase()
      .replaceAll('0', 'O')
      .replaceAll('1', 'L')
      .replace(/(.{5})/g, '$1 ')
    expect((await openInvitation(world, typed)).role).toBe('monitor')
  })

  it('is for an organisation that is here', async () => {
    const wanted = { role: 'monitor', organisation: 'elsewhere' }
    expect(await refusal(invite(world, OPERATOR, wanted))).toBe('organisation.unknown')
    await addOrganisation(world, await administrator(), { id: 'elsewhere', name: 'An invented one' })
    expect(await invite(world, OPERATOR, wanted)).toMatch(/^[0-9a-z]{26}$/)
  })

  it('tells everything that is wrong with an answer at once, and makes nothing', async () => {
    const code = await invite(world, OPERATOR, { role: 'monitor', organisation: 'home' })
    const given = { code, handle: 'Lena!', passphrase: 'short', totp: '000000' }
    const error = await joinByPassphrase(world, given, DEVICE).catch((one) => one)
    expect(error.faults.map((one: { code: string }) => one.code)).toEqual([
      ...['account.handle', 'passphrase.short', 'passphrase.easy', 'account.code'],
    ])
    expect(await world.store.selectFrom('accounts').selectAll().execute()).toEqual([])
    expect((await openInvitation(world, code)).role).toBe('monitor')
  })

  it('gives nobody a pseudonym that somebody has', async () => {
    await member('lena')
    const code = await invite(world, OPERATOR, { role: 'monitor', organisation: 'home' })
    const { secret } = await openInvitation(world, code)
    const given = { code, handle: 'lena', passphrase: PASSPHRASE, totp: codeOf(secret) }
    expect(await refusal(joinByPassphrase(world, given, DEVICE))).toBe('account.handle-taken')
  })

  it('gives nobody the pseudonym of whoever coded sealed records, unless the invitation was made for it', async () => {
    const join = async (code: string, handle: string) => {
      const { secret } = await openInvitation(world, code)
      return joinByPassphrase(world, { code, handle, passphrase: PASSPHRASE, totp: codeOf(secret) }, DEVICE)
    }
    const kamila = {
      record: 'person',
      id: 'somebody',
      names: { en: 'X Y', ru: null, kk: null },
      by: 'kamila',
    }
    await recordAll(world, [{ ...kamila, at: '2026-11-01T09:00:00Z' }])
    const wanted = { role: 'monitor', organisation: 'home' }
    expect(await refusal(join(await invite(world, OPERATOR, wanted), 'kamila'))).toBe('account.handle-taken')
    const hers = await invite(world, OPERATOR, { ...wanted, handle: 'kamila' })
    expect(await refusal(join(hers, 'marat'))).toBe('account.handle-taken')
    expect((await join(hers, 'kamila')).token).not.toBe('')
    // At a page nobody can say who somebody was.
    const byPage = invite(world, await administrator(), { ...wanted, handle: 'lena' })
    expect(await refusal(byPage)).toBe('account.handle')
  })
})

describe('signing in', () => {
  it('takes passphrase and code, and each code once', async () => {
    const lena = await member('lena')
    const code = codeOf(lena.secret)
    expect((await known(await signIn('Lena ', code))).actor.handle).toBe('lena')
    expect(await refusal(signIn('lena', code))).toBe('account.refused')
  })

  it('takes the code that showed the secret at joining no second time', async () => {
    const code = await invite(world, OPERATOR, { role: 'monitor', organisation: 'home' })
    const { secret } = await openInvitation(world, code)
    const totp = codeOf(secret)
    await joinByPassphrase(world, { code, handle: 'lena', passphrase: PASSPHRASE, totp }, DEVICE)
    expect(await refusal(signIn('lena', totp))).toBe('account.refused')
  })

  it('takes one code once, even when it is sent twice at the same moment', async () => {
    const lena = await member('lena')
    const code = codeOf(lena.secret)
    const ends = await Promise.all([1, 2, 3].map(() => refusal(signIn('lena', code))))
    expect(ends.filter((one) => one === 'account.refused')).toHaveLength(2)
  })

  it('takes each recovery code once, with the passphrase, however it is typed', async () => {
    const { recoveryCodes } = await member('lena')
    const [first = ''] = recoveryCodes
    expect(await refusal(signIn('lena', first, 'eight otters mend a kettle'))).toBe('account.refused')
    await signIn('lena', first.toUpperCase().replaceAll('-', ' '))
    expect(await refusal(signIn('lena', first))).toBe('account.refused')
  })

  it.each([
    ['an unknown pseudonym', 'nobody', PASSPHRASE, 'right'],
    ['a wrong passphrase', 'lena', 'eight otters mend a kettle', 'right'],
    ['a wrong code', 'lena', PASSPHRASE, '000000'],
    ['no code', 'lena', PASSPHRASE, ''],
    ['a code of five minutes ago', 'lena', PASSPHRASE, 'old'],
  ])('with %s is refused in the same words', async (_what, handle, passphrase, which) => {
    const lena = await member('lena')
    const old = codeOf(lena.secret)
    if (which === 'old') pass(5)
    const code = which === 'right' ? codeOf(lena.secret) : which === 'old' ? old : which
    const error = await signIn(handle, code, passphrase).catch((one) => one)
    expect(error.faults).toEqual([{ code: 'account.refused', params: {} }])
  })

  it('with everything right is refused in the same words while suspended', async () => {
    const lena = await member('lena')
    await suspend(world, await administrator(), 'lena')
    expect(await refusal(again(lena))).toBe('account.refused')
    await reinstate(world, await administrator(), 'lena')
    expect(await refusal(again(lena))).toBe('nothing was refused')
  })
})

describe('a session', () => {
  it('is kept as the hash of its token alone', async () => {
    const { token } = await member('lena')
    const rows = JSON.stringify(await world.store.selectFrom('sessions').selectAll().execute())
    expect(rows).toContain(sha256(token))
    expect(rows).not.toContain(token)
  })

  it.each([
    ['is alive after 19 idle minutes', [19], true],
    ['is dead after 21 idle minutes', [21], false],
    ['lives while it is used', [15, 15, 15, 15], true],
    ['is dead after twelve hours however much it is used', Array.from({ length: 49 }, () => 15), false],
  ] as const)('%s', async (_what, steps, alive) => {
    const { token } = await member('lena')
    let visitor: Visitor | null = null
    for (const minutes of steps) {
      pass(minutes)
      visitor = await visit(world, token)
    }
    expect(visitor !== null).toBe(alive)
    if (!alive) expect(await world.store.selectFrom('sessions').selectAll().execute()).toEqual([])
  })

  it('gets another token by confirming, and the old one is worth nothing', async () => {
    const lena = await member('lena')
    const renewed = await stepUpByPassphrase(world, gate, lena.visitor, {
      passphrase: PASSPHRASE,
      code: codeOf(lena.secret),
    })
    expect(await visit(world, lena.token)).toBeNull()
    expect((await known(renewed)).session.id).toBe(lena.visitor.session.id)
  })

  it('is confirmed by nobody else’s passphrase and code', async () => {
    const [lena, zarina] = [await member('lena'), await member('zarina')]
    const given = { passphrase: PASSPHRASE, code: codeOf(zarina.secret) }
    expect(await refusal(stepUpByPassphrase(world, gate, lena.visitor, given))).toBe('account.refused')
  })

  it('of an editor is the only one: signing in elsewhere ends it', async () => {
    const [editor, monitor] = [await member('daniyar', 'editor'), await member('lena')]
    await again(editor)
    await again(monitor)
    expect(await visit(world, editor.token)).toBeNull()
    expect(await visit(world, monitor.token)).not.toBeNull()
  })

  it('is over when its owner signs out, ends it from elsewhere, or ends all others', async () => {
    const lena = await member('lena')
    const [second, third] = [await again(lena), await again(lena)]
    await revokeSession(world, await known(third), (await known(second)).session.id)
    expect(await visit(world, second)).toBeNull()
    await revokeOthers(world, await known(third))
    expect(await visit(world, lena.token)).toBeNull()
    await signOut(world, await known(third))
    expect(await visit(world, third)).toBeNull()
  })

  it('dies with suspension, a new role and travel mode, at once and everywhere', async () => {
    const marat = await administrator()
    for (const end of [
      () => suspend(world, marat, 'lena'),
      () => changeRole(world, marat, 'lena', 'lawyer'),
      async () => goAway(world, await known(token)),
    ]) {
      const { visitor, token: made } = await signedInAs(world, { handle: 'lena', role: 'monitor' })
      token = made
      expect(visitor.actor.handle).toBe('lena')
      await end()
      expect(await visit(world, made)).toBeNull()
      await world.store
        .updateTable('accounts')
        .set({ state: 'active' })
        .where('handle', '=', 'lena')
        .execute()
    }
  })
})
let token = ''

describe('one’s own ways to sign in', () => {
  it('change, and every other session ends', async () => {
    const lena = await member('lena')
    const second = await known(await again(lena))
    await changePassphrase(world, second, 'nine herons borrow a ladder')
    expect(await visit(world, lena.token)).toBeNull()
    pass(1)
    expect(await refusal(signIn('lena', codeOf(lena.secret)))).toBe('account.refused')
    pass(1)
    expect(await signIn('lena', codeOf(lena.secret), 'nine herons borrow a ladder')).not.toBe('')
  })

  it('get a new app of codes, and the old one’s are worth nothing', async () => {
    const lena = await member('lena')
    const { secret } = await offerTotp(world, lena.visitor)
    expect(secret).not.toBe(lena.secret)
    await changeTotp(world, lena.visitor, codeOf(secret))
    pass(1)
    expect(await refusal(signIn('lena', codeOf(lena.secret)))).toBe('account.refused')
    expect(await refusal(signIn('lena', codeOf(secret)))).toBe('nothing was refused')
    expect((await offerTotp(world, lena.visitor)).secret).not.toBe(secret)
  })

  it('get ten new recovery codes, and the old ten are worth nothing', async () => {
    const lena = await member('lena')
    const codes = await changeRecoveryCodes(world, lena.visitor)
    expect(await refusal(signIn('lena', lena.recoveryCodes[0] ?? ''))).toBe('account.refused')
    expect(await refusal(signIn('lena', codes[0] ?? ''))).toBe('nothing was refused')
  })

  it('keep the last passkey, and cannot touch anybody else’s', async () => {
    const { visitor } = await signedInAs(world, { handle: 'aigerim', role: 'monitor' })
    const other = await signedInAs(world, { handle: 'zarina', role: 'monitor' })
    const key = { kind: 'passkey', secret: 'k', counter: 0, label: DEVICE, since: '2026-11-23' } as const
    await world.store
      .insertInto('credentials')
      .values([
        { ...key, id: 'hers', key_id: 'a', account: visitor.actor.account },
        { ...key, id: 'theirs', key_id: 'b', account: other.visitor.actor.account },
      ])
      .execute()
    expect(await refusal(removePasskey(world, visitor, 'theirs'))).toBe('record.unknown')
    expect(await refusal(removePasskey(world, visitor, 'hers'))).toBe('account.last-way')
    expect(await world.store.selectFrom('credentials').select('id').execute()).toHaveLength(2)
  })
})

describe('travel mode', () => {
  it('is lifted by an editor of the same organisation or an administrator, and by nobody else', async () => {
    await addOrganisation(world, await administrator(), { id: 'abroad', name: 'An invented one' })
    const away = async (): Promise<void> =>
      goAway(world, (await signedInAs(world, { handle: 'lena', role: 'editor' })).visitor)
    const as = async (handle: string, role: Actor['role'], organisation = 'home'): Promise<Actor> =>
      (await signedInAs(world, { handle, role, organisation })).visitor.actor
    await away()
    const self = (await signedInAs(world, { handle: 'lena', role: 'editor' })).visitor
    expect(self.away).toBe(true)
    expect(await refusal(liftAway(world, self.actor, 'lena'))).toBe('access.forbidden')
    expect(await refusal(liftAway(world, await as('zarina', 'monitor'), 'lena'))).toBe('access.forbidden')
    expect(await refusal(liftAway(world, await as('asel', 'editor', 'abroad'), 'lena'))).toBe(
      'access.forbidden',
    )
    await liftAway(world, await as('daniyar', 'editor'), 'lena')
    await away()
    await liftAway(world, await as('marat', 'administrator'), 'lena')
    expect((await signedInAs(world, { handle: 'lena', role: 'editor' })).visitor.away).toBe(false)
  })
})

describe('an administrator', () => {
  it('cannot suspend or change their own account, nor do what only others may', async () => {
    const marat = await administrator()
    expect(await refusal(suspend(world, marat, 'marat'))).toBe('account.own')
    expect(await refusal(changeRole(world, marat, 'marat', 'editor'))).toBe('account.own')
    expect(await refusal(suspend(world, marat, 'nobody'))).toBe('account.unknown')
  })

  it.each(['guest', 'partner', 'monitor', 'editor', 'lawyer', 'campaigner', 'educator', 'auditor'] as const)(
    'is somebody else than a %s, who can do none of it',
    async (role) => {
      const { actor } = (await signedInAs(world, { handle: 'zarina', role })).visitor
      await signedInAs(world, { handle: 'lena', role: 'monitor' })
      const tries = [
        suspend(world, actor, 'lena'),
        reinstate(world, actor, 'lena'),
        changeRole(world, actor, 'lena', 'editor'),
        addOrganisation(world, actor, { id: 'abroad', name: 'x' }),
        invite(world, actor, { role: 'monitor', organisation: 'home' }),
      ]
      expect(await Promise.all(tries.map(refusal))).toEqual(tries.map(() => 'access.forbidden'))
    },
  )
})

describe('the log', () => {
  beforeEach(async () => {
    await world.store.destroy()
    await open()
  })

  it('tells who did what, and holds no code, token, secret or passphrase', async () => {
    const code = await inviteAdministrator(world)
    const lena = await member('lena')
    const token = await again(lena)
    await changePassphrase(world, await known(token), 'nine herons borrow a ladder')
    const events = await world.store.selectFrom('events').selectAll().execute()
    expect(events.map((one) => one.use_case)).toEqual([
      ...['account-invite', 'account-invite', 'account-join', 'account-sign-in', 'account-change-passphrase'],
    ])
    const text = JSON.stringify(events)
    const hashes = await world.store.selectFrom('credentials').select('secret').execute()
    for (const secret of [
      ...[code, lena.secret, lena.token, token, PASSPHRASE, 'herons', sha256(token), sha256(code)],
      ...[...lena.recoveryCodes, ...hashes.map((one) => one.secret)],
    ])
      expect(text).not.toContain(secret)
    expect((await verify(world)).breaks).toEqual([])
  })

  it('is played again without accounts, and comes out the same', async () => {
    const lena = await member('lena')
    await importText(world, 'On 7 May 2024 police in Almaty detained two activists.')
    await again(lena)
    await refresh(world)
    const target = await testStore()
    const done = await replay(world, target)
    expect(done.tables.filter((one) => !one.same)).toEqual([])
    expect(done.events).toBe(4)
    expect(await target.selectFrom('accounts').selectAll().execute()).toEqual([])
    await target.destroy()
  })

  it('makes no page stale and no public table longer by somebody’s signing in', async () => {
    await refresh(world)
    const before = await world.store.selectFrom('public_state').selectAll().execute()
    await member('lena')
    expect(await isStale(world.store)).toBe(false)
    await refresh(world)
    expect(await world.store.selectFrom('public_state').selectAll().execute()).toEqual(before)
  })
})
