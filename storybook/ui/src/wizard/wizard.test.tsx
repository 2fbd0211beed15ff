import { expect, jest, test } from '@jest/globals'
import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { Input } from '../field/controls.tsx'
import { Field } from '../field/field.tsx'
import { Wizard } from './wizard.tsx'

const onFinish = jest.fn(() => Promise.resolve())

function Show() {
  const [name, setName] = useState('')
  const [fault, setFault] = useState<string>()
  const check = async () => {
    await Promise.resolve()
    setFault(name ? undefined : 'Give it a name.')
    return name !== ''
  }
  const answers = [{ label: 'Name', value: name }]
  return (
    <Wizard
      label="Create"
      finish="Create endpoint"
      onFinish={onFinish}
      wordsOf={(error) => (error instanceof Error ? error.message : 'No')}
      steps={[
        {
          id: 'name',
          title: 'Name',
          check,
          answers,
          content: (
            <Field label="What is it called" error={fault}>
              <Input value={name} onChange={setName} />
            </Field>
          ),
        },
        {
          id: 'rest',
          title: 'Rest',
          check: () => 'Wait for the address to be proven.',
          answers: [],
          content: <p>Nothing more.</p>,
        },
      ].slice(0, stepCount)}
    />
  )
}

let stepCount = 1

async function show(steps = 1) {
  stepCount = steps
  onFinish.mockClear()
  render(<Show />)
  return userEvent.setup()
}

const field = () => screen.getByLabelText('What is it called')
const titleInView = () => screen.getByRole('heading', { level: 2 })

test('a wizard that has just been opened takes nobody’s focus', async () => {
  await show()
  expect(document.activeElement).toBe(document.body)
})

test('a step that is not answered is not left, and the focus goes to what is missing', async () => {
  const user = await show()
  await user.click(screen.getByRole('button', { name: 'Continue' }))
  expect(titleInView().textContent).toBe('Name')
  expect(document.activeElement).toBe(field())
  expect(screen.getByText('Give it a name.')).toBeTruthy()
})

test('Enter goes on, the focus comes to the heading, and the summary says what was answered', async () => {
  const user = await show()
  await user.type(field(), 'Ledger{Enter}')
  expect(titleInView().textContent).toBe('Check and confirm')
  expect(document.activeElement).toBe(titleInView())
  expect(screen.getByRole('definition').textContent).toBe('Ledger')
  expect(onFinish).not.toHaveBeenCalled()
})

test('from the summary one can go back, and finds what one has said', async () => {
  const user = await show()
  await user.type(field(), 'Ledger{Enter}')
  await user.click(screen.getByRole('button', { name: 'Change: Name' }))
  expect(document.activeElement).toBe(titleInView())
  expect(field()).toHaveProperty('value', 'Ledger')
  await user.click(screen.getByRole('button', { name: 'Continue' }))
  await user.click(screen.getByRole('button', { name: 'Back' }))
  expect(titleInView().textContent).toBe('Name')
})

test('what the check says is shown and read aloud', async () => {
  const user = await show(2)
  await user.type(field(), 'Ledger{Enter}')
  await user.click(screen.getByRole('button', { name: 'Continue' }))
  expect(screen.getByRole('alert').textContent).toContain('Wait for the address to be proven.')
  expect(titleInView().textContent).toBe('Rest')
})

test('it is finished once, and when that fails the answers stay', async () => {
  const user = await show()
  await user.type(field(), 'Ledger{Enter}')
  onFinish.mockRejectedValueOnce(new Error('The name is taken.'))
  await user.click(screen.getByRole('button', { name: 'Create endpoint' }))
  expect(screen.getByRole('alert').textContent).toContain('The name is taken.')
  expect(screen.getByRole('definition').textContent).toBe('Ledger')
  await user.click(screen.getByRole('button', { name: 'Create endpoint' }))
  expect(onFinish).toHaveBeenCalledTimes(2)
})
