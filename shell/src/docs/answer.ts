/** What came back of a request that was tried. */
import { cloneOf, link, piece } from './pieces.ts'

interface Answered {
  readonly answer: Response
  readonly text: string
  readonly tookMs: number
}

/** More than anybody reads, and less than makes a page slow. */
const shownMax = 100_000

export function drawAnswer(page: Document, place: Element, { answer, text, tookMs }: Answered) {
  const drawn = shapeIn(page, place)
  const words = piece(drawn, '.outcome')
  words.dataset['outcome'] = answer.ok ? 'done' : 'refused'
  words.textContent = `${answer.status} ${names[answer.status] ?? ''} · ${Math.round(tookMs)} ms · ${sizeOf(text)}`
  piece(drawn, '[data-answer-links]').replaceChildren(...linksOf(page, answer, text))
  piece(drawn, '.headers').replaceChildren(
    ...[...answer.headers].flatMap(([name, value]) => [
      inside(page, 'dt', name),
      inside(page, 'dd', value),
    ]),
  )
  piece(drawn, 'details').hidden = false
  piece(drawn, 'figure').hidden = text === ''
  const shown = pretty(text)
  piece(drawn, 'code').textContent =
    shown.length > shownMax
      ? `${shown.slice(0, shownMax)}\n… ${shown.length - shownMax} more`
      : shown
}

export function drawFault(page: Document, place: Element): void {
  const drawn = shapeIn(page, place)
  const words = piece(drawn, '.outcome')
  words.dataset['outcome'] = 'refused'
  words.textContent = 'No answer came. Look whether you are online, and try again.'
  piece(drawn, '[data-answer-links]').replaceChildren()
  piece(drawn, 'details').hidden = true
  piece(drawn, 'figure').hidden = true
}

/** The status is a live region: it is told where it stands already when its words change. */
function shapeIn(page: Document, place: Element): Element {
  const standing = place.firstElementChild
  if (standing) return standing
  const fresh = cloneOf(page, 'answer')
  place.append(fresh)
  return fresh
}

function linksOf(page: Document, answer: Response, text: string): readonly (string | Node)[] {
  const requestId = answer.headers.get('x-request-id')
  const problem = problemOf(text)
  return [
    ...(requestId
      ? [
          link(page, `/logs?environment=sandbox&requestId=${requestId}`, 'See it in Logs'),
          ` · Request ${requestId}`,
        ]
      : []),
    ...(problem ? [' · ', link(page, `/docs/problems/${problem}`, 'Cause and fix')] : []),
  ]
}

function problemOf(text: string): string | undefined {
  try {
    const { code } = JSON.parse(text) as { code?: unknown }
    return typeof code === 'string' && /^[a-z-]+$/.test(code) ? code : undefined
  } catch {
    return undefined
  }
}

function inside(page: Document, name: 'dt' | 'dd', words: string): HTMLElement {
  const element = page.createElement(name)
  element.textContent = words
  return element
}

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}

const sizeOf = (text: string): string => {
  const bytes = new Blob([text]).size
  return bytes < 1024 ? `${bytes} B` : `${(bytes / 1024).toFixed(1)} KB`
}

/** The words of HTTP as Logs has them, for the codes that our API answers with. */
const names: Readonly<Record<number, string>> = {
  200: 'OK',
  201: 'Created',
  202: 'Accepted',
  204: 'No content',
  400: 'Bad request',
  401: 'Unauthenticated',
  403: 'Forbidden',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Conflict',
  410: 'Gone',
  412: 'Changed meanwhile',
  413: 'Too large',
  415: 'Wrong media type',
  422: 'Invalid',
  429: 'Too many requests',
  500: 'Internal error',
  503: 'Overloaded',
}
