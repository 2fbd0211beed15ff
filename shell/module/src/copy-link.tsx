import { CopyButton, useText } from '@sonaqor/ui'
import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react'
import type { Params } from './host.ts'
import * as texts from './texts/en.ts'
import { useModule } from './use-module.ts'

/** Copies the address of what is seen now. Nothing is drawn where the page around the view has none to give. */
export function CopyLink() {
  const say = useText()
  const link = usePermalink()
  if (!link) return null
  return (
    <CopyButton text={link} what={say(texts.linkToCopy)} label={say(texts.copyLink)} look="plain" />
  )
}

function usePermalink(): string | undefined {
  const { permalink, viewState } = useModule()
  const state = useSyncExternalStore(viewState.subscribe, viewState.read)
  const [link, setLink] = useState<string>()
  // The host hands over another function with each drawing; what it gives follows from the state.
  const ask = useEffectEvent((chosen: Params) => permalink?.(chosen))
  useEffect(() => {
    let stands = true
    const keep = (made: string | undefined) => {
      if (stands) setLink(made)
    }
    // A page whose own function fails has no link to give.
    ask(state)?.then(keep, () => keep(undefined))
    return () => {
      stands = false
    }
  }, [state])
  return link
}
