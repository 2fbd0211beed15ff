import { beforeEach, expect, test } from '@jest/globals'
import { act, render } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { keepTyping } from './typed-ahead.ts'

function Label({ maxLength }: { readonly maxLength?: number }) {
  const [label, setLabel] = useState('')
  return (
    <>
      <button type="button">Other</button>
      <input
        value={label}
        maxLength={maxLength}
        onChange={({ target }) => setLabel(target.value)}
      />
      <output>{label}</output>
    </>
  )
}

const told = () => document.querySelector('output')?.textContent
/** Gives the focus, and lets pass what comes of it. */
const focus = (selector: string) =>
  act(async () => document.querySelector<HTMLElement>(selector)?.focus())

beforeEach(() => {
  document.body.replaceChildren()
  keepTyping(document)
})

test('KY-1: what was typed before there was a field stands in the first one, and its view knows', async () => {
  const user = userEvent.setup()
  await user.keyboard('Night lx{Backspace}edger')
  render(<Label />)
  await focus('input')
  await user.keyboard('!')
  expect(told()).toBe('Night ledger!')
})

test('no more of it than the field takes', async () => {
  const user = userEvent.setup()
  await user.keyboard('Night ledger')
  render(<Label maxLength={5} />)
  await focus('input')
  expect(told()).toBe('Night')
})

test('shortcuts are none of it, and where a button comes first it is meant for nobody', async () => {
  const user = userEvent.setup()
  await user.keyboard('{Control>}a{/Control}ab')
  render(<Label />)
  await focus('button')
  await focus('input')
  expect(told()).toBe('')
})
