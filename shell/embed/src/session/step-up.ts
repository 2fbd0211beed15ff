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

/** Null where nobody could be asked. */
type Shown = SteppedUp | undefined | null

/**
 * Meets `step-up-required` for every request alike, so that no module knows of it: the person is asked,
 * and the request is sent again. However many wait for the session, they are asked once; proofs for one
 * call are asked for one after another. Who gives up leaves the refusal to whoever sent the request, with
 * a word that it was the person: then nothing went wrong, and nothing is to be said of it. Where nobody
 * could be asked, or what was shown is no proof for the call, the refusal stands as it came.
 */
export function steppingUp(send: Transport, ask: AskStepUp): Transport {
  let last: Promise<unknown> = Promise.resolve()
  let forSession: Promise<Shown> | undefined
  let times = 0

  function inTurn(operation?: string): Promise<Shown> {
    const answer = last.then(() => ask(operation)).catch(() => null)
    last = answer
    return answer
  }

  async function showForSession(): Promise<Shown> {
    const shown = await inTurn()
    if (shown) times += 1
    return shown
  }

  function shownForSession(): Promise<Shown> {
    forSession ??= showForSession().finally(() => {
      forSession = undefined
    })
    return forSession
  }

  async function meet(request: ClientRequest, refusal: ClientReply): Promise<ClientReply> {
    const isForCall = kindOf(refusal) === 'operation'
    const shown = await (isForCall ? inTurn(operationIn(refusal)) : shownForSession())
    if (shown === undefined) return givenUp(refusal)
    if (!isForCall) return shown ? send(request) : refusal
    if (!shown?.proof) return refusal
    return send({ ...request, headers: { ...request.headers, 'step-up-proof': shown.proof } })
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
