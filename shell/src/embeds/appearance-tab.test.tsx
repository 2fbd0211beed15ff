import { fakeModule, type FakeModuleOptions } from '@sonaqor/module/testing'
import { beforeEach, expect, jest, test } from '@jest/globals'
import { Surface } from '@sonaqor/ui'
import { loadTexts } from '@sonaqor/ui/texts'
import { render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { languages } from './appearance/texts/index.ts'

// Nothing is drawn here; what is given to the preview counts.
jest.unstable_mockModule('./appearance/look-specimen.tsx', () => ({ LookSpecimen: () => null }))
const { AppearanceTab } = await import('./appearance-tab.tsx')

beforeEach(() => {
  Object.assign(globalThis, {
    CSS: { ...globalThis.CSS, supports: (_: string, v: string) => v !== 'x' },
  })
})

const show = () => Promise.resolve({ draft: null })

function showTab(options: FakeModuleOptions = {}, locale = 'en') {
  const save = jest.fn(() => Promise.resolve({ revision: 1 } as never))
  const drop = jest.fn(() => Promise.resolve())
  const module = fakeModule({
    ...options,
    api: { drafts: { show, save, drop, ...options.api?.drafts } },
  })
  render(
    <Surface locale={locale}>
      <AppearanceTab />
    </Surface>,
    { wrapper: module.wrapper },
  )
  return { ...module, save }
}

const preview = () => screen.getByRole('region', { name: 'Preview' })
const drawn = (property: string) => preview().style.getPropertyValue(property)
const field = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name })

test('EM-3: a token that is changed is drawn at once, and can be taken back and brought again', async () => {
  const user = userEvent.setup()
  showTab()
  await user.type(field('accent'), '#0a6b4a')
  expect(drawn('--sonaqor-accent')).toBe('#0a6b4a')
  // What was written in one go is one step.
  await user.click(screen.getByRole('button', { name: 'Undo' }))
  expect(drawn('--sonaqor-accent')).toBe('')
  await user.click(screen.getByRole('button', { name: 'Redo' }))
  expect(field('accent').value).toBe('#0a6b4a')
  await user.click(screen.getByRole('button', { name: 'Leave accent as built' }))
  expect(field('accent').value).toBe('')
})

test('EM-3: what is no value says so, and is not drawn', async () => {
  const user = userEvent.setup()
  showTab()
  await user.type(field('accent'), 'x')
  expect(screen.getByText(/Not a colour of CSS/)).toBeTruthy()
  expect(drawn('--sonaqor-accent')).toBe('')
})

test('EM-3: the dark has values of its own, which begin with those of the light', async () => {
  const user = userEvent.setup()
  showTab()
  await user.type(field('accent'), 'green')
  const layers = within(screen.getByRole('group', { name: 'Theme that is edited' }))
  await user.click(layers.getByRole('radio', { name: 'Dark' }))
  expect(field('accent').placeholder).toBe('green')
  expect(drawn('--sonaqor-accent')).toBe('green')
  await user.type(field('accent'), 'lime')
  expect(drawn('--sonaqor-accent')).toBe('lime')
  await user.click(layers.getByRole('radio', { name: 'Light' }))
  expect(drawn('--sonaqor-accent')).toBe('green')
})

test('EM-3: a token is found by its name or its meaning, in the language of the reader', async () => {
  const user = userEvent.setup()
  await loadTexts('de', languages)
  showTab({}, 'de')
  await user.type(screen.getByRole('searchbox', { name: 'Token suchen' }), 'Tabellenkopf')
  await waitFor(() => expect(field('offset')).toBeTruthy())
  await user.clear(screen.getByRole('searchbox', { name: 'Token suchen' }))
  await user.type(screen.getByRole('searchbox', { name: 'Token suchen' }), 'chartseries8')
  expect(field('chartSeries8')).toBeTruthy()
  expect(screen.queryByRole('textbox', { name: 'accent' })).toBeNull()
})

test('EM-3: a configuration that is pasted is taken whole, or refused with all that is wrong', async () => {
  const user = userEvent.setup()
  showTab()
  await user.click(screen.getByRole('button', { name: 'Import' }))
  const dialog = within(screen.getByRole('dialog', { name: 'Import a configuration' }))
  await user.click(dialog.getByRole('textbox'))
  await user.paste('{ "tokens": { "colour": "red", "accent": "x" } }')
  await user.click(dialog.getByRole('button', { name: 'Import' }))
  expect(dialog.getByText('colour is no token.')).toBeTruthy()
  expect(dialog.getByText('accent cannot be “x”.')).toBeTruthy()
  expect(drawn('--sonaqor-accent')).toBe('')
  await user.clear(dialog.getByRole('textbox'))
  await user.paste('{ "density": "compact", "tokens": { "accent": "red" } }')
  await user.click(dialog.getByRole('button', { name: 'Import' }))
  expect(drawn('--sonaqor-accent')).toBe('red')
})

test('EM-3: what is being chosen is kept as a draft, and comes back', async () => {
  const user = userEvent.setup()
  const look = JSON.stringify({
    theme: 'auto',
    density: 'cosy',
    tokens: { radius: '0px', gone: '1px' },
    dark: {},
  })
  const draft = { content: { look }, revision: 3, savedAt: '2026-11-22T04:00:00.000Z' }
  showTab({ api: { drafts: { show: () => Promise.resolve({ draft } as never) } } })
  await waitFor(() => expect(drawn('--sonaqor-radius')).toBe('0px'))
  await user.click(screen.getByRole('button', { name: 'Reset' }))
  expect(drawn('--sonaqor-radius')).toBe('')
})

test('EM-3: a preset is one step, and the export holds what it changed', async () => {
  const user = userEvent.setup()
  showTab()
  await user.click(screen.getByRole('button', { name: 'Start from' }))
  await user.click(screen.getByRole('menuitem', { name: 'Plain' }))
  expect(drawn('--sonaqor-radius')).toBe('2px')
  await user.click(screen.getByRole('button', { name: 'Export' }))
  const dialog = within(screen.getByRole('dialog', { name: 'Export the configuration' }))
  expect(dialog.getByText(/radius: '2px',/)).toBeTruthy()
  await user.click(dialog.getByRole('radio', { name: 'CSS' }))
  expect(dialog.getByText(/--sonaqor-radius: 2px;/)).toBeTruthy()
})
