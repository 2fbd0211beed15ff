import type { ClientReply, ClientRequest, Transport } from '@sonaqor/contract/client'
import type { ProblemDocument } from '@sonaqor/contract/problem'
import { givenUp } from '@sonaqor/module/given-up'

/** A second factor was shown again: for a while, or with a proof for the one call that was named. */
export interface SteppedUp {
  readonly proof: string | null
}

/**
 * Asks the person for a second factor: for a while, or for the one call that its refusal named. Nothing
 * where they give up.
 */
export type AskStepUp = (operation: string | undefined) => Promise<SteppedUp | undefined>

/**
 * Meets `step-up-required` for every request alike, so that no module knows of it: the person is asked,
 * and the request is sent again. However many wait for the session, they are asked once; proofs for one
 * call are asked for one after another. Who gives up leaves the refusal to whoever sent the request, with
 * a word that it was the person: then nothing went wrong, and nothing is to be said of it.
 */
export function steppingUp(send: Transport, ask: AskStepUp): Transport {
  let last: Promise<unknown> = Promise.resolve()
  let forSession: Promise<boolean> | undefined
  let times = 0

  function inTurn(operation?: string): Promise<SteppedUp | undefined> {
    const answer = last.then(() => ask(operation)).catch(() => undefined)
    last = answer
    return answer
  }

  async function showForSession(): Promise<boolean> {
    const shown = await inTurn()
    if (shown) times += 1
    return shown !== undefined
  }

  async function meet(request: ClientRequest, refusal: ClientReply): Promise<ClientReply> {
    if (kindOf(refusal) === 'operation') {
      const { proof } = (await inTurn(operationIn(refusal))) ?? {}
      if (!proof) return givenUp(refusal)
      return send({ ...request, headers: { ...request.headers, 'step-up-proof': proof } })
    }
    forSession ??= showForSession().finally(() => {
      forSession = undefined
    })
    return (await forSession) ? send(request) : givenUp(refusal)
  }

  return async (request) => {
    const before = times
    const reply = await send(request)
    if (!kindOf(reply)) return reply
    // It was sent before the factor was shown for another one, and refused only now.
    const again = times > before && kindOf(reply) === 'session' ? await send(request) : reply
    return kindOf(again) ? meet(request, again) : again
  }
}

/** What kind of proof is asked for, if any is. */
function kindOf({ status, body }: ClientReply): string | undefined {
  if (status !== 403) return undefined
  const { code, stepUp = 'session' } = body as Partial<ProblemDocument>
  return code === 'step-up-required' ? stepUp : undefined
}

/** What the refusal named: this very call, all that it asks for included. */
const operationIn = ({ body }: ClientReply) => (body as Partial<ProblemDocument>).operation
