import type { Say } from '@sonaqor/module/texts'
import type { Fault } from '../host/failure.ts'
import * as texts from '../texts/en.ts'
import { buttonThat, elementOf, iconOf } from './draw.ts'

/** What stands in place of a view, or above it, in the words of whichever language is spoken now. */
export type Notice = (say: Say) => readonly Node[]

const rows = 4
const cells = 3
const fields = 8

/** What is to come: a page with a list, or a form in a dialog. */
export type Shape = 'page' | 'form'

/** The shape of what is to come. A screen reader hears one word in its place. */
export const loading =
  (shape: Shape): Notice =>
  (say) => [
    shapes[shape](elementOf('span', 'bone', elementOf('span', 'unseen', say(texts.loading)))),
  ]

/** The same, with a sentence in the place of the one that says what the page is for. */
export const slow =
  (shape: Shape): Notice =>
  (say) => [shapes[shape](elementOf('p', 'words', say(texts.slow)))]

const bones = (count: number) => Array.from({ length: count }, () => elementOf('span', 'bone'))

function shapeOfPage(purpose: Node): Node {
  const body = Array.from({ length: rows }, () => elementOf('div', 'row', ...bones(cells)))
  return elementOf('div', 'shape', ...bones(1), purpose, elementOf('div', 'rows', ...body))
}

/** A label and a control each. */
function shapeOfForm(word: Node): Node {
  return elementOf('div', 'shape form', word, ...bones(2 * fields - 1))
}

const shapes: Readonly<Record<Shape, (word: Node) => Node>> = {
  page: shapeOfPage,
  form: shapeOfForm,
}

export interface Failing {
  readonly fault: Fault
  /** What support finds it by; empty where nothing is known. */
  readonly trace: string
  /** What the reader would see here, where that is known. */
  readonly title: () => string | undefined
  /** Which heading of the page around it this is. */
  readonly headingLevel: 1 | 2 | 3
  readonly retry: () => void
}

/** What happened, why, and what to do, as the components of the house say it. */
export const failed =
  ({ fault, trace, title, headingLevel, retry }: Failing): Notice =>
  (say) => {
    const name = title()
    const headline = name ? say(texts.notShown, { title: name }) : say(texts.thisNotShown)
    return [
      elementOf(
        'section',
        'state',
        elementOf(`h${headingLevel}`, 'title', iconOf('alert'), headline),
        elementOf('p', 'words', `${say(fault.reason)} ${say(fault.advice)}`),
        elementOf('div', 'acts', buttonThat(say(texts.retry), retry)),
        ...(trace ? [elementOf('p', 'trace', say(texts.trace, { trace }))] : []),
      ),
    ]
  }

export type Sentence = (say: Say) => string

/** A sentence, and the act that it offers. */
export const news =
  (sentence: Sentence, show?: () => void): Notice =>
  (say) => [
    elementOf('p', 'words', sentence(say)),
    ...(show ? [buttonThat(say(texts.showIt), show)] : []),
  ]
