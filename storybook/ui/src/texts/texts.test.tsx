import { render, screen } from '@testing-library/react'
import { expect, test } from '@jest/globals'
import { CopyButton } from '../copy/copy-button.tsx'
import { Surface } from '../surface/surface.tsx'
import * as english from './en.ts'
import { areLoaded, languages, loadTexts, sayIn, spokenIn, type Languages } from './index.ts'
import { Said } from './said.tsx'
import type { Text } from './text.ts'

/** As the build leaves them. */
const compiled = (id: string, words: unknown) => [id, words] as unknown as Text<string>

test('Quality: a component speaks the language of its surface, in every country of it', async () => {
  await loadTexts('de-AT', languages)
  const { rerender } = render(
    <Surface locale="de-AT">
      <CopyButton text="1" what="Schlüssel" />
    </Surface>,
  )
  expect(screen.getByRole('button', { name: 'Schlüssel kopieren' })).toBeTruthy()

  rerender(
    <Surface locale="fr">
      <CopyButton text="1" what="key" />
    </Surface>,
  )
  expect(screen.getByRole('button', { name: 'Copy key' })).toBeTruthy()
})

test('Quality: what cannot be loaded is said in English, and is tried again', async () => {
  let tries = 0
  const spoken: Languages = {
    cs: () => {
      tries += 1
      return tries === 1
        ? Promise.reject(new Error('The connection is gone.'))
        : Promise.resolve({ loading: compiled('ui.loading', 'Načítání') })
    },
  }
  await loadTexts('cs', spoken)
  expect(sayIn('cs')(english.loading)).toBe('Loading')
  expect(areLoaded('cs', spoken)).toBe(false)

  await loadTexts('cs', spoken)
  expect(sayIn('cs')(english.loading)).toBe('Načítání')
})

test('Quality: figures and cases are those of the language; a name that is no tag is English', () => {
  const keys = compiled('test.keys', (v: { n: number }, f: ReturnType<typeof formats>) =>
    f.plural(v.n, { '=0': 'none', one: 'one', other: f.value(v.n) }),
  )
  const say = (locale: string, n: number) => sayIn(locale)(keys, { n })
  expect(say('de', 1234)).toBe('1.234')
  expect(say('en', 1234)).toBe('1,234')
  expect(say('no tag at all', 1234)).toBe('1,234')
  expect(say('ar', 2)).not.toBe('')
  expect(say('en', 0)).toBe('none')
})

declare function formats(): {
  value(value: number): string
  plural(amount: number, cases: Record<string, string>): string
}

test('Quality: a sentence may hold elements, wherever a language puts them', () => {
  render(<Said of={english.copy} with={{ what: <b>sk_1</b> }} />)
  expect(screen.getByText('sk_1').parentElement?.innerHTML).toBe('Copy <b>sk_1</b>')
})

const words = () => Promise.resolve({})

test('Quality: a page is drawn in one language: the one asked for where all its parts speak it', async () => {
  const [ours, theirs]: Languages[] = [{ et: words, fi: words }, { et: () => words() }]
  expect(spokenIn('et-EE', ours!, theirs!)).toBe('en')
  await loadTexts('et-EE', ours!, theirs!)
  await loadTexts('fi', ours!, theirs!)
  expect(spokenIn('et-EE', ours!, theirs!)).toBe('et-EE')
  expect(spokenIn('fi', ours!, theirs!)).toBe('en')
  expect(spokenIn('fi', ours!)).toBe('fi')
  expect(spokenIn('en-GB', ours!, {})).toBe('en-GB')
})
