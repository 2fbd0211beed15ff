import type { Endpoint } from '@sonaqor/contract/webhook-endpoints'
import { useModule, useReadAgain, useWrite } from '@sonaqor/module'
import { failureOf, useText, useToast } from '@sonaqor/ui'
import { useState } from 'react'
import { nameOf } from '../endpoint/endpoint-name.ts'
import * as texts from '../texts/en.ts'
import { askedInVain } from './asked-in-vain.ts'

/** What is asked about first, in a dialog of its own. */
export type Question =
  | 'edit'
  | 'delete'
  | 'end-old-secret'
  | 'remove-certificate'
  | 'retry-failed'
  | 'replay'

type Act = ((endpoint: Endpoint) => void) | undefined
type ActById = ((endpoint: Pick<Endpoint, 'id'>) => void) | undefined

/** What can be done with an endpoint here; what is left out may not be done, or has no place to go. */
export interface EndpointActs {
  readonly onShow: (endpoint: Endpoint, tab: string) => void
  readonly onAsk: ((question: Question, endpoint: Endpoint) => void) | undefined
  readonly onTurn: Act
  /** Has one that is held back tried at once. */
  readonly onTryNow: Act
  readonly onShowSecret: ActById
  readonly onRotateSecret: ActById
  readonly onSetCertificate: ActById
}

export interface Asked {
  readonly question: Question
  readonly endpoint: Endpoint
}

/** The acts of endpoints, and the question that stands before one. */
export function useEndpointActs(onShow: (id: string | undefined, tab?: string) => void) {
  const { can, open, views } = useModule()
  const [asked, ask] = useState<Asked>()
  const turn = useTurning()
  const tryNow = useTryingNow()
  const readAgain = useReadAgain('webhooks')
  const mayWrite = can('webhooks:write')
  const inFrame = (view: string, act?: string) =>
    mayWrite && views?.includes(view) !== false
      ? async ({ id: endpointId }: Pick<Endpoint, 'id'>) => {
          const { done } = await open(view, { endpointId, ...(act && { act }) })
          if (done) await readAgain()
        }
      : undefined
  const acts: EndpointActs = {
    onShow: ({ id }, tab) => onShow(id, tab),
    onAsk: mayWrite ? (question, endpoint) => ask({ question, endpoint }) : undefined,
    onTurn: mayWrite ? turn : undefined,
    onTryNow: mayWrite ? tryNow : undefined,
    onShowSecret: inFrame('webhooks.secret', 'show'),
    onRotateSecret: inFrame('webhooks.secret', 'rotate'),
    onSetCertificate: inFrame('webhooks.certificate'),
  }
  return { acts, asked, closeQuestion: () => ask(undefined) }
}

/** Pauses one that is active, and lets any other go on; each is the way back from the other. */
function useTurning() {
  const say = useText()
  const show = useToast()
  const { api } = useModule()
  const write = ({ id, state, revision }: Endpoint) => {
    const call = { params: { id }, ifMatch: revision }
    return state === 'active' ? api.webhooks.pauseEndpoint(call) : api.webhooks.resumeEndpoint(call)
  }
  const failed = (error: Error) => {
    const inVain = askedInVain(error, say)
    if (inVain) return show({ tone: 'danger', ...inVain })
    const { title, reason, advice } = failureOf(error, say)
    return show({ tone: 'danger', title, detail: `${reason} ${advice}` })
  }
  const back = useWrite({ areas: ['webhooks'], write, onError: failed })
  const turning = useWrite({
    areas: ['webhooks'],
    write: async (before: Endpoint) => ({ before, after: await write(before) }),
    onSuccess: ({ before, after }) => {
      const isPaused = after.state === 'paused'
      const name = nameOf(after)
      show({
        tone: 'success',
        title: say(isPaused ? texts.wasPaused : texts.wasResumed, { name }),
        detail: say(isPaused ? texts.pausedMeans : texts.resumedMeans),
        about: after.id,
        // To disable one again would say that it had failed.
        ...(before.state !== 'disabled' && { onUndo: () => back.mutate(after) }),
      })
    },
    onError: failed,
  })
  return turning.mutate
}

/** To resume one that is active changes nothing of it, but that it is left alone for a while. */
function useTryingNow() {
  const say = useText()
  const show = useToast()
  const { api } = useModule()
  const trying = useWrite({
    areas: ['webhooks'],
    write: ({ id, revision }: Endpoint) =>
      api.webhooks.resumeEndpoint({ params: { id }, ifMatch: revision }),
    onSuccess: (after) =>
      show({
        title: say(texts.isTriedNow, { name: nameOf(after) }),
        detail: say(texts.triedNowMeans),
        about: after.id,
      }),
  })
  return trying.mutate
}
