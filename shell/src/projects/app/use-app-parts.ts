import { useParts } from '@sonaqor/module'
import { useText, useToast } from '@sonaqor/ui'
import * as texts from '../texts/en.ts'

/** What comes after the page of an app; where it does not, `giveUp` puts away what wanted it. */
export function useAppParts(isWanted: boolean, giveUp: () => void) {
  const say = useText()
  const toast = useToast()
  return useParts(
    () => import('./app-parts.ts'),
    isWanted,
    () => {
      giveUp()
      toast({ tone: 'danger', title: say(texts.notOpened), detail: say(texts.checkConnection) })
    },
  )
}
