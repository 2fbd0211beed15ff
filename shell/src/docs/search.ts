/** Finds pages and operations by their words. The list of all is fetched when somebody searches first. */
import { nearest } from './nearest.ts'
import { piece } from './pieces.ts'

/** As the server writes it: title, address, kind, further names. */
export interface Findable {
  readonly t: string
  readonly u: string
  readonly k: string
  readonly w: string
  /** The words of its text, each once. */
  readonly x?: string
}

const most = 12

export function startSearch(page: Document): void {
  const form = page.querySelector<HTMLFormElement>('[data-search]')
  if (!form) return
  const field = piece<HTMLInputElement>(form, 'input')
  const found = piece(form, '[data-found]')
  const list = piece(found, 'ul')
  const status = piece(found, '[role=status]')
  let all: Promise<readonly Findable[]> | undefined

  async function draw() {
    const words = field.value.trim()
    found.hidden = words === ''
    if (words === '') return
    all ??= fetchIndex(form?.dataset['search'] ?? '')
    const fetched = await all.catch(() => undefined)
    if (words !== field.value.trim()) return
    if (!fetched) {
      all = undefined
      status.textContent = 'The search could not be loaded. Try again.'
      return
    }
    const hits = search(fetched, words)
    status.textContent = countOf(hits.length, words)
    list.replaceChildren(...hits.slice(0, most).map((hit) => rowOf(page, hit)))
  }
  const close = () => {
    found.hidden = true
  }
  field.addEventListener('input', () => void draw())
  field.addEventListener('focus', () => void draw())
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    list.querySelector('a')?.click()
  })
  list.addEventListener('click', close)
  form.addEventListener('focusout', ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && form.contains(relatedTarget))) close()
  })
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      field.focus()
      close()
    }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      step(page, [field, ...list.querySelectorAll('a')], event.key === 'ArrowDown' ? 1 : -1)
    }
  })
  page.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.target instanceof Element && event.target.closest('input, textarea, select')) return
    event.preventDefault()
    field.focus()
    field.select()
  })
}

function countOf(count: number, words: string): string {
  if (count === 0) return `Nothing found for “${words}”`
  return count > most ? `${count} found, the best ${most} of them` : `${count} found`
}

async function fetchIndex(address: string): Promise<readonly Findable[]> {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`)
  return (await answer.json()) as readonly Findable[]
}

/** From the field through the list and back. */
function step(page: Document, stops: readonly HTMLElement[], by: number): void {
  const at = stops.findIndex((stop) => stop === page.activeElement)
  stops.at((at + by) % stops.length)?.focus()
}

/** What holds every word, those first whose title begins with them. A word that nothing holds was mistyped. */
export function search(all: readonly Findable[], words: string): readonly Findable[] {
  const typed = words.toLowerCase().split(/\s+/).filter(Boolean)
  const texts = all.map(({ t, k, w, x = '' }) => `${t} ${k} ${w} ${x}`.toLowerCase())
  const wanted = typed.map((word) =>
    texts.some((text) => text.includes(word)) ? word : (nearest(word, texts) ?? word),
  )
  return all
    .map((one) => ({ one, score: scoreOf(one, wanted) }))
    .filter(({ score }) => score > 0)
    .toSorted((first, second) => second.score - first.score)
    .map(({ one }) => one)
}

function scoreOf({ t, k, w, x = '' }: Findable, wanted: readonly string[]): number {
  const title = t.toLowerCase()
  const rest = `${k} ${w}`.toLowerCase()
  const scores = wanted.map((word): number => {
    if (title.startsWith(word)) return 8
    if (title.includes(` ${word}`)) return 5
    if (title.includes(word)) return 3
    if (rest.includes(word)) return 2
    const at = x.indexOf(word)
    if (at < 0) return 0
    // A word that begins so tells more than one that holds it.
    return at === 0 || x.includes(` ${word}`) ? 1 : 0.5
  })
  return scores.includes(0) ? 0 : scores.reduce((sum, score) => sum + score, 0)
}

function rowOf(page: Document, { t, u, k }: Findable): HTMLLIElement {
  const row = page.createElement('li')
  const anchor = page.createElement('a')
  anchor.href = u
  const kind = page.createElement('span')
  kind.textContent = k
  anchor.append(t, ' ', kind)
  row.append(anchor)
  return row
}
