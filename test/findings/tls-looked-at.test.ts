/** Whoever stands between and shows a certificate that nobody vouches for is sent nothing, by anything here that asks a server elsewhere. */
import { webcrypto } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { join } from 'node:path'
import { type SecureContextOptions, TLSSocket } from 'node:tls'
import * as x509 from '@peculiar/x509'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { askModel } from '../../src/adapters/language-model.ts'
import { openMail } from '../../src/adapters/mail.ts'
import { askAuthority, NotStamped } from '../../src/adapters/time-stamp/ask.ts'
import { connect } from '../../src/store/connect.ts'
import { ROOT } from '../world.ts'

let own: SecureContextOptions
beforeAll(async () => {
  x509.cryptoProvider.set(webcrypto as Crypto)
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
  const keys = (await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])) as CryptoKeyPair
  const cert = await x509.X509CertificateGenerator.createSelfSigned({
    ...{ serialNumber: '01', name: 'CN=localhost', keys, signingAlgorithm: algorithm },
    ...{ notBefore: new Date('2020-01-01'), notAfter: new Date('2099-01-01') },
    extensions: [new x509.SubjectAlternativeNameExtension([{ type: 'dns', value: 'localhost' }])],
  })
  const der = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey)).toString('base64')
  own = {
    cert: cert.toString('pem'),
    key: `-----BEGIN PRIVATE KEY-----\n${der}\n-----END PRIVATE KEY-----\n`,
  }
})

const open: { close: () => void }[] = []
afterAll(() => {
  for (const one of open) one.close()
})
/** Somebody in between: its port, and what was told to it once the two had agreed on a key. `before`: what is said in the clear until then. */
async function between(before: 'nothing' | 'database' = 'nothing') {
  const heard: Buffer[] = []
  const secure = (raw: Socket): void => {
    const socket = new TLSSocket(raw, { isServer: true, ...own })
    socket.on('data', (chunk: Buffer) => heard.push(chunk))
    socket.on('error', () => {})
  }
  const server = createServer((raw) => {
    raw.on('error', () => {})
    if (before === 'nothing') return secure(raw)
    // PostgreSQL: whether it speaks TLS is asked in eight bytes, and answered in one.
    raw.once('data', () => {
      raw.write('S')
      secure(raw)
    })
  })
  await new Promise<void>((go) => server.listen(0, '127.0.0.1', go))
  open.push(server)
  return { port: (server.address() as AddressInfo).port, heard }
}

it('a language model', async () => {
  const { port, heard } = await between()
  const model = { url: `https://localhost:${port}/v1`, name: 'm', key: 'k' }
  await expect(askModel(model, [{ role: 'user', content: 'words' }])).rejects.toMatchObject({
    code: 'model.unreachable',
  })
  expect(heard).toEqual([])
})

it('a time-stamp authority', async () => {
  const { port, heard } = await between()
  await expect(askAuthority(`https://localhost:${port}/`, 'a'.repeat(64))).rejects.toThrow(NotStamped)
  expect(heard).toEqual([])
})

it('a mail server', async () => {
  const { port, heard } = await between()
  const mail = openMail(`smtps://user:password@localhost:${port}`, 'news@example.org')
  const letter = { id: 'a', to: 'asan@example.org', subject: 's', text: 't', leave: null }
  expect(await mail.hand(letter)).not.toBe('sent')
  mail.close()
  expect(heard).toEqual([])
})

it.each(['require', 'verify-ca', 'verify-full'])('a database, told %s', async (sslmode) => {
  const { port, heard } = await between('database')
  const store = connect(`postgres://aigaq:password@localhost:${port}/aigaq?sslmode=${sslmode}`)
  await expect(sql`select 1`.execute(store)).rejects.toThrow(/self.signed|certificate/i)
  await store.destroy()
  expect(heard).toEqual([])
})

it('and nothing in the source turns looking off', () => {
  const files = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).filter((one) =>
    /(?<!\.test)\.(?:ts|js)$/.test(one),
  )
  const off = files.filter((one) =>
    /rejectUnauthorized|NODE_TLS|checkServerIdentity|no-verify/.test(
      readFileSync(join(ROOT, 'src', one), 'utf8'),
    ),
  )
  expect(off).toEqual([])
})
