import { expect, jest, test } from '@jest/globals'
import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { Field } from '../field/field.tsx'
import { OneTimeCode } from './one-time-code.tsx'

const onFull = jest.fn()

function Asking() {
  const [code, setCode] = useState('')
  return (
    <Field label="Code">
      <OneTimeCode value={code} onChange={setCode} onFull={onFull} />
    </Field>
  )
}

test('XC-1: a code is sent with its last digit, and not before', async () => {
  render(<Asking />)
  const field = screen.getByLabelText('Code')
  expect(field.getAttribute('autocomplete')).toBe('one-time-code')
  expect(field.getAttribute('inputmode')).toBe('numeric')
  await userEvent.type(field, '12345')
  expect(onFull).not.toHaveBeenCalled()
  await userEvent.type(field, '6')
  expect(onFull.mock.calls).toEqual([['123456']])
})

test('XC-6: a code can be pasted as it was copied, in groups', async () => {
  onFull.mockClear()
  render(<Asking />)
  await userEvent.click(screen.getByLabelText('Code'))
  await userEvent.paste(' 123 456\n')
  expect(screen.getByLabelText('Code')).toHaveProperty('value', '123456')
  expect(onFull.mock.calls).toEqual([['123456']])
})
