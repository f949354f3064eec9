import { describe, expect, it } from 'vitest'
import { readConfig, SETTINGS } from './config.ts'
import { Refusal } from './core/faults.ts'

describe('settings', () => {
  it('listen on this machine alone unless told otherwise', () => {
    expect(readConfig({})).toMatchObject({
      host: '127.0.0.1',
      deskHost: '127.0.0.1',
      port: 8420,
      deskPort: 8421,
    })
  })
  it('opening the site does not open the workspace', () => {
    expect(readConfig({ AIGAQ_HOST: '0.0.0.0' })).toMatchObject({ host: '0.0.0.0', deskHost: '127.0.0.1' })
  })
  it('are refused with all their faults at once', () => {
    let refusal: unknown
    try {
      readConfig({ AIGAQ_PORT: 'eighty', AIGAQ_LANG: 'de', AIGAQ_MAX_BYTES: '-1' })
    } catch (error) {
      refusal = error
    }
    expect(refusal instanceof Refusal && refusal.faults.map((fault) => fault.where)).toEqual([
      'AIGAQ_PORT',
      'AIGAQ_LANG',
      'AIGAQ_MAX_BYTES',
    ])
  })
  it('each say what they are for', () => {
    for (const [name, setting] of Object.entries(SETTINGS)) expect(setting.help, name).toMatch(/^\S.{10,}/)
  })
})
