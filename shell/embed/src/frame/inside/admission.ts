import { createClient } from '@sonaqor/contract/client'
import { faults, HostFailure } from '../../host/failure.ts'
import { grantOfEmbed, openTransport, type Grant } from '../../host/host.ts'
import { refused } from '../../session/client-secret.ts'
import type { FromFrame, ToFrame } from '../messages.ts'

/** How this frame is let in, and again whenever its token runs out. */
export interface Admission {
  /** Takes the secret that came with the start. */
  begin(clientSecret: string): void
  hear(message: ToFrame): void
  /** The secret that came with the start, and from then on a further one of the page. */
  secret(): Promise<string>
  renew(): Promise<Grant>
}

/** The token is this frame's own: the page never has it, as this frame never has the page's. */
export function admissionBy(send: (message: FromFrame) => void): Admission {
  const api = createClient(openTransport(location.origin))
  let first: string | undefined
  /** What the next one continues. */
  let former: string | undefined
  let asked: PromiseWithResolvers<string> | undefined

  function askForSecret(): Promise<string> {
    asked = Promise.withResolvers()
    send({ type: 'renew' })
    return asked.promise
  }

  async function secret(): Promise<string> {
    const clientSecret = first ?? (await askForSecret())
    // Each lets this frame in once.
    first = undefined
    return clientSecret
  }

  return {
    begin(clientSecret) {
      first = clientSecret
    },
    hear(message) {
      // A page that stands there since before this release does not say why.
      if (message.type === 'refused')
        asked?.reject(new HostFailure(faults[message.why] ?? faults.unsigned))
      if (message.type === 'admitted') asked?.resolve(message.clientSecret)
    },
    secret,
    async renew() {
      const clientSecret = await secret()
      const body = { clientSecret, ...(former !== undefined && { replaces: former }) }
      const reply = await api.embeds.exchange({ body }).catch(refused)
      former = reply.token
      return grantOfEmbed(reply)
    },
  }
}
