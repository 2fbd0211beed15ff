import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { act, fireEvent, render, screen, within } from '@testing-library/react'
import { createPortal } from 'react-dom'
import { ToastPlace } from './toast-place.tsx'
import { ToastShelf } from './toast-shelf.tsx'
import { ToastOutlet, Toasts, useToast, type Toast } from './toasts.tsx'

beforeEach(() => {
  jest.useFakeTimers()
})

afterEach(() => {
  jest.useRealTimers()
})

function Teller({ toast }: { readonly toast: Toast }) {
  const show = useToast()
  return (
    <button type="button" onClick={() => show(toast)}>
      Tell
    </button>
  )
}

/** The shelf is loaded along with the first toast. */
const arrived = () => act(async () => void (await import('./toast-shelf.tsx')))

async function tell(toast: Toast) {
  const view = render(
    <Toasts>
      <Teller toast={toast} />
    </Toasts>,
  )
  const teller = screen.getByRole('button', { name: 'Tell' })
  teller.focus()
  fireEvent.click(teller)
  await arrived()
  return { ...view, teller }
}

const shelf = () => document.querySelector<HTMLElement>('.sq-toasts')!
const cards = () => [...shelf().querySelectorAll<HTMLElement>('.sq-toast')]
const spoken = (how: string, where: ParentNode = document) =>
  where.querySelector(`[aria-live="${how}"]`)?.textContent
const pass = (ms: number) => act(() => jest.advanceTimersByTime(ms))

test('good news is read aloud politely and goes by itself', async () => {
  await tell({ title: 'Key rotated' })
  expect(spoken('polite')).toContain('Key rotated')
  expect(spoken('assertive')).toBe('')
  pass(6_001)
  expect(cards()).toHaveLength(0)
})

test('bad news is read aloud at once and stays until it is taken off', async () => {
  await tell({ title: 'Not saved', tone: 'danger' })
  expect(spoken('assertive')).toContain('Not saved')
  pass(600_000)
  expect(cards()).toHaveLength(1)
  fireEvent.click(within(shelf()).getByRole('button', { name: 'Close' }))
  expect(cards()).toHaveLength(0)
})

test('there are never more than three, and bad news is the last to be pushed out', async () => {
  const { rerender } = await tell({ title: 'Bad', tone: 'danger' })
  for (const title of ['One', 'Two', 'Three']) {
    rerender(
      <Toasts>
        <Teller toast={{ title }} />
      </Toasts>,
    )
    fireEvent.click(screen.getByRole('button', { name: 'Tell' }))
  }
  expect(cards().map((card) => card.textContent)).toEqual(['Bad', 'Two', 'Three'])
})

test('PA-1: news of the same thing takes the place of older news, and of its Undo', async () => {
  const { rerender, teller } = await tell({
    about: 'a1',
    title: 'Alpha deleted',
    onUndo: jest.fn(),
  })
  rerender(
    <Toasts>
      <Teller toast={{ about: 'a1', title: 'Alpha restored' }} />
    </Toasts>,
  )
  fireEvent.click(teller)
  expect(cards().map((card) => card.querySelector('.sq-toast-title')?.textContent)).toEqual([
    'Alpha restored',
  ])
  fireEvent.click(teller)
  expect(cards()).toHaveLength(1)
})

test('F8 leads to Undo, time stands still there, and the focus returns where it was', async () => {
  const onUndo = jest.fn()
  const { teller } = await tell({ title: 'Paused', onUndo })
  expect(spoken('polite')).toContain('Press F8')
  fireEvent.keyDown(document, { key: 'F8' })
  const undo = within(shelf()).getByRole('button', { name: 'Undo' })
  expect(document.activeElement).toBe(undo)
  pass(1)
  pass(60_000)
  expect(cards()).toHaveLength(1)
  fireEvent.click(undo)
  expect(onUndo).toHaveBeenCalledTimes(1)
  expect(cards()).toHaveLength(0)
  expect(document.activeElement).toBe(teller)
})

test('when the focus leaves, time goes on', async () => {
  const { teller } = await tell({ title: 'Paused', onUndo: jest.fn() })
  fireEvent.keyDown(document, { key: 'F8' })
  pass(1)
  act(() => teller.focus())
  pass(1)
  pass(12_001)
  expect(cards()).toHaveLength(0)
})

test('Escape takes off the toast alone, not the dialog around it', async () => {
  await tell({ title: 'Paused', onUndo: jest.fn() })
  fireEvent.keyDown(document, { key: 'F8' })
  const wasLeft = fireEvent.keyDown(document.activeElement!, { key: 'Escape' })
  expect(wasLeft).toBe(false)
  expect(cards()).toHaveLength(0)
})

test('while a dialog lies over the page, the toasts are in it, and then back', async () => {
  const toast = { title: 'Paused' }
  const page = (withDialog: boolean) => (
    <Toasts>
      <Teller toast={toast} />
      {withDialog && (
        <dialog open>
          <ToastOutlet />
        </dialog>
      )}
    </Toasts>
  )
  const { rerender } = render(page(true))
  fireEvent.click(screen.getByRole('button', { name: 'Tell' }))
  await arrived()
  const dialog = screen.getByRole('dialog')
  expect(dialog.querySelectorAll('.sq-toast')).toHaveLength(1)
  expect(spoken('polite', dialog)).toContain('Paused')
  expect(document.querySelectorAll('.sq-toast')).toHaveLength(1)
  rerender(page(false))
  await arrived()
  expect(document.querySelectorAll('.sq-toast')).toHaveLength(1)
})

test('in a shadow root the keyboard gets there and back as well', async () => {
  const root = document.body
    .appendChild(document.createElement('div'))
    .attachShadow({ mode: 'open' })
  const onUndo = jest.fn()
  const page = (
    <Toasts>
      <Teller toast={{ title: 'Paused', onUndo }} />
    </Toasts>
  )
  render(createPortal(page, root as unknown as Element))
  const teller = root.querySelector('button')!
  teller.focus()
  fireEvent.click(teller)
  await arrived()
  fireEvent.keyDown(document, { key: 'F8' })
  expect(root.activeElement?.textContent).toBe('Undo')
  fireEvent.click(root.activeElement!)
  expect(onUndo).toHaveBeenCalledTimes(1)
  expect(root.activeElement).toBe(teller)
})

test('what cannot be shown yet is read aloud at once, kept, and shown as soon as it can be', async () => {
  let tries = 0
  const load = () => {
    tries += 1
    return tries === 1
      ? Promise.reject(new Error('The connection is gone.'))
      : Promise.resolve({ ToastShelf })
  }
  render(<ToastPlace toasts={[{ id: 1, title: 'Key rotated' }]} onDrop={jest.fn()} load={load} />)
  expect(spoken('polite')).toContain('Key rotated')
  await act(async () => {})
  expect(document.querySelector('.sq-toast')).toBeNull()
  await act(async () => jest.advanceTimersByTime(3_001))
  expect(cards()).toHaveLength(1)
})

test('a place without toasts loads nothing, and can be heard from the start', () => {
  const load = jest.fn(() => Promise.resolve({ ToastShelf }))
  render(<ToastPlace toasts={[]} onDrop={jest.fn()} load={load} />)
  expect(load).not.toHaveBeenCalled()
  expect(spoken('polite')).toBe('')
})
