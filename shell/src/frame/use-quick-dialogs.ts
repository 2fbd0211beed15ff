import { useText, useToast } from '@sonaqor/ui'
import { useState } from 'react'
import * as texts from '../texts/en.ts'

/** What the sign-in can do without comes when it is first asked for, all in one part. */
const load = () => import('./quick-dialogs.ts')

type Name = 'commands' | 'help' | 'where'

/** The dialogs of the frame, of which one at most is open. */
export interface QuickDialogs {
  /** What is open, with the part that draws it. */
  readonly open:
    | { readonly name: Name; readonly parts: Awaited<ReturnType<typeof load>> }
    | undefined
  show(name: Name): void
  close(): void
}

/** Opens the dialogs of the frame; one that cannot be loaded is said. */
export function useQuickDialogs(): QuickDialogs {
  const say = useText()
  const toast = useToast()
  const [open, setOpen] = useState<QuickDialogs['open']>()

  async function show(name: Name) {
    try {
      setOpen({ name, parts: await load() })
    } catch {
      toast({ title: say(texts.notOpened), detail: say(texts.checkConnection), tone: 'danger' })
    }
  }

  return { open, show: (name) => void show(name), close: () => setOpen(undefined) }
}
