import { expect, jest, test } from '@jest/globals'
import { Surface } from '@sonaqor/ui'
import { loadTexts } from '@sonaqor/ui/texts'
import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { languages } from '../texts/index.ts'
import { AccountMenu } from './account-menu.tsx'
import { allAtHand } from './testing/all-at-hand.ts'
import { frameOf } from './testing/frame-of.ts'

const [change, choose] = [jest.fn(), jest.fn()]
const { language } = frameOf()
const frame = frameOf({ change, language: { ...language, choose } })

function show(locale = 'en') {
  render(
    <Surface locale={locale}>
      <AccountMenu frame={frame} atHand={allAtHand} />
    </Surface>,
  )
}

test('XC-12: look and language are chosen where one’s own account is', async () => {
  show()
  expect(screen.getByText('Owner at Northwind')).toBeTruthy()
  await userEvent.click(screen.getByRole('radio', { name: 'Dark', hidden: true }))
  expect(change).toHaveBeenCalledWith({ theme: 'dark' })
  await userEvent.click(screen.getByRole('radio', { name: 'Deutsch', hidden: true }))
  expect(choose).toHaveBeenCalledWith('de')
})

test('each language is called by its own name in any of them', async () => {
  await loadTexts('de', languages)
  show('de')
  expect(screen.getByText('Inhaber bei Northwind')).toBeTruthy()
  expect(screen.getByRole('radio', { name: 'English', hidden: true })).toBeTruthy()
})
