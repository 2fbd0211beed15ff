import { expect, jest, test } from '@jest/globals'
import { render } from '@testing-library/react'
import { createPortal } from 'react-dom'
import { adopt } from '../styles/adopt.ts'
import * as texts from '../texts/en.ts'
import { languages, loadTexts } from '../texts/index.ts'
import { useText } from '../texts/use-text.ts'
import { useLocale } from './locale.ts'
import { Surface } from './surface.tsx'

const sheetOf = (name: string) => ({ name }) as unknown as CSSStyleSheet

function shadowRoot(): ShadowRoot {
  return document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'open' })
}

function surfacesIn(root: ShadowRoot, count: number) {
  const surfaces = Array.from({ length: count }, (_, index) => <Surface key={index}>x</Surface>)
  return createPortal(surfaces, root as unknown as Element)
}

test('a surface dresses the root that it stands in, and no other', () => {
  const [mine, other] = [shadowRoot(), shadowRoot()]
  render(surfacesIn(mine, 1))
  expect(mine.adoptedStyleSheets.length).toBeGreaterThan(0)
  expect(other.adoptedStyleSheets).toEqual([])
})

test('a root is dressed once for all surfaces in it, and the last one to leave undresses it', () => {
  const root = shadowRoot()
  const ofTheHost = sheetOf('host')
  root.adoptedStyleSheets = [ofTheHost]
  const { rerender } = render(surfacesIn(root, 2))
  const dressed = root.adoptedStyleSheets.length
  rerender(surfacesIn(root, 1))
  expect(root.adoptedStyleSheets).toHaveLength(dressed)
  rerender(surfacesIn(root, 0))
  expect(root.adoptedStyleSheets).toEqual([ofTheHost])
})

test('a component that is loaded later dresses the surfaces that stand already', () => {
  const root = shadowRoot()
  render(surfacesIn(root, 1))
  const late = sheetOf('late')
  adopt(late)
  expect(root.adoptedStyleSheets).toContain(late)
})

test('a surface says its language and which way it runs', () => {
  const { container } = render(<Surface locale="ar">x</Surface>)
  const ground = container.querySelector('.sq-surface')
  expect(ground?.getAttribute('lang')).toBe('ar')
  expect(ground?.getAttribute('dir')).toBe('rtl')
})

/** A word and a figure. */
function Said() {
  return `${useText()(texts.loading)} ${new Intl.NumberFormat(useLocale()).format(12)}`
}

test('words that are not known in the language asked for run as the ones that stand in for them', async () => {
  await loadTexts('ar', languages)
  const { container } = render(
    <Surface locale="ar-EG" spoken="en">
      <Said />
    </Surface>,
  )
  const ground = container.querySelector('.sq-surface')
  expect(ground?.getAttribute('lang')).toBe('en')
  expect(ground?.getAttribute('dir')).toBe('ltr')
  expect(ground?.textContent).toContain('Loading ١٢')
})

test('a page that says nonsense of its language breaks nothing', () => {
  for (const locale of ['en_US', '', 'not a language']) {
    const { container, unmount } = render(<Surface locale={locale}>x</Surface>)
    expect(container.querySelector('.sq-surface')?.getAttribute('lang')).toBe('en')
    unmount()
  }
})

test('a sheet that modules share stays for the one that stands, whichever leaves first', async () => {
  const root = shadowRoot()
  const shared = sheetOf('shared')
  jest.resetModules()
  const other = await import('../styles/adopt.ts')
  for (const copy of [adopt, other.adopt]) copy(shared)
  const { unmount } = render(surfacesIn(root, 1))
  const leave = other.dress(root)
  unmount()
  expect(root.adoptedStyleSheets).toEqual([shared])
  leave()
  expect(root.adoptedStyleSheets).toEqual([])
})
