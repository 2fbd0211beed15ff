import { whenIdle } from '@sonaqor/module'
import { useToast, useText } from '@sonaqor/ui'
import { useEffect, useEffectEvent, useState } from 'react'
import * as texts from '../texts/en.ts'

export type Parts = typeof import('./logs-parts.ts')

/**
 * The parts of the page that are not seen at first: fetched once the browser has nothing better to
 * do, and asked for again, where they did not come, by whatever wants them. What is wanted and does
 * not come is given up with a word.
 */
export function useParts(isWanted: boolean, giveUp: () => void) {
  const say = useText()
  const show = useToast()
  const [parts, setParts] = useState<Parts>()

  const fetchAhead = () => {
    if (!parts) void import('./logs-parts.ts').then(setParts, () => undefined)
  }
  const ahead = useEffectEvent(fetchAhead)
  const missed = useEffectEvent(() => {
    giveUp()
    show({ tone: 'danger', title: say(texts.notOpened), detail: say(texts.notOpenedBecause) })
  })

  useEffect(() => whenIdle(() => ahead()), [])

  useEffect(() => {
    if (!isWanted || parts) return
    import('./logs-parts.ts').then(setParts, () => missed())
  }, [isWanted, parts])

  return { parts, fetchAhead }
}
