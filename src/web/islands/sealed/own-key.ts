/** The form of somebody's key in, the secrets it holds out, kept in this page alone: nothing of the file or the passphrase is sent. */
import { openIdentity } from '../../../adapters/sealed/age.ts'

export type OwnKey = { readonly secrets: readonly string[] }

/** `told`: where a wrong file or passphrase is said. Null: it opened nothing. */
export async function ownKeyIn(form: HTMLFormElement, told: HTMLElement): Promise<OwnKey | null> {
  const file = form.querySelector<HTMLInputElement>('input[type=file]')?.files?.[0]
  const passphrase = form.querySelector<HTMLInputElement>('input[type=password]')
  if (!file || !passphrase) return null
  const opened = await openIdentity(new Uint8Array(await file.arrayBuffer()), passphrase.value)
  passphrase.value = ''
  told.textContent = opened.kind === 'open' ? '' : (form.dataset[opened.kind] ?? '')
  return opened.kind === 'open' ? { secrets: opened.secrets } : null
}
