import { expect, jest, test } from '@jest/globals'
import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { createPortal } from 'react-dom'
import { SingleKeys } from '../surface/single-keys.ts'
import { Surface } from '../surface/surface.tsx'
import { languages, loadTexts } from '../texts/index.ts'
import { FilterBar } from './filter-bar.tsx'
import type { SlashReach } from './use-slash.ts'

const acts = { search: jest.fn(), status: jest.fn(), clear: jest.fn() }

interface BarProps {
  readonly status?: string
  readonly text?: string
  readonly slash?: SlashReach
}

function Bar({ status = '', text = '', slash = 'surface' }: BarProps) {
  return (
    <Surface>
      <button type="button">Beside</button>
      <textarea aria-label="Note" />
      <FilterBar
        search={{ label: 'Search keys', value: text, onChange: acts.search, slash }}
        filters={[
          {
            id: 'status',
            label: 'Status',
            options: [{ value: 'active', label: 'Active' }],
            value: status,
            onChange: acts.status,
          },
        ]}
        onClear={acts.clear}
      />
    </Surface>
  )
}

/** The bar of somebody who wants single keys, or does not. */
const Obeying = ({ keys }: { readonly keys: boolean }) => (
  <SingleKeys value={keys}>
    <Bar slash="page" />
  </SingleKeys>
)

const field = () => screen.getByRole('searchbox', { name: 'Search keys' })

test('a filter is chosen by name, and its first answer is none', async () => {
  render(<Bar />)
  const select = screen.getByRole('combobox', { name: 'Status' })
  expect(select).toHaveProperty('value', '')
  await userEvent.selectOptions(select, 'Active')
  expect(acts.status).toHaveBeenCalledWith('active')
  expect(screen.queryByRole('list', { name: 'Active filters' })).toBeNull()
})

test('what is active can be taken off one by one, and the focus finds the search', async () => {
  render(<Bar status="active" text="led" />)
  await userEvent.click(screen.getByRole('button', { name: 'Remove Status: Active' }))
  expect(acts.status).toHaveBeenLastCalledWith('')
  expect(document.activeElement).toBe(field())
  await userEvent.click(screen.getByRole('button', { name: 'Remove “led”' }))
  expect(acts.search).toHaveBeenLastCalledWith('')
})

test('what is looked for stands in the quotes of the reader’s language', async () => {
  await loadTexts('de', languages)
  render(
    <Surface locale="de">
      <FilterBar
        search={{ label: 'Schlüssel suchen', value: 'led', onChange: acts.search }}
        filters={[]}
        onClear={acts.clear}
      />
    </Surface>,
  )
  expect(screen.getByRole('button', { name: '„led“ entfernen' })).toBeTruthy()
})

test('an answer whose name is not known here is shown by its end, and can be taken off', async () => {
  render(<Bar status="0192-4711" />)
  const chosen = screen.getByRole<HTMLOptionElement>('option', { name: '…4711' })
  expect(chosen.selected).toBe(true)
  expect(screen.getByRole('button', { name: 'Remove Status: …4711' })).toBeTruthy()
})

test('all can be taken off at once', async () => {
  render(<Bar status="active" />)
  await userEvent.click(screen.getByRole('button', { name: 'Clear all' }))
  expect(acts.clear).toHaveBeenCalledTimes(1)
})

test('where the filters wait behind a button, it says how many are on and whether it is open', async () => {
  render(<Bar status="active" />)
  const button = screen.getByRole('button', { name: 'Filters (1)' })
  expect(button.getAttribute('aria-expanded')).toBe('false')
  await userEvent.click(button)
  expect(button.getAttribute('aria-expanded')).toBe('true')
})

test('a slash leads to the search, but is a letter like any other where somebody writes', async () => {
  render(<Bar />)
  await userEvent.click(screen.getByRole('textbox', { name: 'Note' }))
  await userEvent.keyboard('/')
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Note' }))
  await userEvent.click(screen.getByRole('button', { name: 'Beside' }))
  await userEvent.keyboard('/')
  expect(document.activeElement).toBe(field())
})

test('a guest does not take the slash of the page around', async () => {
  const { rerender } = render(<Bar />)
  await userEvent.keyboard('/')
  expect(document.activeElement).toBe(document.body)
  expect(screen.queryByText('/')).toBeNull()
  rerender(<Bar slash="page" />)
  expect(screen.getByText('/')).toBeTruthy()
  await userEvent.keyboard('/')
  expect(document.activeElement).toBe(field())
})

test('XC-6: a slash leads nowhere for who switched single keys off, and is not promised', async () => {
  const { rerender } = render(<Obeying keys={false} />)
  await userEvent.keyboard('/')
  expect(document.activeElement).toBe(document.body)
  expect(screen.queryByText('/')).toBeNull()
  rerender(<Obeying keys />)
  await userEvent.keyboard('/')
  expect(document.activeElement).toBe(field())
})

test('in a shadow root, what is written there is seen from the page too', async () => {
  const root = document.body
    .appendChild(document.createElement('div'))
    .attachShadow({ mode: 'open' })
  render(createPortal(<Bar slash="page" />, root as unknown as Element))
  root.querySelector('textarea')?.focus()
  await userEvent.keyboard('/')
  expect(root.activeElement?.tagName).toBe('TEXTAREA')
  root.querySelector('button')?.focus()
  await userEvent.keyboard('/')
  expect(root.activeElement?.getAttribute('type')).toBe('search')
})
