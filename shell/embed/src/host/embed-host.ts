import { createClient } from '@sonaqor/contract/client'
import type { Registry } from '../releases/registry.ts'
import type { EmbedEvents, EmbedOptions } from '../sdk.ts'
import { askForSecret, isOffline, refused } from '../session/client-secret.ts'
import { transportBy } from '../session/transport.ts'
import { faultOf, faults, HostFailure } from './failure.ts'
import { createHost, grantOfEmbed, openTransport, type Grant, type Host } from './host.ts'

export type SessionState = EmbedEvents['sonaqor-session']['state']

/** The host of one session of a partner's page, and what the page can end it by. */
export interface EmbedHost extends Host {
  /** Forgets the session; with `forGood` the server does too. */
  end(forGood: boolean): Promise<void>
}

interface EmbedHostOptions {
  readonly origin: string
  readonly options: EmbedOptions
  readonly registry: Registry
  readonly tell: (state: SessionState) => void
  /** Where it stands in a frame of ours: the page around that, which alone lets further frames in. */
  readonly framed?: { readonly around: string; readonly openAround: Host['openAround'] }
}

/** The partner's server may be restarting; a view is taken away only once it has had some time. */
const pausesMs = [500, 2_000]

export function createEmbedHost(given: EmbedHostOptions): EmbedHost {
  const { origin, options, registry, tell, framed } = given
  const api = createClient(openTransport(origin))
  let state: SessionState | undefined
  let over: 'not yet' | 'here' | 'for good' = 'not yet'
  /** What the next one continues: for whoever looks at the sessions of a tenant both are one. */
  let former: string | undefined
  /** Whoever ended it is not outdone by a page that asks again by itself. */
  let revoked: HostFailure | undefined

  function now(next: SessionState) {
    // What has ended has ended, however often a further one is asked for in vain.
    if (next !== 'ended' || (state && state !== 'ended')) tell(next)
    state = next
  }

  async function admit(): Promise<string> {
    // The page around a frame of ours tries again by itself whatever the frame asks it for.
    const isPatient = !framed && (state === 'open' || state === 'renewed')
    const pauses = isPatient ? [...pausesMs] : []
    for (;;) {
      if (over !== 'not yet') throw new HostFailure(faults.ended)
      if (revoked) throw revoked
      try {
        return await askForSecret(options)
      } catch (error) {
        const pause = pauses.shift()
        if (pause === undefined || isOffline(error)) throw error
        await new Promise((done) => setTimeout(done, pause))
      }
    }
  }

  async function renew(): Promise<Grant> {
    const clientSecret = await admit()
    const body = { clientSecret, ...(former !== undefined && { replaces: former }) }
    const reply = await api.embeds.exchange({ body }).catch(refused).catch(rememberRevoked)
    former = reply.token
    // Nobody waits for what arrives after the end, and nobody else could end it.
    if (over === 'for good') void endOf(origin, reply.token)
    return grantOfEmbed(reply)
  }

  function rememberRevoked(error: unknown): never {
    if (error instanceof HostFailure && error.fault === faults.revoked) revoked = error
    throw error
  }

  const host = createHost({
    kind: 'embed',
    origin,
    registry,
    ...looksOf(options),
    ...(framed ?? { admit }),
    renew,
    askAnew() {
      if (revoked) former = undefined
      revoked = undefined
    },
    onGrant: () => now(state === undefined || state === 'ended' ? 'open' : 'renewed'),
    lost(cause) {
      if (over !== 'not yet' || isOffline(cause)) return undefined
      now('ended')
      const fault = faultOf(cause, faults.ended)
      const isForGood = fault === faults.otherOrigin || fault === faults.revoked
      return new HostFailure(isForGood ? fault : faults.ended, { cause })
    },
  })

  return Object.assign(host, {
    async end(forGood: boolean) {
      const token = host.session.token()
      over = forGood ? 'for good' : 'here'
      if (forGood) now('ended')
      host.close()
      if (forGood && token) await endOf(origin, token)
    },
  })
}

export function looksOf({ appearance, locale }: EmbedOptions) {
  const { theme = 'auto', density = 'cosy' } = appearance ?? {}
  return {
    appearance: { theme, density },
    locale: locale ?? (document.documentElement.lang || 'en'),
  }
}

/** Whoever sat there has signed out: no copy of the token shall open anything. */
export async function endOf(origin: string, token: string): Promise<void> {
  const api = createClient(transportBy(origin, token))
  // It runs out within minutes by itself, where the server cannot be told.
  await api.embeds.end().catch(() => undefined)
}
