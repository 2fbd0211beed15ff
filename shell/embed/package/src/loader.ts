import { found, unreachable } from './arrival.ts'
import type { Sonaqor } from './sdk.ts'

export type * from './element.ts'
export type * from './published.ts'
export type * from './sdk.ts'

export interface LoadOptions {
  /** The nonce of the page's content security policy, where it has one. */
  readonly nonce?: string | undefined
}

interface ScriptPolicy {
  createScriptURL(address: string): string
}

interface Page {
  readonly trustedTypes?: { createPolicy(name: string, rules: ScriptPolicy): ScriptPolicy }
}

const path = '/embed/v1.js'
const loading = new Map<string, Promise<Sonaqor>>()
let policy: ScriptPolicy | undefined

/**
 * Brings the loader of Sonaqor at `url`, such as `https://app.sonaqor.com`, into the page: once, however
 * often it is asked for. Rejects with an `EmbedError` of the code `loader-unreachable` where it did
 * not come, and can be called again then.
 *
 * It may be called on a server as well, where there is no page: the promise stays open there, for a
 * rejection that nobody awaits would end the process.
 */
export function loadSonaqor(url: string | URL, options: LoadOptions = {}): Promise<Sonaqor> {
  if (typeof document === 'undefined') return new Promise(() => {})
  const there = found()
  if (there) return Promise.resolve(there)
  const address = new URL(path, url).href
  const begun = loading.get(address)
  if (begun) return begun
  const retry = () => void loadSonaqor(url, options).catch(() => {})
  const brought = bring(address, options.nonce, retry).finally(() => loading.delete(address))
  loading.set(address, brought)
  return brought
}

function bring(address: string, nonce: string | undefined, retry: () => void) {
  return new Promise<Sonaqor>((done, failed) => {
    const heard = new AbortController()
    let script: HTMLScriptElement | undefined
    function settle() {
      heard.abort()
      const there = found()
      if (there) return done(there)
      script?.remove()
      failed(unreachable(retry))
    }
    try {
      script = own(address) ?? add(address, nonce)
    } catch (cause) {
      return failed(unreachable(retry, cause))
    }
    script.addEventListener('load', settle, heard)
    script.addEventListener('error', settle, heard)
    addEventListener('sonaqor-loaded', settle, heard)
    // The page's own element for it may have failed before anybody listened.
    addEventListener('load', settle, heard)
  })
}

/** The page's own element for it is waited for while the page still loads; afterwards it has failed. */
function own(address: string): HTMLScriptElement | undefined {
  if (document.readyState === 'complete') return undefined
  return [...document.scripts].find(({ src }) => src === address)
}

function add(address: string, nonce = ''): HTMLScriptElement {
  // One that is made by a script waits for nothing and holds nothing up.
  const script = Object.assign(document.createElement('script'), {
    crossOrigin: 'anonymous',
    nonce,
    src: trusted(address),
  })
  document.head.append(script)
  return script
}

/** The only address that the policy makes: nothing else in the page can have another one made. */
let wanted: string
const rules: ScriptPolicy = {
  createScriptURL(asked) {
    if (asked !== wanted) throw new TypeError(asked)
    return asked
  },
}

/** Under Trusted Types an address has to be made by a policy; the page allows ours by its name. */
function trusted(address: string): string {
  wanted = address
  // A name can be used once only, so the policy is kept for the next attempt.
  policy ??= (window as Page).trustedTypes?.createPolicy('sonaqor-loader', rules)
  return (policy ?? rules).createScriptURL(address)
}
