import { expect, jest, test } from '@jest/globals'
import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { CopyButton } from './copy-button.tsx'

test('copying answers with a word that is read aloud', async () => {
  const user = userEvent.setup()
  const onCopied = jest.fn()
  render(<CopyButton text="request-77" what="request id" onCopied={onCopied} />)
  await user.click(screen.getByRole('button', { name: 'Copy request id' }))
  expect(await navigator.clipboard.readText()).toBe('request-77')
  expect(screen.getByRole('status').textContent).toBe('Copied: request id')
  expect(onCopied).toHaveBeenCalledTimes(1)
})

test('a page that refuses the clipboard is not taken for a copy', async () => {
  const user = userEvent.setup()
  jest.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('not allowed'))
  const onCopied = jest.fn()
  render(<CopyButton text="secret" what="API key" label="Copy" onCopied={onCopied} />)
  await user.click(screen.getByRole('button', { name: 'Copy' }))
  expect(screen.getByRole('button', { name: 'Could not copy' })).toBeTruthy()
  expect(onCopied).not.toHaveBeenCalled()
})
