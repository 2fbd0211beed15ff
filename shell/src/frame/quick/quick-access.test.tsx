import { beforeEach, expect, jest, test } from '@jest/globals'
import { ProblemError } from '@sonaqor/contract/client'
import type { Host, PlaceRequest } from '@sonaqor/embed/host'
import { Surface } from '@sonaqor/ui'
import { loadTexts } from '@sonaqor/ui/texts'
import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { languages } from '../../texts/index.ts'
import { frameOf } from '../testing/frame-of.ts'
import type { FrameParts } from '../frame-parts.ts'
import { QuickAccess } from './quick-access.tsx'
import { useAtHand } from '../use-at-hand.ts'

const acts = {
  change: jest.fn<FrameParts['change']>(),
  onGo: jest.fn<FrameParts['onGo']>(),
  onSwitch: jest.fn<FrameParts['onSwitch']>(() => Promise.reject(new Error('no network'))),
}

beforeEach(() => {
  localStorage.clear()
  for (const act of Object.values(acts)) act.mockClear()
})

function Access({ frame }: { readonly frame: FrameParts }) {
  return <QuickAccess frame={frame} atHand={useAtHand()} onSearch={jest.fn()} />
}

async function open(parts: Partial<FrameParts> = {}, locale = 'en') {
  const user = userEvent.setup()
  render(
    <Surface locale={locale}>
      <Access frame={frameOf({ ...acts, ...parts })} />
    </Surface>,
  )
  await user.keyboard('{Control>}k{/Control}')
  await screen.findByRole('combobox')
  screen.getByRole('combobox').focus()
  return user
}

const titles = () =>
  screen
    .getAllByRole('option')
    .map((option) => option.querySelector('.sq-command-title')?.textContent)

test('XC-12: the command menu offers the pages, and what is not the case already', async () => {
  await open()
  expect(titles()).toEqual([
    'Projects',
    'API keys',
    'Create project…',
    'Switch to Production',
    'Switch to Contoso',
    'Use the light theme',
    'Use the dark theme',
    'Language: English',
    'Language: Deutsch',
    'Switch to project Trading desk',
    'Switch to project Loyalty',
    'Your account',
    'Show keyboard shortcuts',
    'API documentation',
    'Sign out',
  ])
})

test('XC-12: it speaks the language of the reader', async () => {
  await loadTexts('de', languages)
  await open({}, 'de')
  expect(titles()).toEqual(
    expect.arrayContaining([
      'Zum Projekt Loyalty wechseln',
      'Helles Farbschema verwenden',
      'Abmelden',
    ]),
  )
})

test('XC-12: a project is switched to by its name, and all of them are again', async () => {
  const [desk] = frameOf().projects.all
  const user = await open()
  await user.keyboard('desk{Enter}')
  expect(acts.change).toHaveBeenLastCalledWith({ project: desk })
})

test('XC-12: who looks at one project alone can ask for all of them', async () => {
  const { preferences, projects } = frameOf()
  const user = await open({ preferences: { ...preferences, project: projects.all[0] } })
  await user.keyboard('all proj{Enter}')
  expect(acts.change).toHaveBeenLastCalledWith({ project: undefined })
})

test('XC-12: a page is gone to, and stands first the next time', async () => {
  const user = await open()
  await user.keyboard('keys{Enter}')
  expect(acts.onGo).toHaveBeenCalledWith('/keys')
  expect(screen.queryByRole('dialog')).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Search' }))
  expect(titles()[0]).toBe('API keys')
})

const builder = [
  'projects:read',
  'projects:write',
  'apps:read',
  'apps:write',
  'keys:read',
  'keys:write',
] as const
const withScopes = (scopes: FrameParts['me']['scopes']) => ({ me: { ...frameOf().me, scopes } })

test('KY-1 PA-1: what can be made is made from anywhere', async () => {
  const user = await open(withScopes([...builder]))
  expect(titles()).toEqual(
    expect.arrayContaining(['Issue API key…', 'Create app…', 'Create project…']),
  )
  await user.keyboard('create app{Enter}')
  expect(acts.onGo).toHaveBeenCalledWith('/projects', { creating: 'app' })
})

test('KY-1: a key is issued above whichever page is shown', async () => {
  const place = jest.fn((_: HTMLElement, { view }: PlaceRequest) => {
    expect(view).toBe('keys.issue')
    return { remove: () => undefined }
  })
  const host = { place, request: () => new Promise(() => undefined) } as unknown as Host
  const user = await open({ ...withScopes([...builder]), host })
  await user.keyboard('issue{Enter}')
  expect(await screen.findByRole('dialog', { name: 'Issue an API key' })).toBeTruthy()
  expect(place).toHaveBeenCalledTimes(1)
})

test('XC-2: who may not make a thing is not offered to', async () => {
  await open(withScopes(['projects:read', 'apps:read', 'keys:read']))
  expect(titles().filter((title) => /^(Issue|Create)/.test(title ?? ''))).toEqual([])
})

test('XC-8: what was refused is said with the request by which support finds it', async () => {
  acts.onSwitch.mockRejectedValueOnce(
    new ProblemError({
      type: '/docs/problems/overloaded',
      title: 'Overloaded',
      status: 503,
      code: 'overloaded',
      detail: 'Too much is asked at once.',
      instance: 'request-1',
    }),
  )
  const user = await open()
  await user.keyboard('contoso{Enter}')
  expect((await screen.findAllByText(/Too much is asked.*request-1/)).length).toBeGreaterThan(0)
})

test('what could not be done is said', async () => {
  const user = await open()
  await user.keyboard('contoso{Enter}')
  expect((await screen.findAllByText(/“Switch to Contoso” failed/)).length).toBeGreaterThan(0)
})

test('XC-12: the command menu leads to the keys', async () => {
  const user = await open()
  await user.keyboard('shortcuts{Enter}')
  expect(await screen.findByRole('dialog', { name: 'Keyboard shortcuts' })).toBeTruthy()
})
