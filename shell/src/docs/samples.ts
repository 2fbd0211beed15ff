/** Samples in the language that the reader has chosen, with a button to copy and the reader's key in them. */
import { keep, readKept } from '../frame/kept/kept.ts'
import { masked, type HeldKey } from './held-key.ts'

const kept = 'sonaqor-docs-language'

export function startSamples(page: Document, key: HeldKey): void {
  for (const figure of page.querySelectorAll('main figure')) addCopy(page, figure, key)
  keepLanguage(page)
  key.listen(() => {
    const held = key.get()
    for (const place of page.querySelectorAll<HTMLElement>('[data-key]')) {
      place.dataset['key'] ||= place.textContent
      place.textContent = held ? masked(held) : place.dataset['key']
    }
  })
}

/** Chosen once, it is chosen in every sample of this page and of the next. */
function keepLanguage(page: Document): void {
  const choose = (language: string) => {
    for (const input of page.querySelectorAll<HTMLInputElement>('[data-samples] input')) {
      if (input.value === language) input.checked = true
    }
  }
  page.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || !target.closest('[data-samples]')) return
    const before = target.getBoundingClientRect().top
    choose(target.value)
    keep('tab', kept, target.value)
    // Samples above are longer or shorter now; what was pressed stays where it is.
    page.defaultView?.scrollBy(0, target.getBoundingClientRect().top - before)
  })
  const language = readKept('tab', kept)
  if (typeof language === 'string') choose(language)
}

/** What is copied holds the whole key; what is seen does not. */
function addCopy(page: Document, figure: Element, key: HeldKey): void {
  const code = figure.querySelector('code')
  if (!code) return
  const button = page.createElement('button')
  button.type = 'button'
  button.className = 'copy'
  button.textContent = 'Copy'
  const label = figure.querySelector('figcaption')?.textContent ?? ''
  button.setAttribute('aria-label', `Copy: ${label}`)
  button.addEventListener('click', async () => {
    const text = textOf(code, key)
    const words = await navigator.clipboard.writeText(text).then(
      () => 'Copied',
      () => 'Not copied',
    )
    button.textContent = words
    button.setAttribute('aria-label', `${words}: ${label}`)
    setTimeout(() => {
      button.textContent = 'Copy'
      button.setAttribute('aria-label', `Copy: ${label}`)
    }, 2000)
  })
  figure.append(button)
}

export function textOf(code: Element, key: HeldKey): string {
  const copy = code.cloneNode(true) as Element
  const held = key.get()
  if (held) for (const place of copy.querySelectorAll('[data-key]')) place.textContent = held.secret
  return copy.textContent
}
