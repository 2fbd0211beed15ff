/** The frame's side of a look: takes it from the staff's page, and asks there for each further token. */
import type { Look } from '@sonaqor/contract/staff'
import { frameIsReady, isBeginning, type FromFrame, type FromStaff } from './look-messages.ts'

export interface TakenLook {
  readonly look: Look
  readonly locale: string
  /** The look with its next token. Rejects once there is none. */
  enterAgain(): Promise<Look>
  /** A request was refused: the staff's page takes the frame away. */
  tellOver(): void
}

/** Resolves when the page around this one hands a look over, if it is the staff's; else never. */
export function takeLook(staffOrigin: string): Promise<TakenLook> {
  return new Promise((resolve) => {
    function hear({ origin, source, data, ports: [port] }: MessageEvent) {
      const isStaff = origin === staffOrigin && source === window.parent
      if (!isStaff || !port || !isBeginning(data)) return
      removeEventListener('message', hear)
      resolve({ ...data, ...lentBy(port) })
    }
    addEventListener('message', hear)
    window.parent.postMessage(frameIsReady, staffOrigin)
  })
}

function lentBy(port: MessagePort): Pick<TakenLook, 'enterAgain' | 'tellOver'> {
  const send = (word: FromFrame) => port.postMessage(word)
  let waiting: PromiseWithResolvers<Look> | undefined
  port.addEventListener('message', ({ data: { look } }: MessageEvent<FromStaff>) => {
    if (look) waiting?.resolve(look)
    else waiting?.reject(new Error('The look is over.'))
    waiting = undefined
  })
  port.start()
  return {
    tellOver: () => send('over'),
    enterAgain() {
      if (!waiting) {
        waiting = Promise.withResolvers<Look>()
        send('renew')
      }
      return waiting.promise
    },
  }
}
