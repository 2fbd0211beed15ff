import type { Outcome, Params } from '@sonaqor/module'
import type { ViewState } from '../../sdk.ts'
import type { FromFrame, ToFrame } from '../messages.ts'

/** What only the page around a frame can do for it, and answers. */
export interface Asking {
  hear(message: ToFrame): void
  open(view: string, params: Params): Promise<Outcome>
  /** The address in the page at which this is found again. */
  linkTo(state: ViewState): Promise<string>
}

/** Each question has a number, for two may be under way at once. */
export function askBy(send: (message: FromFrame) => void): Asking {
  const openings = new Map<number, (outcome: Outcome) => void>()
  const links = new Map<number, (link: string) => void>()
  let asked = 0

  return {
    hear(message) {
      if (message.type === 'opened') openings.get(message.id)?.(message.outcome)
      if (message.type === 'linked') links.get(message.id)?.(message.link)
      if (message.type !== 'opened' && message.type !== 'linked') return
      openings.delete(message.id)
      links.delete(message.id)
    },
    open(view, params) {
      const id = ++asked
      send({ type: 'open', id, view, params })
      return new Promise((answered) => openings.set(id, answered))
    },
    linkTo(state) {
      const id = ++asked
      send({ type: 'link', id, state })
      return new Promise((answered) => links.set(id, answered))
    },
  }
}
