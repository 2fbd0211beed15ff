import type { RegisteredModule } from '@sonaqor/contract/releases'
import { currentScript } from './current-script.ts'

/** What lets an address become a script under Trusted Types; the address itself where there are none. */
export interface ScriptPolicy {
  createScriptURL(url: string): string
}

declare global {
  interface Window {
    readonly trustedTypes?: {
      createPolicy(name: string, rules: ScriptPolicy): ScriptPolicy
    }
  }
}

/** The later parts of this very script, with the hashes that the build gave them. */
declare const PARTS: Readonly<Record<string, string>>

/** The page trusted this very script by its nonce, and what it loads carries the same one. */
const own = currentScript()
const nonce = own.nonce

/** The hash of every file that something trusted vouches for, by address. Files never change. */
const integrityOf = new Map(
  Object.entries(PARTS).map(([file, integrity]) => [new URL(file, own.src).href, integrity]),
)

let policy: ScriptPolicy | undefined

/** Takes over a policy that the loader has made already, for a name can be used only once. */
export function takePolicy(made: ScriptPolicy): void {
  policy = made
}

/** Lets the files of a release in. Addresses that no release names stay out. */
export function vouchFor({ baseUrl, manifest }: RegisteredModule): void {
  for (const { path, integrity } of manifest.files) integrityOf.set(baseUrl + path, integrity)
}

/** The hash that a file must have; fails closed for a file that no release vouches for. */
export function integrityFor(url: string): string {
  const integrity = integrityOf.get(url)
  if (!integrity) throw new Error(`No release vouches for ${url}.`)
  return integrity
}

/** A script element for a file of a release, as a strict policy of the page wants it. */
export function makeScript(url: string): HTMLScriptElement {
  const script = document.createElement('script')
  script.crossOrigin = 'anonymous'
  script.integrity = integrityFor(url)
  if (nonce) script.nonce = nonce
  policy ??= createPolicy()
  script.src = policy.createScriptURL(url)
  return script
}

function createPolicy(): ScriptPolicy {
  const rules = { createScriptURL: (url: string) => (integrityFor(url), url) }
  return window.trustedTypes?.createPolicy('sonaqor', rules) ?? rules
}
