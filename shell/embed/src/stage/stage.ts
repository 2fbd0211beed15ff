import { directionOf } from '@sonaqor/module/texts'
import { elementOf } from './draw.ts'
import type { Fault } from '../host/failure.ts'
import type { Manner } from './manner.ts'
import {
  failed,
  loading,
  news,
  slow,
  type Failing,
  type Notice,
  type Sentence,
  type Shape,
} from './notices.ts'
import buttons from './button.css'
import shapes from './shape.css'
import sheet from './stage.css'

/**
 * Where a view stands: a shadow root of its own, with the shape of a page while it loads and a retry
 * when it failed. It is drawn without React, because it has to speak when React itself did not arrive.
 */
export interface Stage {
  /** Where dialogs stand too, so that they share the look of the view and its events. */
  readonly root: ShadowRoot
  loading(): void
  /** A fresh, hidden element for a view to be drawn into; `ready` shows it. */
  clear(): HTMLElement
  ready(): void
  /** `trace` is what support finds the failure by; empty where nothing is known. */
  failed(fault: Fault, retry: () => void, trace: string): void
  /**
   * Says something above the view, which stays as it is, or nothing any more. It stands until there
   * is other news of the same, or another view.
   */
  news(of: Topic, sentence?: Sentence, show?: () => void): void
  /** Puts something there that says and offers more than a sentence, or takes it away. */
  put(of: Topic, notice?: Notice): void
  /** Says what stands here now in the language and the look of now. */
  redraw(): void
}

/** What there may be news of: the release that is shown, what the view has tried to open, a window of ours, the network. */
export type Topic = 'release' | 'opening' | 'leaving' | 'network'

export interface StageOptions extends Pick<Failing, 'title' | 'headingLevel'> {
  readonly manner: () => Manner
  /** What it shows while it loads; a page, unless named. */
  readonly shape?: Shape
}

const slowAfterMs = 8_000

/** Makes a stage of an element. One that has served before is used again. */
export function createStage(
  element: HTMLElement,
  { manner, shape = 'page', ...place }: StageOptions,
): Stage {
  const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' })
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet, buttons, shapes)
  const middle = createBoard(root, 'notice', manner)
  middle.element.tabIndex = -1
  const newsBoard = () => createBoard(root, 'notice news', manner)
  const top: Readonly<Record<Topic, Board>> = {
    release: newsBoard(),
    opening: newsBoard(),
    leaving: newsBoard(),
    network: newsBoard(),
  }
  const aboveTheView = Object.values(top)
  let ground = elementOf('div', 'ground')
  root.replaceChildren(middle.element, ...aboveTheView.map(({ element: it }) => it), ground)
  let slowness: ReturnType<typeof setTimeout> | undefined

  function say(notice?: Notice, role?: string) {
    clearTimeout(slowness)
    middle.put(notice, role)
  }

  function hush() {
    for (const board of aboveTheView) board.put()
  }

  return {
    root,
    loading() {
      say(loading(shape))
      slowness = setTimeout(() => say(slow(shape)), slowAfterMs)
    },
    clear() {
      const next = elementOf('div', 'ground')
      next.hidden = true
      next.dir = directionOf(manner().locale)
      ground.replaceWith(next)
      ground = next
      hush()
      return next
    },
    ready() {
      const isWaiting = root.activeElement === middle.element
      say()
      ground.hidden = false
      if (!isWaiting) return
      ground.tabIndex = -1
      ground.focus({ preventScroll: true })
    },
    failed(fault, retry, trace) {
      const again = () => {
        // The button goes; whoever pressed it by the keyboard stays where it was.
        middle.element.focus()
        retry()
      }
      say(failed({ ...place, fault, trace, retry: again }), 'alert')
      hush()
      // What had the focus goes with its view, and the next Tab would begin at the top of the page.
      if (ground.contains(root.activeElement)) middle.element.focus()
      ground.hidden = true
    },
    news: (of, sentence, show) => top[of].put(sentence && news(sentence, show)),
    put(of, notice) {
      const hadFocus = top[of].element.contains(root.activeElement)
      top[of].put(notice)
      if (!hadFocus || notice) return
      // The button that was pressed goes; whoever pressed it goes on with the view.
      ground.tabIndex = -1
      ground.focus({ preventScroll: true })
    },
    redraw() {
      middle.redraw()
      for (const board of aboveTheView) board.redraw()
    },
  }
}

interface Board {
  readonly element: HTMLElement
  put(notice?: Notice, role?: string): void
  redraw(): void
}

/** Where one notice stands at a time, or none. Each new one is read aloud. */
function createBoard(root: ShadowRoot, className: string, mannerOfNow: () => Manner): Board {
  const element = elementOf('div', className)
  element.hidden = true
  let notice: Notice | undefined

  function contentOfNow(): readonly Node[] {
    const { theme, locale, say } = mannerOfNow()
    element.dataset['theme'] = theme
    element.lang = locale
    element.dir = directionOf(locale)
    return notice?.(say) ?? []
  }

  function write(content: readonly Node[]) {
    const hadFocus = element.contains(root.activeElement)
    element.replaceChildren(...content)
    if (hadFocus) element.querySelector<HTMLElement>('a, button')?.focus()
  }

  return {
    element,
    put(next?: Notice, role = 'status') {
      notice = next
      element.role = role
      element.hidden = next === undefined
      write(contentOfNow())
    },
    redraw() {
      const content = contentOfNow()
      const words = content.map(({ textContent }) => textContent).join('')
      // What says the same as before is not to be read aloud again.
      if (words !== element.textContent) write(content)
    },
  }
}
