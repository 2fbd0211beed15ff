import type { Hold } from '@sonaqor/module'
import type { Host } from '../host/host.ts'
import { buttonThat, elementOf } from '../stage/draw.ts'
import { mannerOf } from '../stage/manner.ts'
import * as texts from '../texts/en.ts'
import { openModal, type Modal } from './modal.ts'
import { stay } from './while-held.ts'

/**
 * Asks before a page of the shell is left in which something is held, whichever way is taken. Returns how it
 * is told what is held; `undefined` lets go. The mild answer has the focus.
 */
export function holdPage({ state }: Pick<Host, 'state'>, root: ShadowRoot) {
  const manner = () => mannerOf(state())
  let held: Hold | undefined
  let letGo: (() => void) | undefined
  let modal: Modal | undefined

  function hold(next: Hold | undefined) {
    held = next
    letGo?.()
    letGo = held && stayOnPage(ask)
  }

  function ask(goOn: () => void) {
    if (!held || modal) return
    const { question, leave } = held
    const asking = openModal(
      root,
      () => ({ ...manner(), title: question }),
      ({ done }) => {
        modal = undefined
        if (!done) return
        hold(undefined)
        goOn()
      },
    )
    modal = asking
    const mild = buttonThat(manner().say(texts.stayHere), () => asking.close({ done: false }))
    const go = buttonThat(leave, () => asking.close({ done: true }))
    asking.body.append(elementOf('div', 'answers', mild, go))
    mild.focus()
  }

  return hold
}

/**
 * Keeps a reader on a page of the shell while something in it is held: `ask` is told before another page
 * takes its place, with the way on. What replaces the address alone, as a tab or a filter does, is let be.
 */
function stayOnPage(ask: (goOn: () => void) => void): () => void {
  const navigation: Navigation | undefined = window.navigation
  const stayInPlace = (event: NavigateEvent) => {
    const { navigationType, destination, cancelable } = event
    const isBack = navigationType === 'traverse'
    if (!cancelable || !destination.sameDocument || !(isBack || navigationType === 'push')) return
    event.preventDefault()
    ask(() => {
      if (isBack) navigation?.traverseTo(destination.key)
      else history.pushState(null, '', destination.url)
    })
  }
  window.addEventListener('beforeunload', stay)
  navigation?.addEventListener('navigate', stayInPlace)
  return () => {
    window.removeEventListener('beforeunload', stay)
    navigation?.removeEventListener('navigate', stayInPlace)
  }
}
