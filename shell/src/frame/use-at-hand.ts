import { whenIdle } from '@sonaqor/module/when-idle'
import { useText, useToast } from '@sonaqor/ui'
import { useEffect, useState } from 'react'
import { partOf } from '../part.ts'
import * as texts from '../texts/en.ts'

const part = partOf(() => import('./at-hand.ts'))

type Parts = typeof import('./at-hand.ts')
type Dialog = 'commands' | 'help' | 'issue' | 'where'

/** What is not seen at first, as far as it is there yet, and the dialogs of the frame. */
export interface AtHand {
  readonly parts: Parts | undefined
  /** The dialog that is open; there is one at most. */
  readonly open: Dialog | undefined
  /** Asks for what is not there yet; what cannot be had is said. */
  load(): void
  show(dialog: Dialog): void
  close(): void
}

/** Has menus and dialogs fetched in time; one that cannot be is said. */
export function useAtHand(): AtHand {
  const say = useText()
  const toast = useToast()
  const now = part.use()
  const [open, setOpen] = useState<Dialog>()
  useEffect(() => {
    const fetch = () => void part.load()
    const giveUp = whenIdle(fetch)
    window.addEventListener('online', fetch)
    return () => {
      giveUp()
      window.removeEventListener('online', fetch)
    }
  }, [])

  async function load() {
    const { name } = await part.load()
    if (name === 'here') return true
    toast({ title: say(texts.notOpened), detail: say(texts.checkConnection), tone: 'danger' })
    return false
  }

  return {
    parts: now.name === 'here' ? now.part : undefined,
    open,
    load: () => void load(),
    show: (dialog) => void load().then((isHere) => isHere && setOpen(dialog)),
    close: () => setOpen(undefined),
  }
}
