/** package-lock.json in, what the program is made of out, as CycloneDX 1.6 in JSON: nothing is asked of any network. */
import { readFileSync } from 'node:fs'

const read = (name) => JSON.parse(readFileSync(new URL(`../${name}`, import.meta.url), 'utf8'))
const { name, version, license } = read('package.json')
const { packages } = read('package-lock.json')

/** `pkg:npm/%40scope/name@version` (purl-spec). */
const purl = (of, at) => `pkg:npm/${of.replace('@', '%40')}@${at}`
/** npm writes SHA-512 in base64, CycloneDX in hex. */
const hashes = (integrity) =>
  (integrity ?? '').split(' ').flatMap((one) => {
    const [kind, value = ''] = one.split(/-(.*)/)
    const alg = { sha512: 'SHA-512', sha1: 'SHA-1', sha256: 'SHA-256' }[kind]
    return alg ? [{ alg, content: Buffer.from(value, 'base64').toString('hex') }] : []
  })
/** An expression is one where it joins several. */
const licences = (said) =>
  said ? [/ (?:OR|AND|WITH) /.test(said) ? { expression: said } : { license: { id: said } }] : []

const components = Object.entries(packages)
  .filter(([path, one]) => path !== '' && !one.dev)
  .map(([path, one]) => {
    const of = path.replace(/^.*node_modules\//, '')
    return {
      type: 'library',
      'bom-ref': `${purl(of, one.version)}#${path}`,
      name: of,
      version: one.version,
      purl: purl(of, one.version),
      scope: one.optional ? 'optional' : 'required',
      licenses: licences(one.license),
      hashes: hashes(one.integrity),
    }
  })
  .sort((a, b) => (a['bom-ref'] < b['bom-ref'] ? -1 : 1))

const bom = {
  bomFormat: 'CycloneDX',
  specVersion: '1.6',
  version: 1,
  metadata: {
    component: {
      type: 'application',
      name,
      version,
      licenses: licences(license),
      'bom-ref': purl(name, version),
    },
  },
  components,
}
process.stdout.write(`${JSON.stringify(bom, null, 2)}\n`)
