/** What the policy of a page must let pass for an embed. */
import { allows, listOf, withMore, type Directives } from './csp.ts'

/** Who needs it, and in which page. */
export interface PolicyPlace {
  /** Where Sonaqor is: scheme, host and port. */
  readonly sonaqor: string
  /** The origin of the page, where it is known. */
  readonly page?: string | undefined
}

export interface Need {
  readonly name: 'script' | 'connect' | 'frame' | 'types'
  /** Whether a policy lets it pass. */
  isMet(directives: Directives, place: PolicyPlace): boolean
  /** The directive that would: what stands there already, and what is missing. */
  mended(
    directives: Directives,
    place: PolicyPlace,
  ): readonly [name: string, values: readonly string[]]
}

export const socketOf = (origin: string) => origin.replace(/^http/, 'ws')

const scriptChain = ['script-src-elem', 'script-src', 'default-src']

const hasNonce = (list: readonly string[]) => list.some((one) => /^'nonce-/i.test(one))
const isStrict = (list: readonly string[]) =>
  list.some((one) => one.toLowerCase() === "'strict-dynamic'")

/** Each is of a folder of its own, for a list may name folders. */
const scriptsOf = ({ sonaqor }: PolicyPlace) => [
  `${sonaqor}/embed/v1.js`,
  `${sonaqor}/embed/host/host.js`,
  `${sonaqor}/modules/keys/1.0.0/remote.js`,
]

/** A script passes by its nonce, which it hands on; by trust in who loads it; or by its address. */
const script: Need = {
  name: 'script',
  isMet(directives, place) {
    const list = listOf(directives, scriptChain)
    if (!list || hasNonce(list)) return true
    if (isStrict(list)) return list.some((one) => /^'sha\d+-/i.test(one))
    return scriptsOf(place).every((address) => allows(list, address, place.page))
  },
  mended(directives, { sonaqor }) {
    const list = listOf(directives, scriptChain) ?? []
    const more = isStrict(list) ? ["'nonce-{random}'"] : [sonaqor]
    return [
      directives.has('script-src-elem') ? 'script-src-elem' : 'script-src',
      withMore(list, more),
    ]
  },
}

type Reached = readonly [source: string, address: string]

const reaching = (
  name: 'connect' | 'frame',
  chain: readonly string[],
  reachedAt: (origin: string) => readonly Reached[],
): Need => ({
  name,
  isMet(directives, { sonaqor, page }) {
    const list = listOf(directives, chain)
    return !list || reachedAt(sonaqor).every(([, address]) => allows(list, address, page))
  },
  mended(directives, { sonaqor, page }) {
    const list = listOf(directives, chain) ?? []
    const missing = reachedAt(sonaqor).filter(([, address]) => !allows(list, address, page))
    const more = missing.map(([source]) => source)
    const directive = chain.find((one) => directives.has(one) && one !== 'default-src')
    return [directive ?? `${name}-src`, withMore(list, more)]
  },
})

const connect = reaching('connect', ['connect-src', 'default-src'], (origin) => [
  [origin, `${origin}/v1/registry`],
  [socketOf(origin), `${socketOf(origin)}/live/`],
])

const frame = reaching('frame', ['frame-src', 'child-src', 'default-src'], (origin) => [
  [origin, `${origin}/embed/frame/an-embed`],
])

/** The loader makes one policy by the name `sonaqor`, and makes it once. */
const types: Need = {
  name: 'types',
  isMet(directives) {
    const names = directives.get('trusted-types')
    return !names || names.some((name) => name === '*' || name === 'sonaqor')
  },
  mended: (directives) => [
    'trusted-types',
    withMore(directives.get('trusted-types') ?? [], ['sonaqor']),
  ],
}

export const needs: readonly Need[] = [script, connect, frame, types]
