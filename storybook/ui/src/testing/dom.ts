/**
 * What jsdom lacks and the components rely on: modal dialogs, popovers, adopted sheets, scrolling. Jest
 * runs it before each test file (`setupFiles`); where there is no document there is nothing to add.
 */
import * as React from 'react'
import { configure, getConfig } from '@testing-library/dom'
import { openPopoversIn } from './popover.ts'
import { answerQuicklyIn } from './style.ts'

/** Nothing is laid out here, so that nobody is ever told that something went out of view. */
class EverythingInView {
  observe() {}
  disconnect() {}
}

if (typeof document !== 'undefined') {
  // A bound for what never comes; a busy machine must fail no test.
  configure({ asyncUtilTimeout: 20_000 })
  showThePageOnceWaitingEnds()
  Element.prototype.scrollIntoView = () => undefined
  HTMLDialogElement.prototype.showModal = open
  HTMLDialogElement.prototype.close = close
  openPopoversIn(document)
  answerQuicklyIn(window)
  keepNoOwnerStacks()
  Object.defineProperty(Document.prototype, 'adoptedStyleSheets', adoptedSheets())
  Object.defineProperty(ShadowRoot.prototype, 'adoptedStyleSheets', adoptedSheets())
  Object.defineProperty(globalThis, 'IntersectionObserver', { value: EverythingInView })
}

/**
 * What was not found is told with all of the page written out. Whoever waits looks many times, and
 * the page is written out anyway when the time is over: each time before was a tenth of all the work.
 */
function showThePageOnceWaitingEnds() {
  const { getElementError: withPage } = getConfig()
  configure({
    getElementError: (message, page) => {
      const isWaiting = Reflect.get(getConfig(), '_disableExpensiveErrorDiagnostics') === true
      return isWaiting ? new Error(message ?? undefined) : withPage(message, page)
    },
  })
}

/**
 * React keeps with each element the stack that it was made on, for tools of developers, until it has
 * kept ten thousand within a second: a tenth of all the work of these tests. Here it has from the first.
 */
function keepNoOwnerStacks() {
  const kept = Reflect.get(React, '__CLIENT_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE')
  const full = { get: () => 10_000, set: () => undefined }
  if (kept) Object.defineProperty(kept, 'recentlyCreatedOwnerStacks', full)
}

/** A list for each root, as a browser has it. */
function adoptedSheets(): PropertyDescriptor {
  const lists = new WeakMap<object, CSSStyleSheet[]>()
  return {
    get(this: object) {
      const list = lists.get(this) ?? []
      lists.set(this, list)
      return list
    },
    set(this: object, list: CSSStyleSheet[]) {
      lists.set(this, list)
    },
  }
}

function open(this: HTMLDialogElement) {
  this.setAttribute('open', '')
}

function close(this: HTMLDialogElement) {
  this.removeAttribute('open')
}
